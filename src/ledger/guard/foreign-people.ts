import { isPersonalName, isTitle } from "../../names/index.ts";
import { findFirst, foreignPattern, wordsPattern } from "../foreign/foreign-words.ts";
import { languageOf } from "../foreign/language-of.ts";
import { languageNames } from "../foreign/read-paragraph.ts";
import { koreanForms } from "../mentions/base-forms.ts";

/** The language of a paragraph whose letters are not Latin, by its name; undefined of any other. */
export function foreignLanguageOf(line: string): string | undefined {
  if (!otherLetter.test(line)) return undefined;
  const language = languageOf(line, "en");
  if (language?.kind === "not-read") return language.language;
  return language === undefined || language.language === "en" ? undefined : languageNames[language.language];
}

/** The people whom a paragraph in other letters names beside a title or a post, as parts of words by which they are found again. */
export function foreignPeople(line: string): readonly string[] {
  switch (foreignLanguageOf(line)) {
    case "Korean":
      return koreanPeople(line);
    case "Chinese":
      return chinesePeople(line);
    case "Russian":
      return russianPeople(line);
    default:
      return [];
  }
}

function koreanPeople(line: string): readonly string[] {
  const words = (line.match(/[가-힣]+/gu) ?? []).map(koreanForms);
  return words.flatMap((forms, index) => {
    const beside = [...(words[index - 1] ?? []), ...(words[index + 1] ?? [])];
    const isTitled = forms.length > 1 && forms.some((form) => isTitle((forms[0] ?? "").slice(form.length)));
    if (!isTitled && !beside.some(isKoreanPost)) return [];
    return forms.filter((form) => form.length >= 2 && !isKoreanPost(form) && isPersonalName(form)).slice(-1);
  });
}

const isKoreanPost = (word: string): boolean =>
  isTitle(word) || findFirst(`^${wordsPattern("ko", "representative", "person")}$`, word) !== undefined;

const chineseNames = /\p{Script=Han}{2,4}/gu;

/** Three or two characters that begin with a surname, behind or before a post. */
function chinesePeople(line: string): readonly string[] {
  const posts = [...line.matchAll(foreignPattern(`${wordsPattern("zh", "representative", "person")}|先生|女士`))];
  return posts.flatMap(({ index, 0: post }) => {
    const after = line.slice(index + post.length, index + post.length + 3).match(chineseNames)?.[0] ?? "";
    const before =
      line
        .slice(Math.max(0, index - 3), index)
        .match(chineseNames)
        ?.at(-1) ?? "";
    return [after.slice(0, 2), before.slice(-2), before.slice(-3)].filter(
      (name) => name.length > 1 && isPersonalName(name),
    );
  });
}

// "Винтара", "Винтару": the letters before the ending of its case.
const endingMax = 2;
const stemMin = 4;

/** Words with a capital behind a post ("полковник Винтар"), and two such words side by side. */
function russianPeople(line: string): readonly string[] {
  const behindPost = [
    ...line.matchAll(
      new RegExp(`${wordsPattern("ru", "representative", "person")}(?<name>(?:\\s+[А-ЯЁ][а-яё-]+)+)`, "giu"),
    ),
  ].map(({ groups }) => groups?.["name"] ?? "");
  const twice = line.match(/[А-ЯЁ][а-яё-]+(?:\s+[А-ЯЁ][а-яё-]+)+/gu) ?? [];
  return [...behindPost, ...twice]
    .flatMap((name) => name.match(/[А-ЯЁ][а-яё-]+/gu) ?? [])
    .map((word) => word.toLowerCase().slice(0, -endingMax))
    .filter((stem) => stem.length >= stemMin);
}

/** Whether a text in other letters holds one of many such parts of words: by their first two letters and their lengths, in one pass. */
export function foreignNameFinder(names: Iterable<string>): (text: string) => boolean {
  const known = new Set([...names].filter((name) => otherLetter.test(name)));
  const lengths = new Map<string, Set<number>>();
  for (const name of known) {
    const start = name.slice(0, startLetters);
    lengths.set(start, (lengths.get(start) ?? new Set()).add(name.length));
  }
  return (text) => {
    const low = text.toLowerCase();
    for (let at = 0; at + startLetters <= low.length; at += 1)
      for (const length of lengths.get(low.slice(at, at + startLetters)) ?? [])
        if (known.has(low.slice(at, at + length))) return true;
    return false;
  };
}

// No name that is looked for in other letters has fewer.
const startLetters = 2;

/** A letter of another script than ours. */
export const otherLetter = /(?!\p{Script=Latin})\p{L}/u;
