import type { Clause } from "../text/find-clauses.ts";
import { findCues, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { isPassiveGroup } from "./attribution.ts";
import { givesNumber } from "./clause-shapes.ts";

/** A clause that shares the subject of the one before it. */
export const isShared = (clause: Clause): boolean => clause.subjectFrom === clause.subjectTo && clause.kind === "and";

/** "The ministry was asked on the same day": a question put is no claim. */
export const isQuestionPut = (words: readonly Token[], clause: Clause): boolean =>
  (clause.lemma === "ask" || clause.lemma === "contact") && isPassiveGroup(words, clause);

/** Whether the verb gives the words to nobody: "is said to", "it is understood that". */
export function isEvidential(verbs: string, words: readonly Token[], clause: Clause): boolean {
  const text = `${textOf(words.slice(clause.subjectFrom, clause.verb))} ${verbs}`;
  return (
    findCues("evidential", verbs).length > 0 ||
    findCues("believed", verbs).length > 0 ||
    /^it (?:is|was|has been) (?:understood|said|reported|believed|thought|made known)/iu.test(text)
  );
}

/** "which makes a party of four": the author adds up. */
export const isReckoning = (tokens: readonly Token[]): boolean =>
  /^(?:make|makes|made|bring|brings|brought|add|adds|give|gives)$/u.test(tokens[1]?.low ?? "") &&
  tokens.some(({ tag }) => tag === "NUM");

/** Verbs that tell with a noun: "calls it the first departure", "spoke of six crates". */
export const givesNoun = (
  clause: Clause,
  { words, end, isKnown }: { words: readonly Token[]; end: number; isKnown: boolean },
): boolean =>
  /^(?:call|describe|report|mention|speak|estimate|put)$/u.test(clause.lemma) ||
  (clause.lemma === "add" && isKnown && givesNumber(words, clause, end));

/** Whether a fragment counts something: a number and a noun behind it that is no month. */
export function countsSomething(piece: readonly Token[]): boolean {
  const number = piece.findIndex(({ tag, text }) => tag === "NUM" && !/^\d{4}$/u.test(text));
  if (number < 0 || piece.length < 2) return false;
  const before = piece[number - 1]?.low ?? "";
  const behind = piece.slice(number + 1).find(({ tag }) => tag === "NOUN" || tag === "PROPN" || tag === "ADP");
  return (
    behind !== undefined &&
    !/^(?:issue|no|no\.|vol|page|part)$/u.test(before) &&
    !/^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(behind.low)
  );
}
