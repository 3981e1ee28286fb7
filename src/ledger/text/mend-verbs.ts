import { at } from "../../base/index.ts";
import { deedsOf } from "../events/event-words.ts";
import { headLemma } from "../events/head-lemma.ts";
import { takesClause, tells } from "./reporting.ts";
import type { Token } from "./tag-tokens.ts";

/** Whether a word that the tagger took for a noun or an adjective is the verb of its clause, by what stands around it. */
export const isVerbByPlace = (tokens: readonly Token[], index: number): boolean =>
  actsOnSomebody(tokens, index) ||
  isPastBeforeObject(tokens, index) ||
  isPastBetweenNames(tokens, index) ||
  isPluralVerb(tokens, index) ||
  tellsBehindComma(tokens, index) ||
  isHeadlineVerb(tokens, index);

const isSubjectEnd = (token: Token | undefined): boolean => token?.tag === "NOUN" || token?.tag === "PROPN";

/** "The directory lists him", "The list ranks them": behind a noun and right before whom it is done to. */
function actsOnSomebody(tokens: readonly Token[], index: number): boolean {
  const { tag, low } = at(tokens, index);
  const next = tokens[index + 1]?.low ?? "";
  if (tag !== "NOUN" || !/(?:[^s]s|[^e]ed)$/u.test(low) || !isSubjectEnd(tokens[index - 1])) return false;
  const isHers = next === "her" && /^(?:NOUN|ADJ|PROPN)$/u.test(tokens[index + 2]?.tag ?? "");
  return /^(?:him|her|it|them|us|me)$/u.test(next) && !isHers;
}

/** "His manifest bore nine names": an irregular past, behind a noun or what stands for one, before a number or an article. */
function isPastBeforeObject(tokens: readonly Token[], index: number): boolean {
  const { tag, low } = at(tokens, index);
  if ((tag !== "NOUN" && tag !== "ADJ") || !isIrregularPast(low)) return false;
  if (!/^(?:NUM|DET)$/u.test(tokens[index + 1]?.tag ?? "")) return false;
  const isOwned = /^(?:DET|PRON)$/u.test(tokens[index - 2]?.tag ?? "") && tokens[index - 1]?.tag === "ADJ";
  return isSubjectEnd(tokens[index - 1]) || isOwned;
}

const isIrregularPast = (low: string): boolean => !/(?:s|ed|ing|en)$/u.test(low) && headLemma(low) !== low;

/** "Kestrel Ridge informed Lodestar": a form in -ed between two names, and no verb before it. */
function isPastBetweenNames(tokens: readonly Token[], index: number): boolean {
  const { tag, low, text } = at(tokens, index);
  return (
    tag === "ADJ" &&
    text === low &&
    /[^e]ed$/u.test(low) &&
    tokens[index - 1]?.tag === "PROPN" &&
    tokens[index + 1]?.tag === "PROPN" &&
    !sentenceBefore(tokens, index).some(isVerb)
  );
}

/** "His counsel, Tiit Raudmets, protests that": behind the comma that closes an apposition, before "that", and no verb before it. */
const tellsBehindComma = (tokens: readonly Token[], index: number): boolean => {
  const { tag, low } = at(tokens, index);
  return (
    tag === "NOUN" &&
    /[^s]s$/u.test(low) &&
    tokens[index - 1]?.low === "," &&
    tokens[index + 1]?.low === "that" &&
    takesClause(headLemma(low)) &&
    !sentenceBefore(tokens, index).some((token) => isVerb(token) && !token.low.endsWith("ing"))
  );
};

/** "All three contest the charges", "The ship's papers name Brandal Lines": a base form behind several, and no verb in its words. */
const isPluralVerb = (tokens: readonly Token[], index: number): boolean => {
  const { tag, low, text } = at(tokens, index);
  const before = tokens[index - 1];
  const isOfMany =
    before?.tag === "NUM" ||
    /^(?:all|both|many|several|most|some|others)$/u.test(before?.low ?? "") ||
    (before?.tag === "NOUN" && /[^s]s$/u.test(before.low) && tells(low, "enter"));
  return (
    tag === "NOUN" &&
    text === low &&
    isOfMany &&
    /^(?:DET|PROPN)$/u.test(tokens[index + 1]?.tag ?? "") &&
    headLemma(low) === low &&
    !clauseAround(tokens, index).some(isVerb)
  );
};

/** "Freighter with rockets crashes in Doumbar", "The database names Pallister as owner": words without a verb, of which one can be it. */
function isHeadlineVerb(tokens: readonly Token[], index: number): boolean {
  const { tag, low, text } = at(tokens, index);
  if (tag !== "NOUN" || text !== low || !/[^s]s$/u.test(low) || !isSubjectEnd(tokens[index - 1])) return false;
  if (!/^(?:ADP|DET|PROPN|NUM)$/u.test(tokens[index + 1]?.tag ?? "")) return false;
  const lemma = headLemma(low);
  const canBeVerb = tells(lemma, "enter", "say", "give", "show") || deedsOf(lemma).some(({ isPlain }) => isPlain);
  return canBeVerb && !clauseAround(tokens, index).some(isVerb);
}

const isVerb = ({ tag }: Token): boolean => tag === "VERB" || tag === "AUX";

/** The words between the marks around a word. */
function clauseAround(tokens: readonly Token[], index: number): readonly Token[] {
  const isMark = ({ low }: Token): boolean => /^[;:.!?]$/u.test(low);
  const end = tokens.findIndex((token, place) => place > index && isMark(token));
  return tokens.slice(tokens.slice(0, index).findLastIndex(isMark) + 1, end < 0 ? tokens.length : end);
}

/** The words of a sentence before one of them. */
export const sentenceBefore = (tokens: readonly Token[], index: number): readonly Token[] => {
  const before = tokens.slice(0, index);
  return before.slice(before.findLastIndex(({ low }) => /^[.!?]$/u.test(low)) + 1);
};
