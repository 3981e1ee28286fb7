import { bad, good } from "../../base/index.ts";
import type { Cleaner } from "./clean.ts";
import { rows } from "../generated/empty-words.ts";

/** The words that stand in a cell to say that it is empty, in lower case. */
export const emptyWords: ReadonlySet<string> = new Set(rows.map(([word = ""]) => word.toLowerCase()));

const longestEmptyWord = Math.max(...[...emptyWords].map((word) => word.length));

/** Whether a text is empty or a word for "none" ("-", "n/a", "없음", "нет"): no value and no fault. */
export function isEmptyText(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === "" || (trimmed.length <= longestEmptyWord && emptyWords.has(trimmed.toLowerCase()));
}

// Marks without a shape that web pages and phones put in: soft hyphen, zero-width space and joiner of words, byte-order mark, direction marks.
const shapeless = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u2060\uFEFF]/gu;
// Control characters, overriding and isolating direction marks, tag characters and halves of pairs can make a text look like another.
const deceptive = new RegExp(
  String.raw`[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\u{E0000}-\u{E007F}\uD800-\uDFFF]`,
  "gu",
);

// Printable ASCII and its white space: what most cells hold, and nothing of it is changed below.
const isPlain = /^[\t\n\v\f\r -~]*$/u;

/** NFC; shapeless marks gone (the original value keeps them); characters that deceive the eye spelled out as ⟨U+202E⟩. */
export const toVisibleText = (text: string): string =>
  isPlain.test(text)
    ? text
    : text.normalize("NFC").replaceAll(shapeless, "").replaceAll(deceptive, spellOut).normalize("NFC");

const spellOut = (mark: string): string =>
  `⟨U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;

/** One line: every run of white space is one space. */
export const toOneLine = (text: string): string =>
  toVisibleText(text)
    .replaceAll(/[\s\u0085]+/gu, " ")
    .trim();

/** A name: one line that holds a letter or a digit. */
export const cleanName: Cleaner = (text) => {
  const name = toOneLine(text);
  if (/[\p{L}\p{N}]/u.test(name)) return good(name);
  return bad({ kind: "no-letters", text: `"${name}" holds no letter; a name has one` });
};

/** A label: one line. */
export const cleanLine: Cleaner = (text) => good(toOneLine(text));

/** Text of several lines: spaces at the ends of lines gone, line ends as "\n". */
export const cleanText: Cleaner = (text) =>
  good(
    toVisibleText(text)
      .replaceAll(/\r\n?/gu, "\n")
      .replaceAll(/[^\S\n]+\n/gu, "\n")
      .trim(),
  );

/** A postal address: one line, its lines joined with ", ". */
export const cleanAddress: Cleaner = (text) =>
  good(
    toVisibleText(text)
      .split(/[\r\n]+/u)
      .map((line) =>
        toOneLine(line)
          .replace(/^[,;]\s*/u, "")
          .replace(/\s*[,;]+$/u, ""),
      )
      .filter((line) => line !== "")
      .join(", "),
  );
