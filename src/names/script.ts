/** The writing system of a letter, as far as names of one are read by other rules than names of another. */
export type Script = "latin" | "hangul" | "han" | "kana" | "cyrillic" | "arabic" | "digit" | "other";

const ranges: readonly (readonly [number, number, Script])[] = [
  [0x30, 0x39, "digit"],
  [0x41, 0x24f, "latin"],
  [0x250, 0x2af, "latin"],
  [0x400, 0x52f, "cyrillic"],
  [0x600, 0x6ff, "arabic"],
  [0x750, 0x77f, "arabic"],
  [0x8a0, 0x8ff, "arabic"],
  [0x1100, 0x11ff, "hangul"],
  [0x1e00, 0x1eff, "latin"],
  [0x3005, 0x3007, "han"],
  [0x3041, 0x30ff, "kana"],
  [0x3130, 0x318f, "hangul"],
  [0x3400, 0x4dbf, "han"],
  [0x4e00, 0x9fff, "han"],
  [0xac00, 0xd7a3, "hangul"],
  [0xf900, 0xfaff, "han"],
  [0xfb50, 0xfdff, "arabic"],
  [0xfe70, 0xfeff, "arabic"],
  [0x20000, 0x323af, "han"],
];

/** The script of a code point that is a letter, a mark or a digit. */
export function scriptOf(codePoint: number): Script {
  for (const [first, last, script] of ranges) {
    if (codePoint < first) return "other";
    if (codePoint <= last) return script;
  }
  return "other";
}
