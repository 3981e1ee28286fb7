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

const notBehindWord = String.raw`(?<![\p{L}\p{N}])`;
const notBeforeWord = String.raw`(?![\p{L}\p{N}])`;

/** How a word stands in a text: at the end of another ("-에서"), with endings ("보냈-"), in Chinese anywhere, else whole. */
const shapes: readonly {
  readonly isOf: (word: string) => boolean;
  readonly pattern: (words: string) => string;
}[] = [
  { isOf: (word) => word.startsWith("-"), pattern: (words) => String.raw`(?<=[\p{L}\p{N}.)])${words}${notBeforeWord}` },
  {
    isOf: (word) => word.endsWith("-"),
    pattern: (words) => String.raw`${notBehindWord}${words}\p{L}*${notBeforeWord}`,
  },
  { isOf: isHan, pattern: (words) => words },
  { isOf: () => true, pattern: (words) => `${notBehindWord}${words}${notBeforeWord}` },
];

/**
 * One pattern for all words: those of a shape under one condition, since the engine of patterns takes 1 ms for the letters
 * of all scripts wherever they are named. Stems stand before whole words: a word that begins with another is longer.
 */
function patternOf(words: readonly string[]): string {
  const shapeOf = (word: string): number => shapes.findIndex(({ isOf }) => isOf(word));
  return shapes
    .map((shape, index) => ({ shape, own: words.filter((word) => shapeOf(word) === index) }))
    .filter(({ own }) => own.length > 0)
    .map(({ shape, own }) =>
      shape.pattern(`(?:${own.map((word) => escape(word.replaceAll(/^-|-$/gu, ""))).join("|")})`),
    )
    .join("|");
}

const patterns = new Map<WordKind, RegExp>();

/** One pattern for all words of a kind, the longest first. */
export function patternFor(kind: WordKind): RegExp {
  const known = patterns.get(kind) ?? new RegExp(patternOf(wordsOf(kind)), "giu");
  patterns.set(kind, known);
  return known;
}
