const scripts: readonly (readonly [string, RegExp])[] = [
  ["Hangul", /\p{Script=Hangul}/u],
  ["Han", /\p{Script=Han}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
];

/** The script of a text's letters, as far as the languages of the ledger differ in it: Hangul, Han, Cyrillic, else Latin. */
export const scriptOf = (text: string): string => scripts.find(([, letters]) => letters.test(text))?.[0] ?? "Latin";
