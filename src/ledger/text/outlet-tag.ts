/** The name that closes what an outlet said: "[Lake Radio, 12 November]", "(Mirren Courier)", "- Bay Wire, 4 Sept"; offsets take in brackets or dash. */
export interface OutletTag {
  readonly outlet: string;
  /** What stands behind the outlet's name, a day or a writer, or nothing. */
  readonly rest: string;
  readonly from: number;
  readonly to: number;
}

const square = /\[(?<inside>[^[\]]{2,80})\][\s.]*$/u;
const round = /(?<=[.!?’”"]\s*)\((?<inside>[^()]{2,60})\)\s*$/u;
const dash = /(?<=[.!?’”"]\s+)[-–—]\s*(?<inside>\p{Lu}[^.!?;:()]{2,60})\s*$/u;

// A tag is short; what is looked for in more of a paragraph than this grows with the square of its spaces.
const tailMax = 160;

/** The tag at the end of a paragraph, whose first offset is `from`; undefined where it ends with its own words. */
export function readOutletTag(paragraph: string, from: number): OutletTag | undefined {
  const start = Math.max(0, paragraph.length - tailMax);
  const tail = paragraph.slice(start);
  const found = square.exec(tail) ?? round.exec(tail) ?? dash.exec(tail);
  const inside = found?.groups?.["inside"]?.trim() ?? "";
  const [outlet = "", ...rest] = inside.split(",");
  if (!found || !isName(outlet.trim())) return undefined;
  return {
    outlet: outlet.trim(),
    rest: rest.join(",").trim(),
    from: from + start + found.index,
    to: from + paragraph.length,
  };
}

/** A name in few words, each with a capital but for small words between: "Voz do Cais", "Journal of Trade". */
function isName(text: string): boolean {
  const words = text.split(/\s+/u);
  const isSmall = (word: string, index: number): boolean =>
    index > 0 && index < words.length - 1 && /^\p{Ll}{1,3}$/u.test(word);
  return (
    words.length <= 6 &&
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    words.every((word, index) => /^[\p{Lu}\p{Lo}\p{N}&]/u.test(word) || isSmall(word, index))
  );
}
