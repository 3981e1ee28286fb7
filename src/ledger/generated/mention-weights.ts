// Generated from resources/ledger/mention-weights.tsv by npm run generate; do not edit.
// What: what each evidence weighs that two mentions of one story tell of one event, in thousandths of a bit for the full evidence; "start" is what stands before any evidence.
// Columns: evidence, weight if both have one word, weight if both name one deed by different words, what it says
// source: learned from the training topics of ECB+ (Cybulska and Vossen 2014, CC BY 3.0) by `npm run bench -- event-coreference DIR --split train --learn`; numbers only, no text of the corpus
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["start","-3229","-1799","Both mentions stand in documents that tell of one story."],
  ["same-document","3206","1072","Both stand in one document."],
  ["documents-alike","7080","3978","The documents are alike in their rare words and names."],
  ["names-alike","1061","0","The sentences hold the same names."],
  ["names-apart","0","-224","The sentences hold names, and none in common."],
  ["before-alike","0","1091","The words before them are alike."],
  ["after-alike","1327","1769","The words after them are alike."],
  ["weekdays-shared","0","0","The sentences name the same day of the week."],
  ["weekdays-apart","-201","-72","The sentences name different days of the week."],
  ["numbers-shared","990","801","The sentences hold the same number."],
  ["rare-word","873","-1329","The word itself is rare."],
  ["word-of-story","1139","-40","The word stands in much of what tells of the story."],
];
