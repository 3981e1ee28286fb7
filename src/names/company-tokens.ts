import { lazy } from "../base/index.ts";
import { foldLetters } from "./fold.ts";
import { simplifiedHan, simplifiedText } from "./han.ts";
import { makeToken } from "./make-token.ts";
import type { NameToken } from "./name-token.ts";
import type { RawToken } from "./tokenise.ts";
import { companyPhrases, personWords, phraseStarts, phraseWordsMax, type KnownWord } from "./vocabulary.ts";

/** A company's name taken apart. */
export interface CompanyTokens {
  readonly tokens: readonly NameToken[];
  /** Whether it carries a legal form or a generic company word of some weight. */
  readonly hasCompanyWord: boolean;
  /** Whether it carries one that cannot be a syllable of a person's name: a legal form of four letters or more, or a phrase. */
  readonly hasLongCompanyWord: boolean;
}

const placeOnlyFactor = 2;
const genericOnlyWeight = 700;
const shortFormMax = 3;
const nativeMax = 12;
const syllableMax = 6;
const roman = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/u;

/** Finds legal forms, generic words, places and numbers in a company's name and weighs every part. */
export function parseCompanyTokens(name: readonly RawToken[]): CompanyTokens {
  const raw = joinInitials(name.flatMap(splitNative));
  const folded = raw.map(fold);
  const tokens: NameToken[] = [];
  let index = 0;
  while (index < raw.length) {
    const phrase = longestPhrase(folded, index);
    tokens.push(
      phrase === undefined ? plainToken(raw, index) : phraseToken(raw.slice(index, index + phrase.words), phrase.word),
    );
    index += phrase?.words ?? 1;
  }
  return {
    tokens: reweigh(mergeNumbers(tokens)),
    hasCompanyWord: tokens.some(isCompanyWord),
    hasLongCompanyWord: tokens.some((token) => isCompanyWord(token) && token.latin.length > syllableMax),
  };
}

const isCompanyWord = (token: NameToken): boolean =>
  token.role === "legalForm" || (token.role === "genericWord" && token.weight >= 100);

// Hangul and Han run words together: known phrases are cut out, longest first, and what is left is distinctive.
function splitNative(token: RawToken): RawToken[] {
  if (token.script !== "hangul" && token.script !== "han") return [token];
  const parts: RawToken[] = [];
  const letters = Array.from(token.text);
  const simple = token.script === "han" ? letters.map(simplifiedHan) : letters;
  let rest = "";
  let start = 0;
  const push = (text: string): void => {
    if (text !== "") parts.push({ text, script: token.script, before: parts.length === 0 ? token.before : "joined" });
  };
  while (start < letters.length) {
    const length = nativePhrase(simple, start);
    if (length === 0) rest += letters[start];
    else {
      push(rest);
      rest = "";
      push(letters.slice(start, start + length).join(""));
    }
    start += Math.max(length, 1);
  }
  push(rest);
  return parts;
}

// The longest phrase by its first letter; most letters begin none.
const nativeLongest: () => ReadonlyMap<string, number> = lazy(longestNative);

function longestNative(): Map<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of companyPhrases().keys()) {
    const first = phrase.charAt(0);
    if (phrase.length > 1) longest.set(first, Math.max(longest.get(first) ?? 0, Math.min(phrase.length, nativeMax)));
  }
  return longest;
}

function nativePhrase(letters: readonly string[], start: number): number {
  const most = Math.min(nativeLongest().get(letters[start] ?? "") ?? 0, letters.length - start);
  for (let length = most; length > 1; length -= 1) {
    if (companyPhrases().has(letters.slice(start, start + length).join(""))) return length;
  }
  return 0;
}

// A.B.C. and S.A.R.L. are one word.
function joinInitials(tokens: readonly RawToken[]): RawToken[] {
  const joined: RawToken[] = [];
  let isOpen = false;
  for (const token of tokens) {
    const last = joined.at(-1);
    const isLetter = /^\p{L}$/u.test(token.text) && (token.script === "latin" || token.script === "cyrillic");
    if (isLetter && isOpen && token.before === "dot" && last !== undefined)
      joined[joined.length - 1] = { ...last, text: last.text + token.text };
    else joined.push(token);
    isOpen = isLetter;
  }
  return joined;
}

