import type { ForeignLanguage } from "./foreign-words.ts";

/** What a paragraph is read as: by the rules of a language, or not, in which language it is, as far as that shows, and why not; undefined where it has no letters. */
export type ParagraphLanguage =
  | { readonly kind: "read"; readonly language: "en" | ForeignLanguage }
  | { readonly kind: "not-read"; readonly language: string; readonly why: string };

type Script = "Hangul" | "Han" | "Kana" | "Cyrillic" | "Latin" | "Other";

const letters: readonly (readonly [Script, RegExp, number])[] = [
  // A syllable or a character is worth some letters of an alphabet.
  ["Hangul", /\p{Script=Hangul}/gu, 2],
  ["Han", /\p{Script=Han}/gu, 3],
  ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 2],
  ["Cyrillic", /\p{Script=Cyrillic}/gu, 1],
  ["Latin", /\p{Script=Latin}/gu, 1],
  [
    "Other",
    /(?![\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Latin}])\p{L}/gu,
    1,
  ],
];

/**
 * The language of a paragraph by its script, and, for Latin letters, by its small words; `latin` says what Latin text is read
 * as whose small words do not tell.
 */
export function languageOf(text: string, latin: "en" | "other"): ParagraphLanguage | undefined {
  const counts = new Map(
    letters.map(([script, pattern, worth]) => [script, (text.match(pattern)?.length ?? 0) * worth]),
  );
  const of = (script: Script): number => counts.get(script) ?? 0;
  // Japanese writes with kana among its characters; Chinese quotes a word of it at most.
  if (of("Kana") > 0 && of("Kana") * 5 > of("Han")) counts.set("Kana", of("Kana") + of("Han"));
  const [script, most] = [...counts].toSorted((left, right) => right[1] - left[1])[0] ?? ["Other", 0];
  if (most === 0) return undefined;
  return readScript(script, text, latin);
}

function readScript(script: Script, text: string, latin: "en" | "other"): ParagraphLanguage {
  switch (script) {
    case "Hangul":
      return { kind: "read", language: "ko" };
    case "Han":
      return { kind: "read", language: "zh" };
    case "Cyrillic":
      return cyrillicLanguage(text);
    case "Latin":
      return (latinVote(text) ?? latin) === "en"
        ? { kind: "read", language: "en" }
        : notRead("another language in Latin letters", "Latin letters, not English: there are no rules for it.");
    case "Kana":
      return notRead("Japanese", "Japanese: there are no rules for it.");
    case "Other":
      return notRead("another script", "A script for which there are no rules.");
  }
}

const notRead = (language: string, why: string): ParagraphLanguage => ({ kind: "not-read", language, why });

// Letters of its neighbours stand in a Russian paragraph at most as a name; in theirs every twentieth letter is one.
const alienShareMax = 0.02;

function cyrillicLanguage(text: string): ParagraphLanguage {
  const all = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / all;
  if (share(/[іїєґ]/giu) > alienShareMax && share(/[ыэў]/giu) === 0)
    return notRead("Ukrainian", "Ukrainian: there are no rules for it.");
  const isOther = share(/(?![а-яёА-ЯЁ])\p{Script=Cyrillic}|ъ(?![еёюяи])/giu) > alienShareMax;
  return isOther
    ? notRead("another language in Cyrillic letters", "Cyrillic letters, not Russian: there are no rules for it.")
    : { kind: "read", language: "ru" };
}

const englishWords =
  /\b(?:the|of|and|to|that|was|were|with|by|from|said|says|which|his|their|has|had|not|this|who|it|is|at)\b/giu;
const otherWords =
  /\b(?:der|das|und|ist|nicht|ein|eine|einen|dem|den|von|mit|auf|für|wurde|le|la|les|des|du|et|est|une|que|qui|pour|dans|sur|au|el|los|las|del|y|una|por|para|con|il|di|che|della|per|uma|não|dos|het|een|van|niet|voor|jest|nie|że|się|och|att|som|bir|ve|bu|yang|dan|của|và)\b/giu;

/** English or not, where the small words of one outnumber the others by two or more. */
function latinVote(text: string): "en" | "other" | undefined {
  const lead = (text.match(englishWords)?.length ?? 0) - (text.match(otherWords)?.length ?? 0);
  if (Math.abs(lead) < 2) return undefined;
  return lead > 0 ? "en" : "other";
}

/** What a document's Latin text is where a paragraph's own words do not tell: the language that is given for it, else its small words. */
export const latinLanguage = (text: string, lang: string | undefined): "en" | "other" =>
  givenLatin(lang) ?? latinVote(text) ?? "en";

/** What a language that is given for a text, an ISO 639 code, says of its Latin letters; undefined where it says nothing. */
export function givenLatin(lang: string | undefined): "en" | "other" | undefined {
  const given = lang?.toLowerCase().split(/[-_]/u)[0];
  if (given === undefined || given === "" || /^(?:ko|kor|zh|zho|chi|ru|rus|und)$/u.test(given)) return undefined;
  return given === "en" || given === "eng" ? "en" : "other";
}
