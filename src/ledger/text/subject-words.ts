import { at } from "../../base/index.ts";
import { asking, conjunctions, joining, relatives } from "./clause-words.ts";
import type { VerbGroup } from "./find-verbs.ts";
import type { Token } from "./tag-tokens.ts";
import { isDayWord, isMonth } from "./time-words.ts";

/** "says that last Thursday it blocked": where the time right before a subject begins; the subject's place where there is none. */
export function timeBefore(tokens: readonly Token[], left: number): number {
  let from = left;
  const isTime = ({ low, tag }: Token): boolean =>
    isMonth(low) ||
    isDayWord(low) ||
    tag === "NUM" ||
    /^(?:on|in|last|this|early|late|earlier|yesterday|today|week|month|year|,)$/u.test(low);
  while (from > 0 && left - from < 6 && isTime(at(tokens, from - 1))) from -= 1;
  return from;
}

/** "they", "it", "there were" begin their clause: what stands before belongs to another. */
export function isOwnSubject(tokens: readonly Token[], index: number, { verb, lemma }: VerbGroup): boolean {
  const low = index < verb ? (tokens[index]?.low ?? "") : "";
  if (low === "there") return index > 0 ? /^(?:be|seem|appear|come|exist|remain|follow)$/u.test(lemma) : true;
  return /^(?:i|he|she|it|we|they)$/u.test(low) && !isGoverned(tokens, index);
}

/** "a spokesman for it": behind a preposition it belongs to the words before. */
const isGoverned = (tokens: readonly Token[], index: number): boolean =>
  /^(?:it|you)$/u.test(tokens[index]?.low ?? "") &&
  /^(?:for|of|with|to|from|by|at|in)$/u.test(tokens[index - 1]?.low ?? "");

const subjectTags = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "ADV", "ADP", "SYM", "X", "INTJ"]);

export function isSubjectWord(tokens: readonly Token[], index: number, floor: number): boolean {
  const token = at(tokens, index);
  if (token.tag === "QUOTE" || /^[,;:.!?—–]$/u.test(token.low)) return false;
  if (/^[()]$/u.test(token.low)) return true;
  if (relatives.has(token.low) || asking.has(token.low)) return false;
  if (token.low === "that") return false;
  if (joining.has(token.low) && !isBound(tokens, index))
    return !(floor <= index) || token.tag === "ADP" || isBeforeTime(tokens, index);
  if (conjunctions.has(token.low)) return joinsNouns(tokens, index, floor);
  return (
    subjectTags.has(token.tag) ||
    (token.tag === "VERB" && (/ing$|ed$|en$/u.test(token.low) || tokens[index + 1]?.tag === "ADP"))
  );
}

/** "attend church after a fire ripped": behind a clause that has its verb, a joining word and one noun phrase before a verb begin the next. */
export function joinsHere(
  tokens: readonly Token[],
  { index, floor, verb }: { index: number; floor: number; verb: number },
): boolean {
  const { low, tag } = at(tokens, index);
  if (tag !== "ADP" || !/^(?:after|before|until|since|as)$/u.test(low) || index <= floor || isBeforeTime(tokens, index))
    return false;
  const between = tokens.slice(index + 1, verb);
  return between.length > 0 && between.every((token) => /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART)$/u.test(token.tag));
}

/** "As many as 40 men": it bounds a number. */
const isBound = (tokens: readonly Token[], index: number): boolean =>
  at(tokens, index).low === "as" &&
  (/^(?:many|much|few|little)$/u.test(tokens[index + 1]?.low ?? "") ||
    /^(?:many|much|few|little)$/u.test(tokens[index - 1]?.low ?? ""));

/** "since the New Year", "before March": a preposition, not the start of a clause. */
export function isBeforeTime(tokens: readonly Token[], index: number): boolean {
  const from = tokens[index + 1]?.low === "the" ? index + 2 : index + 1;
  const low = tokens[from]?.low ?? "";
  if (low === "new") return tokens[from + 1]?.low === "year";
  return (
    isMonth(low) ||
    /^(?:start|beginning|end|year|month|week|summer|winter|spring|autumn|early|late|last|mid)|^\d/u.test(low)
  );
}

/** "Anis and Karim Belghazwan have": the conjunction joins nouns of one subject, when no verb stands before it in the clause. */
function joinsNouns(tokens: readonly Token[], index: number, floor: number): boolean {
  if (floor > 0 && !hasBreak(tokens, floor, index)) return false;
  const left = tokens[index - 1];
  return !!left && (left.tag === "NOUN" || left.tag === "PROPN" || left.tag === "NUM" || left.tag === "PRON");
}

function hasBreak(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1)
    if (/^(?:,|;|:|that|who|which)$/u.test(at(tokens, index).low)) return true;
  return false;
}
