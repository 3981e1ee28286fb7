// Generated from resources/network/source-confidence.tsv by npm run generate; do not edit.
// How often a source of each reliability is taken to be sound when worlds are drawn; in per cent. The letters are those by which intelligence services grade sources (A: completely reliable, to E: unreliable; F: cannot be judged); no standard ties them to numbers. These are the product's own judgement, evenly spaced, and were set without looking at any case.
// source: Windfall's own; letters as in the Admiralty code
// licence: Apache-2.0
// columns: reliability, per cent sound, reason
export const rows: readonly (readonly string[])[] = [
  ["A","95","No doubt of authenticity or competence; one in twenty is left for what nobody sees."],
  ["B","80","Usually reliable."],
  ["C","65","Fairly reliable: right more often than not."],
  ["D","50","Not usually reliable: as often as not."],
  ["E","25","Unreliable: has been wrong more often than right."],
  ["F","50","Cannot be judged: as good as a coin."],
  ["unsound-kept","50","Of what an unsound source alone tells, so much is taken to be so all the same: liars tell the truth too."],
];
