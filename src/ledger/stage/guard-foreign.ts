import { isPersonalName, isTitle } from "../../names/index.ts";
import { findFirst, foreignPattern, wordsPattern } from "../foreign/foreign-words.ts";
import { languageOf } from "../foreign/language-of.ts";
import { languageNames } from "../foreign/read-paragraph.ts";
import { koreanForms } from "../mentions/base-forms.ts";
import type { Span } from "../words/sentences.ts";
import { isGuardedText } from "./guard-words.ts";

/** A stretch of a text, and what is said instead of it. */
export interface WithheldWords extends Span {
  readonly instead: string;
}

/**
 * The words of a text that are in no Latin letters: a paragraph of another language whole, in an English one each run of such
 * letters. The rules that take closer places and days out of a sentence read English: of other languages no word is told.
 */
export function foreignStretches(text: string): readonly WithheldWords[] {
  let from = 0;
  return text.split("\n").flatMap((line): readonly WithheldWords[] => {
    const start = from;
    from += line.length + 1;
    const language = foreignLanguageOf(line);
    if (language !== undefined) return [{ from: start, to: start + line.length, instead: `[words in ${language}]` }];
    return [...line.matchAll(otherLetters)].map(({ index, 0: { length } }) => ({
      from: start + index,
      to: start + index + length,
      instead: "[words in other letters]",
    }));
  });
}

/** Letters other than Latin, with what stands between them. */
const otherLetters = /(?:(?!\p{Script=Latin})\p{L}[\p{M}\p{N}]*[\p{P}\p{Z}]*)*(?!\p{Script=Latin})\p{L}[\p{M}\p{N}]*/gu;

/** The language of a paragraph whose letters are not Latin, by its name; undefined of any other. */
export function foreignLanguageOf(line: string): string | undefined {
  if (!/(?!\p{Script=Latin})\p{L}/u.test(line)) return undefined;
  const language = languageOf(line, "en");
  if (language?.kind === "not-read") return language.language;
  return language === undefined || language.language === "en" ? undefined : languageNames[language.language];
}

/**
 * Of a document's lines, counted from 1, those in other letters, if one of them tells of people in flight or names one of
 * `names`: which of the others goes on about them, no rule of these languages tells.
 */
export function guardedForeignLines(lines: readonly string[], names: ReadonlySet<string>): readonly number[] {
  const foreign = lines.flatMap((line, index) => (foreignLanguageOf(line) === undefined ? [] : [index + 1]));
  const own = [...names].filter((name) => /^(?!\p{Script=Latin})\p{L}/u.test(name));
  const isGuarded = (line: string): boolean =>
    isGuardedText(line) || own.some((name) => line.toLowerCase().includes(name));
  return foreign.some((line) => isGuarded(lines[line - 1] ?? "")) ? foreign : [];
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
