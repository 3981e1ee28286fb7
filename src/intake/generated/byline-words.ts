// Generated from resources/intake/byline-words.tsv by npm run generate; do not edit.
// What: words by which a line at the head of a text says who wrote it, and words that name nobody.
// Columns: kind (before: stands before the name; after: stands behind it; nobody: a line with it names no person; publishing: leads to the day on which a text came out), words separated by |
// source: bylines of newspapers and agencies in English, Korean, Chinese, Russian, German, French, Spanish, Italian; own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["before","by|reported by|reporting by|written by|reporter|reporter:|von|par|por|di|автор|автор:|корреспондент|текст|текст:|记者|記者|本报记者|作者|作者：|기자:|글"],
  ["after","기자|특파원|선임기자|객원기자|记者|記者|特派員|特派记者|编译|記"],
  ["nobody","staff|desk|newsroom|editors|editor|agency|agencies|correspondent|correspondents|reporter|our|redaktion|редакция|редакции"],
  ["publishing","published|first published|posted|updated|last updated|modified|last modified|issued|date of issue|dated|date|released|aired|broadcast|filed|printed|edition|issue|created|uploaded|week ending|week ended|week to|week of|as of|as at|опубликовано|дата|обновлено|입력|게시|발행|发布|刊登|veröffentlicht|stand|publié|mis à jour|publicado|pubblicato"],
];
