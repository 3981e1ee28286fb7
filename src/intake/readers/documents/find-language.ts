import { rows as functionWords } from "../../generated/function-words.ts";

const textMax = 1_000;
const hitsMin = 2;

// Scripts that stand for one language in most texts; kana before Han, since Japanese is written in both.
const byScript: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\p{sc=Hangul}/gu, "kor"],
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, "jpn"],
  [/\p{sc=Han}/gu, "zho"],
  [/\p{sc=Greek}/gu, "ell"],
  [/\p{sc=Hebrew}/gu, "heb"],
];

// Letters that one language of the Cyrillic script has and Russian has not.
const byCyrillicLetter: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/ў/iu, "bel"],
  [/[іїєґ]/iu, "ukr"],
  [/[әғқңөұүһ]/iu, "kaz"],
  [/[ђћџјљњ]/iu, "srp"],
];

const languagesByWord = new Map<string, string[]>();
for (const [language = "", words = ""] of functionWords) {
  for (const word of words.split("|")) languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);
}

/**
 * The language of a text as FollowTheMoney's three letters: by its script, by letters of one language, or by its short
 * common words (`resources/intake/function-words.tsv`; names do not count). Undefined for texts that are too short to
 * tell, and for scripts that many languages share (Arabic, Devanagari).
 */
export function findLanguage(text: string): string | undefined {
  const sample = text.slice(0, textMax);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return undefined;
  for (const [pattern, language] of byScript) {
    // Names and loans stand among the letters of another script.
    const share = count(sample, pattern) / letters;
    if (language === "jpn" ? share > 0.1 : share > 0.4) return language;
  }
  if (count(sample, /\p{sc=Cyrillic}/gu) * 2 > letters)
    return byCyrillicLetter.find(([pattern]) => pattern.test(sample))?.[1] ?? "rus";
  return count(sample, /\p{sc=Latin}/gu) * 2 > letters ? byWords(sample) : undefined;
}

/** The language with the most common words; a word of several languages counts for each, so that a tie says nothing. */
function byWords(text: string): string | undefined {
  const hits = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    for (const language of languagesByWord.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  const [first, second] = [...hits].toSorted((left, right) => right[1] - left[1]);
  if (first === undefined || first[1] < hitsMin) return undefined;
  return second !== undefined && second[1] === first[1] ? undefined : first[0];
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
