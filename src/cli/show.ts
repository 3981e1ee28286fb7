import { grouped } from "../base/index.ts";

/** Text from material as it is shown on a terminal. */
export { counted, grouped, visibleText as shown } from "../base/index.ts";
export { moneyInShort as money } from "../model/index.ts";

/** How many of a million, as exactly as an estimate bears: two digits from 100 on. */
export const perMillionText = (perMillion: number): string =>
  perMillion < 1
    ? "fewer than one"
    : `about ${grouped(perMillion < 100 ? Math.round(perMillion) : Number(perMillion.toPrecision(2)))}`;

/** Lines of a table: columns as wide as their widest cell, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, width(cell))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell + " ".repeat((widths[index] ?? 0) - width(cell))))
      .join("  ")
      .trimEnd(),
  );
}

/** Columns that a text takes on a terminal: Hangul, Han and kana take two, combining marks none. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return columns;
}
