/** A text in at most so many lines, each as wide as so many small letters, broken at spaces; what does not fit ends with "…". */
export function textLines(text: string, columns: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== "" && lines.length < most) {
    const end = fitting(rest, columns);
    if (end === rest.length) return [...lines, rest];
    if (lines.length === most - 1) return [...lines, `${rest.slice(0, fitting(rest, columns - 1)).trimEnd()}…`];
    const space = rest.lastIndexOf(" ", end);
    const cut = space > 0 ? space : end;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return lines;
}

/** How many characters from the first fit into so many columns. */
function fitting(text: string, columns: number): number {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > columns) return end;
    end += character.length;
  }
  return end;
}

/** Hangul, Han and kana are as wide as two small letters, capitals a third wider than one. */
function widthOf(character: string): number {
  if (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(character))
    return 2;
  return /[\p{Lu}mwMW@]/u.test(character) ? 1.3 : 1;
}
