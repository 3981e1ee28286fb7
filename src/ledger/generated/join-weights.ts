// Generated from resources/ledger/join-weights.tsv by npm run generate; do not edit.
// What: what each evidence weighs that two claims tell of one event, in thousandths of a bit for the full evidence; "start" is what stands before any evidence
// Columns: evidence, weight within a document, weight between two documents, what it says
// source: within a document learned by logistic regression from the annotated round-ups 01-10, 13-19 and 22-24 of examples/round-ups, as marked and as read (11, 12, 20 and 21 are kept for measuring); between two set by hand, since nobody has marked such pairs for learning, and looked at on 01 and 02 with the pages of their outlets
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["start","-4621","-4000","Two claims."],
  ["words-alike","2252","3500","They have words in common, weighed by how rare they are (the root of the cosine)."],
  ["kinds-alike","2137","2000","They speak of the same kinds of thing and doing."],
  ["next-claim","246","0","One follows the other in a paragraph."],
  ["same-paragraph","2841","0","They stand in one paragraph."],
  ["near-paragraph","1106","0","They stand in paragraphs that follow each other."],
  ["same-type","586","600","They tell of deeds of one type."],
  ["types-apart","0","-3000","They tell of deeds, and of none of one type."],
  ["same-root","1693","500","They rest on one source."],
  ["same-noun","1483","500","They count the same things."],
  ["same-name","0","2500","They name one person, firm or ship."],
  ["names-apart","0","-3500","They name persons, firms or ships, and none in common."],
  ["same-day","0","1500","They name one day."],
  ["same-place","0","1000","They name one place."],
  ["same-number","0","1500","They give one number above ten."],
  ["contradicted","2342","0","They cannot both be so, which they can only be of one thing."],
  ["times-apart","-1337","-2500","They name days that cannot be the same."],
  ["places-apart","-914","-2000","They name places, and none in common."],
  ["nested","-2360","0","One is said within the other and tells of something in it."],
];
