/** The language tag that a text's own letters say, or undefined for Latin and for none. `han` is that of bare Han. */
export function languageOf(text: string, han = "zh"): string | undefined {
  return scripts.find(([pattern]) => pattern.test(text))?.[1] ?? (hanLetter.test(text) ? han : undefined);
}

const hanLetter = /\p{Script=Han}/u;

/** Hangul and kana come first: Korean and Japanese write Han beside them. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Greek}/u, "el"],
];
