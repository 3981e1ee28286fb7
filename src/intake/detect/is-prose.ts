// Shorter lines are headings, bylines and cells.
const proseLineMin = 60;

/**
 * Whether lines that a delimiter cuts into equally many cells are paragraphs of running text all the same: most of the long
 * ones end as sentences do, and behind most of their delimiters stands a gap and a word in small letters. A column of sentences in
 * a table has its delimiters between the cells, where neither is so.
 */
export function isProse(text: string, delimiter: string): boolean {
  if (delimiter !== "," && delimiter !== ";" && delimiter !== ":") return false;
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  const long = lines.filter((line) => line.length >= proseLineMin);
  const closed = long.filter((line) => /[.!?…:。！？]["”’'»)\]]*$/u.test(line));
  if (long.length === 0 || closed.length * 2 < long.length) return false;
  // A delimiter with a quoted cell right behind it, in line after line, is one of a table.
  const quoted = long.filter((line) => new RegExp(String.raw`${delimiter}"\S`, "u").test(line));
  if (quoted.length * 2 > long.length) return false;
  const marks = long.flatMap((line) => line.split(delimiter).slice(1));
  const running = marks.filter((rest) => /^(?:["”’'»)]\s*)?\s+[\p{Ll}\p{Lo}“"‘'(]/u.test(rest));
  return running.length * 2 > marks.length;
}
