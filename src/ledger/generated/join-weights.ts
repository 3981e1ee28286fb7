// Generated from resources/ledger/join-weights.tsv by npm run generate; do not edit.
// What: what each evidence weighs that two claims tell of one event, in thousandths of a bit for the full evidence; "start" is what stands before any evidence
// Columns: evidence, weight, what it says
// source: learned by logistic regression from the annotated round-ups 01-10, 13-19 and 22-24 of examples/round-ups; 11 and 12 are kept for measuring
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["start","-4559","Two claims of one text."],
  ["words-alike","2438","They have words in common, weighed by how rare they are (the root of the cosine)."],
  ["kinds-alike","2106","They speak of the same kinds of thing and doing."],
  ["next-claim","332","One follows the other in a paragraph."],
  ["same-paragraph","2929","They stand in one paragraph."],
  ["near-paragraph","1068","They stand in paragraphs that follow each other."],
  ["same-type","721","They tell of deeds of one type."],
  ["same-speaker","952","One source says both."],
  ["same-noun","1313","They count the same things."],
  ["contradicted","2222","They cannot both be so, which they can only be of one thing."],
  ["times-apart","-1154","They name days that cannot be the same."],
  ["places-apart","-938","They name places, and none in common."],
  ["nested","-2481","One is said within the other and tells of something in it."],
];