function longestPhrase(folded: readonly string[], start: number): { words: number; word: KnownWord } | undefined {
  const first = folded[start] ?? "";
  // Letters of a legal form may stand apart (S p A): their words run together are looked up too.
  const wordsMax = phraseStarts().has(first) || first.length <= shortFormMax ? phraseWordsMax : 1;
  for (let words = Math.min(wordsMax, folded.length - start); words > 0; words -= 1) {
    const text = words === 1 ? first : folded.slice(start, start + words).join(" ");
    const word = companyPhrases().get(text) ?? (words > 1 ? companyPhrases().get(text.replaceAll(" ", "")) : undefined);
    if (word !== undefined && isInPlace(word, text, { start, words, of: folded.length })) return { words, word };
  }
  return undefined;
}

function fold(token: RawToken): string {
  if (token.text === "&") return "&";
  return token.script === "han" ? simplifiedText(token.text) : foldLetters(token.text);
}

// Two or three letters are a legal form at the end or the start of a name only: AS, SE and PA are words elsewhere.
function isInPlace(word: KnownWord, text: string, place: { start: number; words: number; of: number }): boolean {
  if (word.kind !== "legalForm") return true;
  const letters = text.replaceAll(" ", "");
  const isEdge = place.start === 0 || place.start + place.words >= place.of - 2;
  if (place.words === place.of) return false;
  return letters.length > shortFormMax || isEdge;
}

function phraseToken(raw: readonly RawToken[], word: KnownWord): NameToken {
  const first = raw[0] ?? { text: "", script: "latin", before: "start" };
  const text = raw.map((token) => token.text).join(" ");
  const role = word.kind === "legalForm" || word.kind === "place" ? word.kind : "genericWord";
  return makeToken({ ...first, text }, { role, weight: word.weight, value: word.value });
}

function plainToken(raw: readonly RawToken[], index: number): NameToken {
  const token = raw[index] ?? { text: "", script: "latin", before: "start" };
  if (token.script === "digit")
    return makeToken(token, { role: "number", weight: 600, value: token.text.replace(/^0+(?=\d)/u, "") });
  const number = personWords().get(foldLetters(token.text));
  if (number?.kind === "number") return makeToken(token, { role: "number", weight: 600, value: number.value });
  if (index > 0 && roman.test(token.text))
    return makeToken(token, { role: "number", weight: 600, value: String(romanValue(token.text)) });
  if (/^(?:st|nd|rd|th)$/u.test(token.text) && token.before === "joined")
    return makeToken(token, { role: "genericWord", weight: 0, value: "ordinal" });
  return makeToken(token, {
    role: "word",
    weight: token.text.length > 1 ? 1000 : 500,
    hasSyllables: true,
  });
}

function romanValue(numeral: string): number {
  const values = Array.from(numeral, (letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

// Forty-Four is 44.
function mergeNumbers(tokens: readonly NameToken[]): NameToken[] {
  const merged: NameToken[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const tens = Number(last?.role === "number" ? last.value : 0);
    const units = Number(token.role === "number" ? token.value : 0);
    const isPair =
      last !== undefined &&
      tens >= 20 &&
      tens % 10 === 0 &&
      tens < 100 &&
      units > 0 &&
      units < 10 &&
      !/^\d+$/u.test(last.text);
    if (isPair)
      merged[merged.length - 1] = {
        ...last,
        text: `${last.text} ${token.text}`,
        folded: `${last.folded} ${token.folded}`,
        value: String(tens + units),
      };
    else merged.push(token);
  }
  return merged;
}

// A name without a distinctive word is told by its places and generic words, which then weigh more.
function reweigh(tokens: readonly NameToken[]): NameToken[] {
  const has = (role: NameToken["role"]): boolean => tokens.some((token) => token.role === role);
  if (has("word")) return [...tokens];
  return tokens.map((token) => {
    if (token.role === "place") return { ...token, weight: token.weight * placeOnlyFactor };
    if (token.role === "genericWord" && token.weight > 0)
      return { ...token, weight: has("place") ? token.weight * placeOnlyFactor : genericOnlyWeight };
    return token;
  });
}
