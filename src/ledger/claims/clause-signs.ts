import { at } from "../../base/index.ts";
import { isSetOff, type Clause } from "../text/find-clauses.ts";
import { findCues, isWordOf, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { isMonth } from "../text/time-words.ts";
import { tells } from "../text/reporting.ts";
import { agentAttribution, isPassiveGroup } from "./attribution.ts";
import { givesNumber } from "./clause-shapes.ts";

/** Passives whose subject was given the words: "was told", "were informed". */
export const isToldPassive = (words: readonly Token[], clause: Clause): boolean =>
  /^(?:tell|inform|advise|assure)$/u.test(clause.lemma) && clause.verbEnd <= words.length;

/** "took that back", "has taken it back". */
export const takesBack = (words: readonly Token[], clause: Clause): boolean =>
  clause.lemma === "take" &&
  /^(?:it|that|this|the report|the story)? ?back\b/u.test(textOf(words.slice(clause.verbEnd, clause.verbEnd + 3)));

/** An attribution between commas within what it tells: "Two of them, he thought, had been paid". */
export const isInserted = (words: readonly Token[], clause: Clause, next: Clause | undefined): boolean =>
  next?.kind === "main" &&
  words[clause.from - 1]?.low === "," &&
  (next.from < clause.from || words[next.from - 1]?.low === ",");

/** "The ministry objected on Sunday: the sale is planned": what is told stands behind the colon, and not in the clause itself. */
export const isBeforeColon = (words: readonly Token[], clause: Clause, next: Clause | undefined): boolean => {
  if (next?.kind !== "main" || next.from <= clause.from || words[next.from - 1]?.low !== ":") return false;
  const behind = words[clause.verbEnd];
  if (behind === undefined || /^(?:PUNCT|ADP|ADV)$/u.test(behind.tag)) return true;
  const isTurned = clause.subjectFrom === clause.subjectTo && (behind.tag === "DET" || behind.tag === "PROPN");
  return isTurned || /^(?:it|last|yesterday|today|his|her|its|their)$/u.test(behind.low);
};

/** A clause that shares the subject of the one before it. */
export const isShared = (clause: Clause): boolean => clause.subjectFrom === clause.subjectTo && clause.kind === "and";

/** "They were empty when they came to us": part of the clause before, unless it dates it ("since X left in 2004"). */
export function isPartOfEarlier(words: readonly Token[], clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  const before = clauses[index - 1];
  if (!clause || !before || clause.kind !== "adverbial" || isSetOff(words, clause.from) || clause.from >= before.to)
    return false;
  return !/^(?:since|after|before|until)$/u.test(words[clause.from - 1]?.low ?? "");
}

/** "The ministry was asked on the same day": a question put is no claim. */
export const isQuestionPut = (words: readonly Token[], clause: Clause): boolean =>
  (clause.lemma === "ask" || clause.lemma === "contact") &&
  isPassiveGroup(words, clause) &&
  words[clause.verbEnd]?.low !== "to";

/** Whether the verb gives the words to nobody: "is said to", "it is understood that". */
export function isEvidential(verbs: string, words: readonly Token[], clause: Clause): boolean {
  if (agentAttribution(words, clause, clause.to)) return false;
  if (isExistential(words, clause) || isRumoured(words, clause)) return true;
  const text = `${textOf(words.slice(clause.subjectFrom, clause.verb))} ${verbs}`;
  return (
    findCues("evidential", text).some((cue) => cue.from === 0 || !/^sources\b/iu.test(cue.text)) ||
    findCues("believed", verbs).length > 0 ||
    /^it (?:is|was|has been|had been) (?:further |also |now |later |then )?(?:understood|said|stated|added|announced|reported|alleged|claimed|believed|thought|noted|observed|pointed out|recalled|learned|learnt|made known)/iu.test(
      text,
    ) ||
    /^reports (?:say|said|suggest|suggested|indicate|indicated|have it)\b/iu.test(text) ||
    /^it (?:has |had |later |since |then )*(?:emerged|transpired|turned out|became known|come to light|came out)\b/iu.test(
      text,
    )
  );
}

/** "There were reports that ...", "There are fears that ...". */
export function isExistential(words: readonly Token[], clause: Clause): boolean {
  const that = words.findIndex(({ low }, index) => index >= clause.verbEnd && low === "that");
  const noun = words[that - 1];
  return (
    words[clause.subjectFrom]?.low === "there" &&
    clause.lemma === "be" &&
    that - clause.verbEnd < 5 &&
    noun?.tag === "NOUN" &&
    ["claim-noun", "doubt-noun", "rumour"].some((kind) => isWordOf(kind, noun.low)) &&
    !words.slice(clause.verb, that).some(({ low }) => /^(?:no|not|little)$/u.test(low))
  );
}

/** "Word reached Mirren on Monday that ...". */
export const isRumoured = (words: readonly Token[], clause: Clause): boolean =>
  isWordOf("rumour-verb", clause.lemma) &&
  isWordOf("rumour", textOf(words.slice(clause.subjectFrom, clause.subjectTo))) &&
  words.slice(clause.verbEnd).some(({ low }) => low === "that");

/** "The report could not be independently verified": nobody is named who could not. */
export const isUnverifiable = (words: readonly Token[], clause: Clause): boolean =>
  isPassiveGroup(words, clause) &&
  isWordOf("verified", at(words, clause.verbEnd - 1).low) &&
  /^(?:could|can|cannot|has|have)$/u.test(at(words, clause.verb).low) &&
  words.slice(clause.verb, clause.verbEnd).some(({ low }) => /^(?:not|cannot|n[’']t)$/u.test(low)) &&
  words[clause.verbEnd]?.low !== "by";

/** "which makes a party of four": the author adds up. */
export const isReckoning = (tokens: readonly Token[]): boolean =>
  /^(?:make|makes|made|bring|brings|brought|add|adds|give|gives)$/u.test(tokens[1]?.low ?? "") &&
  tokens.some(({ tag }) => tag === "NUM");

/** Verbs that tell with a noun: "calls it the first departure", "spoke of six crates". */
export const givesNoun = (
  clause: Clause,
  { words, end, isKnown }: { words: readonly Token[]; end: number; isKnown: boolean },
): boolean =>
  /^(?:call|claim|describe|report|mention|speak|estimate|put|identify|trace|portray|characteri[sz]e|label)$/u.test(
    clause.lemma,
  ) ||
  (clause.lemma === "add" && isKnown && givesNumber(words, clause, end));

/** Whether a fragment counts something: a number and a noun behind it that is no month. */
export function countsSomething(piece: readonly Token[]): boolean {
  const number = piece.findIndex(({ tag, text }) => tag === "NUM" && !/^\d{4}$/u.test(text));
  if (number < 0 || piece.length < 2) return false;
  const before = piece[number - 1]?.low ?? "";
  if (piece[number]?.low === "one" && /^(?:DET|ADJ)$/u.test(piece[number - 1]?.tag ?? "")) return false;
  const behind = piece.slice(number + 1).find(({ tag }) => tag === "NOUN" || tag === "PROPN" || tag === "ADP");
  return behind !== undefined && !/^(?:issue|no|no\.|vol|page|part)$/u.test(before) && !isMonth(behind.low);
}

/** What goes on behind an attribution between commas, if it has no verb: ", by a mechanic at the mint" behind ", the newspaper says". */
export function tailBehind(words: readonly Token[], clause: Clause, end: number): readonly Token[] {
  const isBetween = words[clause.from - 1]?.low === "," && words[clause.verbEnd]?.low === ",";
  const first = words[clause.verbEnd + 1];
  // "..., it said, citing a guard": whose word it is, and no part of it.
  const goesOn = first?.tag === "ADP" || (first?.tag === "VERB" && !first.low.endsWith("ing"));
  if (!isBetween || !goesOn) return [];
  const tail = words.slice(clause.verbEnd + 1, end);
  const stop = tail.findIndex(({ low, tag }) => /^[,;:]$/u.test(low) || tag === "QUOTE");
  const kept = stop < 0 ? tail : tail.slice(0, stop);
  return kept.at(-1)?.low === "." ? kept.slice(0, -1) : kept;
}

/** ", the Post reported on Sunday": nothing but who tells, and when, at the end of what has been told already. */
export function isTrailingBare(words: readonly Token[], clause: Clause, end: number): boolean {
  const behind = words.slice(clause.verbEnd, end).filter(({ low }) => low !== ".");
  const isLast = end >= words.length - 1;
  const isTime =
    behind.length === 0 ||
    /^(?:on|in|at|late|early|last|yesterday|today|earlier|\p{L}+day)$/u.test(behind[0]?.low ?? "");
  const isShort = isTime && behind.length < 5 && !behind.some(({ tag }) => /^(?:VERB|AUX)$/u.test(tag));
  return (
    isLast &&
    isShort &&
    words[clause.from - 1]?.low === "," &&
    tells(clause.lemma, "say", "relay") &&
    clause.kind === "main"
  );
}

/** "Asked whether he had met X, he said": on what occasion the next clause was said. */
export const isOccasion = (words: readonly Token[], clause: Clause, clauses: readonly Clause[]): boolean =>
  clause.verb === 0 &&
  clauses.length > 1 &&
  /^(?:asked|pressed|questioned|quizzed|challenged|approached|reached|contacted|interviewed|told|confronted|cornered)$/u.test(
    words[0]?.low ?? "",
  );

/** "I thank the minister", "I would ask Members not to ...": said to do something by saying it, not to tell anything. */
export const isPerformed = (words: readonly Token[], clause: Clause): boolean =>
  /^(?:i|we)$/u.test(words[clause.subjectFrom]?.low ?? "") &&
  clause.kind === "main" &&
  findCues("performative", textOf(words.slice(clause.verb, Math.min(words.length, clause.verbEnd + 2)))).some(
    ({ from }) => from === 0,
  );

/** "Neither figure could be checked": nobody is named who could not. */
export const isUnverified = (words: readonly Token[], clause: Clause, verbs: string): boolean =>
  /^(?:neither|none|no|nothing)$/u.test(words[clause.subjectFrom]?.low ?? "") &&
  findCues("verifiable", verbs).length > 0;
