import { at } from "../../base/index.ts";
import { joining } from "./clause-words.ts";
import type { VerbGroup } from "./find-verbs.ts";
import { tells } from "./reporting.ts";
import type { Token } from "./tag-tokens.ts";
import { isDayWord, isMonth } from "./time-words.ts";

/** "the biggest fire | the department has seen": where the subject begins of a clause that describes the noun before it, without a pronoun. */
export function describing(tokens: readonly Token[], left: number, verb: number): number | undefined {
  for (let index = left + 1; index < verb; index += 1) {
    const isNoun = at(tokens, index - 1).tag === "NOUN";
    if (isNoun && /^(?:the|a|an|its|his|her|their)$/u.test(at(tokens, index).low)) return index;
  }
  return undefined;
}

/**
 * Where, behind a verb of telling, its own words end and the subject of what is told begins: "told Lake Radio | the gate was",
 * "said Thursday | it had", "said in a statement | the barge had"; undefined where nothing stands between them.
 */
export function toldUpTo(
  tokens: readonly Token[],
  { floor, left, last, verb }: { floor: number; left: number; last: VerbGroup | undefined; verb: number },
): number | undefined {
  if (!last) return undefined;
  if (toldVerbs.test(last.lemma)) return left > floor ? undefined : secondPhrase(tokens, floor, verb);
  if (!tells(last.lemma, "say", "allege", "confirm", "hedge")) return undefined;
  let index = floor;
  while (index < verb) {
    if (at(tokens, index).tag === "ADP" && !joining.has(at(tokens, index).low))
      index = behindPhrase(tokens, index + 1, verb);
    else if (isTime(tokens, index)) index += 1;
    else break;
  }
  const isHere = left <= floor || index === left;
  return isHere && index > floor && index < verb && opensPhrase(tokens[index]) ? index : undefined;
}

/** Where the noun phrase behind a preposition ends: before the article, number or pronoun of the next. */
function behindPhrase(tokens: readonly Token[], from: number, end: number): number {
  let index = from;
  while (index < end && /^(?:DET|PRON|NUM)$/u.test(at(tokens, index).tag) && index < from + 1) index += 1;
  while (index < end && /^(?:ADJ|NOUN|PROPN|PART)$/u.test(at(tokens, index).tag)) index += 1;
  return index;
}

/** "Thursday", "late Tuesday", "this week", "yesterday". */
const isTime = (tokens: readonly Token[], index: number): boolean => {
  const { low, tag } = at(tokens, index);
  if (low === "this" || low === "last") return isTimeWord(tokens[index + 1]?.low ?? "");
  return isTimeWord(low) || (tag === "NUM" && isTimeWord(tokens[index - 1]?.low ?? ""));
};

const isTimeWord = (low: string): boolean =>
  isDayWord(low) ||
  isMonth(low) ||
  /^(?:earlier|later|last|this|early|late|again|also|week|month|year|morning|afternoon|evening|night)$/u.test(low);

/** Where, behind the first noun phrase, a second one begins. */
function secondPhrase(tokens: readonly Token[], floor: number, verb: number): number | undefined {
  for (let index = floor + 1; index < verb; index += 1) {
    const before = at(tokens, index - 1);
    const isNoun = /^(?:NOUN|PROPN)$/u.test(before.tag) || /^(?:me|us|him|her|them)$/u.test(before.low);
    const { tag, low } = at(tokens, index);
    if (
      isNoun &&
      ((tag === "DET" && low !== "that") || tag === "NUM" || /^(?:his|her|its|their|our|my|he|she|it|they)$/u.test(low))
    )
      return isTime(tokens, index) ? undefined : index;
    if (tag === "ADP") return undefined;
  }
  return undefined;
}

/** Verbs that need somebody to be told. */
export const toldVerbs = /^(?:tell|inform|assure|warn|remind|advise|notify)$/u;

/** "an officer who said the ban would be lifted": verbs of telling that need nobody to be told. */
export const saysClause = (lemma: string): boolean =>
  tells(lemma, "say", "allege", "hedge") &&
  !toldVerbs.test(lemma) &&
  !/^(?:call|describe|identify|report|write)$/u.test(lemma);

/** A word that can only begin a noun phrase. */
export const opensPhrase = (token: Token | undefined): boolean =>
  token?.tag === "DET" ||
  token?.tag === "NUM" ||
  token?.tag === "PROPN" ||
  /^(?:he|she|it|they|we|i|his|her|its|their)$/u.test(token?.low ?? "");
