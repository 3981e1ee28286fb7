import { rows } from "../generated/foreign-words.ts";

/** The languages other than English that have rules of their own. */
export type ForeignLanguage = "ko" | "ru" | "zh";

/** The kinds of words of `resources/ledger/foreign-words.tsv`; its head says what each is for. */
export type ForeignWordKind =
  | "say"
  | "say-bare"
  | "not-say"
  | "confirm"
  | "not-confirm"
  | "cite"
  | "according"
  | "according-end"
  | "deny"
  | "denied-object"
  | "false"
  | "refusal"
  | "not-refusal"
  | "evidential"
  | "hedge"
  | "not-hedge"
  | "negative"
  | "not-negative"
  | "precedent"
  | "pronoun"
  | "outlet-pronoun"
  | "demonstrative"
  | "outlet"
  | "not-outlet"
  | "body"
  | "representative"
  | "person"
  | "unnamed"
  | "subject"
  | "adnominal"
  | "occasion"
  | "lead"
  | "cut"
  | "adverbial"
  | "recipient"
  | "outlet-recipient"
  | "header";

/** The letters of each language, as a class: a class of all letters without case takes the engine seconds to compile. */
export const lettersOf: Readonly<Record<ForeignLanguage, string>> = {
  ko: "[가-힣A-Za-z]",
  ru: "[А-Яа-яЁёA-Za-z]",
  zh: String.raw`[\u3400-\u9FFFA-Za-z]`,
};

const neverPattern = "(?!)";
const sources = new Map<string, string>();

/** The words of one kind or of several as the source of a regular expression, the longest first; none match nothing. */
export function wordsPattern(language: ForeignLanguage, ...kinds: readonly ForeignWordKind[]): string {
  const key = `${language} ${kinds.join(" ")}`;
  const known = sources.get(key);
  if (known !== undefined) return known;
  const words = rows
    .filter(([own, kind]) => own === language && kinds.some((wanted) => wanted === kind))
    .flatMap(([, , listed = ""]) => listed.split("|"))
    .toSorted((left, right) => right.length - left.length || (left < right ? -1 : 1));
  const made = words.length === 0 ? neverPattern : `(?:${words.map((word) => wordPattern(language, word)).join("|")})`;
  sources.set(key, made);
  return made;
}

/** Russian words stand between gaps; of the others, only a Korean word that is written with its gap does. */
function wordPattern(language: ForeignLanguage, word: string): string {
  const body = word
    .replaceAll(/[.+?^${}()[\]\\]/gu, String.raw`\$&`)
    .replaceAll("*", `${lettersOf[language]}*`)
    .replaceAll(" ", String.raw`\s+`);
  if (language === "ru") return `(?<![А-Яа-яЁёA-Za-z-])${body}(?![А-Яа-яЁёA-Za-z-])`;
  return word.endsWith(" ") ? `(?<!${lettersOf[language]})${body}` : body;
}

const patterns = new Map<string, RegExp>();

/** A compiled pattern, made once; without case. */
export function foreignPattern(source: string): RegExp {
  const known = patterns.get(source);
  if (known) return known;
  const made = new RegExp(source, "giu");
  patterns.set(source, made);
  return made;
}

/** The first match of a pattern in a text. */
export const findFirst = (source: string, text: string): RegExpMatchArray | undefined =>
  text.matchAll(foreignPattern(source)).next().value;

/** The words of a kind in a text, from left to right, without those that stand in words of `except`. */
export function findWords(
  language: ForeignLanguage,
  text: string,
  { kind, except }: { kind: ForeignWordKind; except?: ForeignWordKind },
): readonly RegExpMatchArray[] {
  const found = [...text.matchAll(foreignPattern(wordsPattern(language, kind)))];
  if (!except || found.length === 0) return found;
  const holders = [...text.matchAll(foreignPattern(wordsPattern(language, except)))];
  return found.filter((word) => !holders.some((holder) => overlaps(word, holder)));
}

const overlaps = (left: RegExpMatchArray, right: RegExpMatchArray): boolean => {
  const [from, other] = [left.index ?? 0, right.index ?? 0];
  return from < other + right[0].length && other < from + left[0].length;
};

/** Whether all of a text is a word of the kind. */
export const isWholly = (language: ForeignLanguage, kind: ForeignWordKind, text: string): boolean =>
  findFirst(`^${wordsPattern(language, kind)}$`, text) !== undefined;
