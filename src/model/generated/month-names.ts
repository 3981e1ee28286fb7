// Generated from resources/model/month-names.tsv by npm run generate; do not edit.
// What: names and short forms of months in dates written as text (case and a final full stop do not matter).
// Columns: month number, names separated by |
// source: own work: English, German, French, Spanish, Russian (nominative, genitive, short)
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["1","january|jan|januar|janvier|enero|январь|января|янв"],
  ["2","february|feb|febr|februar|fevrier|février|febrero|февраль|февраля|фев|февр"],
  ["3","march|mar|mrt|märz|maerz|mars|marzo|март|марта|мар"],
  ["4","april|apr|avril|abril|апрель|апреля|апр"],
  ["5","may|mai|mayo|май|мая"],
  ["6","june|jun|juni|juin|junio|июнь|июня|июн"],
  ["7","july|jul|juli|juillet|julio|июль|июля|июл"],
  ["8","august|aug|août|aout|agosto|август|августа|авг"],
  ["9","september|sep|sept|septembre|septiembre|сентябрь|сентября|сен|сент"],
  ["10","october|oct|okt|oktober|octobre|octubre|октябрь|октября|окт"],
  ["11","november|nov|novembre|noviembre|ноябрь|ноября|ноя|нояб"],
  ["12","december|dec|dez|dezember|décembre|diciembre|декабрь|декабря|дек"],
];
