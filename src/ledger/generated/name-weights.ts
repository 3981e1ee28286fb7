// Generated from resources/ledger/name-weights.tsv by npm run generate; do not edit.
// What: how much a writing of a name speaks for its bearer, before how common the name is and how many bear it are taken off.
// Columns: kind of bearer, how the two are written (same, spelling, patronymic: the father's name stands in one alone), weight in milli-bits: log2 of the share among writings of one name to the share among names of others.
// source: own estimates, those of resources/match/default-model.tsv for the same levels; no labelled data was used to choose them
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["person","same","14600"],
  ["person","spelling","11550"],
  ["person","patronymic","6320"],
  ["organization","same","14290"],
  ["organization","spelling","11770"],
  ["other","same","12970"],
  ["other","spelling","10550"],
];
