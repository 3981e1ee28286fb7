import { lazy } from "../../base/index.ts";
import { deedsOf } from "../events/index.ts";
import { plainLetters } from "../foreign/plain-letters.ts";
import { rows } from "../generated/guard-words.ts";

/** Types of events in which a person is in danger where he is found. */
const guardedTypes: ReadonlySet<string> = new Set(["defection", "asylum", "flight", "fugitive"]);

/** Whether events of a type are guarded: a person's place is told as a country there, and the time as a month. */
export const isGuardedType = (type: string): boolean => guardedTypes.has(type);

/** Whether words tell of somebody in flight, of asylum or of a fugitive. */
export function isGuardedText(text: string): boolean {
  const low = /\p{Script=Han}/u.test(text) ? plainLetters("zh", text.toLowerCase()) : text.toLowerCase();
  return (low.match(/\p{L}[\p{L}\p{M}-]*/gu) ?? []).some(isGuardedWord) || patterns().phrase.test(low);
}

/** By word in small letters: a text of ten thousand documents has few different ones. */
const guardedWords = new Map<string, boolean>();

function isGuardedWord(word: string): boolean {
  const known = guardedWords.get(word);
  if (known !== undefined) return known;
  const isGuarded =
    patterns().word.test(word) || deedsOf(word).some(({ type, isPlain }) => isPlain && isGuardedType(type));
  guardedWords.set(word, isGuarded);
  return isGuarded;
}

/** Languages that set spaces between words; in others (Korean joins particles to a word) theirs are looked for anywhere. */
const spaced: ReadonlySet<string> = new Set(["en", "ru", "fr", "es", "de"]);

const patterns = lazy(() => {
  const entries = rows.flatMap(([language = "", words = ""]) => words.split("|").map((word) => ({ language, word })));
  const isWord = ({ language, word }: { language: string; word: string }): boolean =>
    spaced.has(language) && /^[\p{L}\p{M}]+\*?$/u.test(word);
  const patternOf = (of: typeof entries): RegExp => new RegExp(of.map(partOf).join("|"), "u");
  return {
    word: patternOf(entries.filter(isWord)),
    phrase: patternOf(entries.filter((entry) => !isWord(entry))),
  };
});

function partOf({ language, word }: { readonly language: string; readonly word: string }): string {
  const stem = word.replace(/\*$/u, "").replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`);
  if (!spaced.has(language)) return stem;
  const before = /^\p{L}/u.test(word) ? String.raw`(?<!\p{L})` : "";
  return `${before}${stem}${word.endsWith("*") ? "" : String.raw`(?!\p{L})`}`;
}
