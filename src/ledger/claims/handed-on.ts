import { at } from "../../base/index.ts";
import type { Clause } from "../text/find-clauses.ts";
import type { Token } from "../text/tag-tokens.ts";
import { canSpeak } from "./attribution.ts";
import { contentOf } from "./clause-shapes.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";
import { phraseWords } from "./phrase-words.ts";
import type { SegmentState } from "./segment-state.ts";

// Between "had it" and "from" stands at most an insertion such as ", as she told me in the corridor,".
const insertionMax = 9;

/**
 * "The clerk had it from the driver": what the clerk has told before rests on the driver. "We had it from a messenger": so does
 * the author's own earlier report. False for any other clause.
 */
export function readHandedOn(
  state: SegmentState,
  words: readonly Token[],
  clauses: readonly Clause[],
  index: number,
): boolean {
  const clause = at(clauses, index);
  if (state.isQuoted || state.open || contentOf(clauses, index)?.kind === "that") return false;
  const handed =
    clause.kind === "relative" ? (handedWithin(words, clause) ?? handedTo(words, clause)) : handedBy(words, clause);
  if (!handed) return false;
  const { tellers, context } = state;
  const teller = tellers.peek(handed.teller);
  if (teller === undefined) return false;
  const source = tellers.note(handed.source);
  tellers.had(teller, source);
  context.deepen(teller, source);
  return true;
}

interface Handed {
  readonly teller: SpeakerPhrase;
  readonly source: SpeakerPhrase;
}

const taking = /^(?:have|hear|get|learn|take|pick|obtain|receive)$/u;
const taken = /^(?:it|this|that|so|them)$/u;

const handedBy = (words: readonly Token[], clause: Clause): Handed | undefined =>
  handedFrom(words, clause, words.slice(clause.subjectFrom, clause.subjectTo));

/** "a smuggler, who had it from a cousin": the one described has told it. */
function handedTo(words: readonly Token[], clause: Clause): Handed | undefined {
  const who = clause.verb - 1;
  if (words[who]?.low !== "who" || words[who - 1]?.low !== ",") return undefined;
  const described = words.slice(0, who - 1);
  const from = described.findLastIndex(({ tag, low }) => /^(?:VERB|AUX)$/u.test(tag) || /^[,;:]$/u.test(low)) + 1;
  const to = described[from]?.low === "to" ? from + 1 : from;
  return handedFrom(words, clause, described.slice(to));
}

function handedFrom(words: readonly Token[], clause: Clause, told: readonly Token[]): Handed | undefined {
  const object = objectOf(words, clause);
  if (object === undefined) return undefined;
  const from = words.findIndex(({ low }, index) => index > object && low === "from");
  const between = words.slice(object + 1, from);
  const isNear = between.length === 0 || (between[0]?.low === "," && between.at(-1)?.low === ",");
  if (from < 0 || !isNear || between.length > insertionMax) return undefined;
  const teller = readSpeakerPhrase(told);
  const source = readSpeakerPhrase(phraseWords(words, from + 1));
  return canSpeak(teller) && canSpeak(source) ? { teller, source } : undefined;
}

/** "the Post, from which we had it": the one described is the source. */
function handedWithin(words: readonly Token[], clause: Clause): Handed | undefined {
  const which = words.findIndex(({ low }, index) => index >= clause.from - 1 && /^(?:which|whom)$/u.test(low));
  if (which < 2 || which >= clause.verb || words[which - 1]?.low !== "from") return undefined;
  if (objectOf(words, clause) === undefined) return undefined;
  const comma = words[which - 2]?.low === "," ? which - 2 : which - 1;
  const teller = readSpeakerPhrase(words.slice(which + 1, clause.verb));
  const source = readSpeakerPhrase(words.slice(Math.max(0, lastMark(words, comma)), comma));
  return canSpeak(teller) && canSpeak(source) ? { teller, source } : undefined;
}

const lastMark = (words: readonly Token[], end: number): number =>
  words.slice(0, end).findLastIndex(({ low }) => /^[,;:]$/u.test(low)) + 1;

/** Where the pronoun stands for what is told, behind a verb of taking: "had it", "heard that". */
function objectOf(words: readonly Token[], { verb, verbEnd, lemma }: Clause): number | undefined {
  const isTaking = taking.test(lemma) || /^(?:has|have|had)$/u.test(words[verb]?.low ?? "");
  if (!isTaking) return undefined;
  return [verbEnd - 1, verbEnd].find((index) => index > verb && taken.test(words[index]?.low ?? ""));
}
