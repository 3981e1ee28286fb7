import { lazy } from "../../base/index.ts";
import { deedsOf, headLemma } from "../events/index.ts";
import { rows as commonRows } from "../generated/common-words.ts";
import { rows as reportingRows } from "../generated/reporting-verbs.ts";
import { rows as tellableRows } from "../generated/tellable-words.ts";

/** What a word may be told as: "small" words of grammar say nothing by themselves, a "telling" one does. */
export type Telling = "small" | "telling";

/**
 * Whether a word of a passage about people in flight may be told, and as what: only a word that a list holds leads nobody
 * anywhere. `word` is in small letters, without "'s".
 */
export function tellingOf(word: string): Telling | undefined {
  const known = tellings.get(word);
  if (known !== undefined) return known ?? undefined;
  const telling = findTelling(word);
  tellings.set(word, telling ?? null);
  return telling;
}

/** Whether a word is one of places, ways or hours, which no list makes tellable. */
export const isNeverTold = (word: string): boolean => words().never.has(word) || words().never.has(headLemma(word));

const tellings = new Map<string, Telling | null>();

function findTelling(word: string): Telling | undefined {
  if (isNeverTold(word)) return undefined;
  const lemma = headLemma(word);
  const { small, telling } = words();
  if (telling.has(word) || telling.has(lemma)) return "telling";
  if (small.has(word) || small.has(lemma) || isNegated(word)) return "small";
  if (word.includes("-")) return word.split("-").every((part) => tellingOf(part) !== undefined) ? "telling" : undefined;
  return /^[a-z]/u.test(word) && deedsOf(word).some(({ isPlain }) => isPlain) ? "telling" : undefined;
}

/** "didn't", "can't". */
const isNegated = (word: string): boolean => /^(?:\p{Ll}{2,6})n['’]t$/u.test(word);

const words = lazy(() => {
  const ofKind = (kind: string): readonly string[] =>
    tellableRows.flatMap(([each, list = ""]) => (each === kind ? list.split(" ") : []));
  const common = commonRows.flatMap(([language, list = ""]) => (language === "en" ? list.split(" ") : []));
  const reporting = reportingRows.flatMap(([, list = ""]) => list.split("|"));
  const never = new Set(ofKind("never"));
  return {
    never,
    small: new Set([...ofKind("small"), ...common]),
    telling: new Set([...ofKind("word"), ...reporting.map((verb) => headLemma(verb))]),
  };
});
