import { lazy } from "../../base/index.ts";
import { rows } from "../generated/ledger-words.ts";
import type { Token } from "./tag-tokens.ts";

const byKind = lazy(() => {
  const kinds = new Map<string, string[]>();
  for (const [kind = "", words = ""] of rows) kinds.set(kind, [...(kinds.get(kind) ?? []), ...words.split("|")]);
  return kinds;
});

/** The words and phrases of a kind of `resources/ledger/ledger-words.tsv`, in lower case, in their order there. */
export const ledgerPhrases = (kind: string): readonly string[] => byKind().get(kind) ?? [];

const wordSets = new Map<string, ReadonlySet<string>>();

/** Whether a word is one of a kind; a plural counts as its singular. */
export function isWordOf(kind: string, word: string): boolean {
  const words = wordSets.get(kind) ?? new Set(ledgerPhrases(kind));
  wordSets.set(kind, words);
  const low = word.toLowerCase();
  return (
    words.has(low) ||
    (low.endsWith("s") && words.has(low.slice(0, -1))) ||
    (low.endsWith("ies") && words.has(`${low.slice(0, -3)}y`))
  );
}

const patterns = new Map<string, RegExp>();

function patternOf(kind: string): RegExp {
  const known = patterns.get(kind);
  if (known) return known;
  const phrases = [...ledgerPhrases(kind)].toSorted(
    (left, right) => right.length - left.length || (left < right ? -1 : 1),
  );
  const made = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${phrases.map(phraseSource).join("|")})(?![\p{L}\p{N}])`,
    "giu",
  );
  patterns.set(kind, made);
  return made;
}

/** A phrase as the source of a pattern: <kind> stands for any phrase of that kind, <kind>? for one or none, * for any letters. */
function phraseSource(phrase: string): string {
  const words = phrase.split(" ").map((word) => {
    const kind = /^<(?<kind>[\p{L}-]+)>(?<maybe>\??)$/u.exec(word)?.groups;
    if (!kind) return { source: escapeWord(word), isMaybe: false };
    const source = `(?:${ledgerPhrases(kind["kind"] ?? "")
      .map(phraseSource)
      .join("|")})`;
    return { source, isMaybe: kind["maybe"] !== "" };
  });
  return words
    .map(({ source, isMaybe }, index) =>
      index === words.length - 1 ? source : isMaybe ? String.raw`(?:${source}\s+)?` : String.raw`${source}\s+`,
    )
    .join("");
}

const escapeWord = (word: string): string =>
  word.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll("*", String.raw`\p{L}*`);

/** A phrase of a kind in a text; offsets are those of the text plus `offset`. */
export interface Cue {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** All phrases of a kind in a text, from left to right. */
export const findCues = (kind: string, text: string, offset = 0): readonly Cue[] =>
  [...text.matchAll(patternOf(kind))].map((found) => ({
    text: found[0],
    from: offset + found.index,
    to: offset + found.index + found[0].length,
  }));

/** The words of tokens as they are written, with one space where the text has any gap. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens.map(({ text, from }, index) => (index > 0 && tokens[index - 1]?.to !== from ? ` ${text}` : text)).join("");
