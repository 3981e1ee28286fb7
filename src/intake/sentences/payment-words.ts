import { rows } from "../generated/payment-words.ts";

/** What a word does in a sentence that tells of a payment; see `resources/intake/payment-words.tsv`. */
export type WordKind =
  | "paid"
  | "told"
  | "received"
  | "passive"
  | "from"
  | "by"
  | "to"
  | "undone"
  | "thing"
  | "pronoun"
  | "account"
  | "daysAgo0"
  | "daysAgo1"
  | "daysAgo2";

const wordsByKind = new Map<string, string[]>();
for (const [kind = "", words = ""] of rows)
  wordsByKind.set(kind, [...(wordsByKind.get(kind) ?? []), ...words.split("|")]);

/** The words of a kind, longest first. */
export const wordsOf = (kind: WordKind): readonly string[] =>
  (wordsByKind.get(kind) ?? []).toSorted((left, right) => right.length - left.length || (left < right ? -1 : 1));

const escape = (word: string): string =>
  word.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`).replaceAll(" ", String.raw`\s+`);

const isHan = (word: string): boolean => /^\p{Script=Han}+$/u.test(word);

/** How a word stands in a text: whole, with endings ("보냈-"), at the end of another ("-에서"), or, in Chinese, anywhere. */
function patternOf(word: string): string {
  if (word.startsWith("-")) return String.raw`(?<=[\p{L}\p{N}.)])${escape(word.slice(1))}(?![\p{L}\p{N}])`;
  if (isHan(word)) return escape(word);
  const stem = word.endsWith("-") ? String.raw`${escape(word.slice(0, -1))}\p{L}*` : escape(word);
  return String.raw`(?<![\p{L}\p{N}])${stem}(?![\p{L}\p{N}])`;
}

const patterns = new Map<WordKind, RegExp>();

/** One pattern for all words of a kind, the longest first. */
export function patternFor(kind: WordKind): RegExp {
  const known = patterns.get(kind) ?? new RegExp(wordsOf(kind).map(patternOf).join("|"), "giu");
  patterns.set(kind, known);
  return known;
}
