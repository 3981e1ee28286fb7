// Generated from resources/model/scale-words.tsv by npm run generate; do not edit.
// What: words that stand behind an amount and multiply it.
// Columns: power of ten, words separated by |
// source: own work: English, Korean, Chinese, Russian
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["3","k|thousand|thousands|thsd|thsd.|천|千|тыс|тыс.|тысяч|тысяча|тысячи"],
  ["4","만|萬|万"],
  ["6","m|mn|mln|mln.|mio|mio.|million|millions|백만|百万|百萬|млн|млн.|миллион|миллионов|миллиона"],
  ["7","천만|千万|千萬"],
  ["8","억|億|亿"],
  ["9","bn|bln|bln.|billion|billions|십억|млрд|млрд.|миллиард|миллиардов|миллиарда"],
  ["12","trillion|tn|조|兆|万亿|трлн|трлн."],
];
