import { at } from "../../base/index.ts";
import type { Clause } from "../text/find-clauses.ts";
import { findCues, isWordOf, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { type Attribution } from "./attribution.ts";
import { phraseWords } from "./phrase-words.ts";
import { isPrecedent } from "./judge-statement.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";
import { tells } from "../text/reporting.ts";
import type { Manner } from "./statement.ts";

/** Words of a segment without brackets and quotation marks, for the reading of clauses. */
export function plain(segment: readonly Token[]): readonly Token[] {
  let depth = 0;
  return withoutAges(withoutAsides(segment)).filter((token) => {
    if (token.text === "(") depth += 1;
    const isOutside = depth === 0 && token.tag !== "QUOTE";
    if (token.text === ")") depth = Math.max(0, depth - 1);
    return isOutside;
  });
}

/** Without ", 54," behind a name; the second comma stays before a description. */
const withoutAges = (segment: readonly Token[]): readonly Token[] =>
  segment.filter((token, index) => {
    if (isAge(segment, index)) return false;
    if (token.low !== ",") return true;
    const closes = isAge(segment, index - 1) && /^(?:VERB|AUX)$/u.test(segment[index + 1]?.tag ?? "");
    return !isAge(segment, index + 1) && !closes;
  });

const isAge = (segment: readonly Token[], index: number): boolean =>
  /^[1-9]\d$/u.test(segment[index]?.text ?? "") &&
  segment[index - 1]?.low === "," &&
  segment[index - 2]?.tag === "PROPN" &&
  segment[index + 1]?.low === ",";

/** Without "mind you," and its like between commas. */
function withoutAsides(segment: readonly Token[]): readonly Token[] {
  const first = segment[0];
  if (!first) return segment;
  const cues = findCues("aside", textOf(segment));
  if (cues.length === 0) return segment;
  const words = new Set(cues.map(({ text }) => text.toLowerCase()));
  const dropped = new Set<Token>();
  for (let index = 1; index < segment.length; index += 1) {
    if (at(segment, index - 1).low !== ",") continue;
    const end = segment.findIndex(({ low }, other) => other > index && low === ",");
    const aside = segment.slice(index, end < 0 ? segment.length : end);
    if (words.has(textOf(aside).toLowerCase()))
      for (const token of segment.slice(index - 1, index + aside.length)) dropped.add(token);
  }
  return segment.filter((token) => !dropped.has(token));
}

/** "Lake Daily reports:": it says whose the words behind it are and claims nothing. */
export const isIntro = (words: readonly Token[], clauses: readonly Clause[]): boolean =>
  words.at(-1)?.low === ":" &&
  clauses.length === 1 &&
  clauses.every(({ lemma }) => tells(lemma, "say", "relay", "give"));

/** "Begin with the money." and "What is denied.": advice and headings claim nothing. */
export function isInstruction(words: readonly Token[], clauses: readonly Clause[]): boolean {
  if (clauses.every(({ kind }) => kind === "asked")) return true;
  const clause = clauses.find(({ kind }) => kind === "main");
  if (!clause || clause.subjectFrom < clause.subjectTo) return false;
  const verb = at(words, clause.verb);
  return (
    verb.tag === "VERB" &&
    verb.lemma === verb.low &&
    clauses.every((other) => other === clause || other.kind === "adverbial")
  );
}

/** "If the sum holds", "Unless ...", "As far as we know". */
export function isConditional(words: readonly Token[], clause: Clause): boolean {
  const joint = words[clause.from - 1]?.low ?? "";
  // "Assuming that he stays away, ...", "Should the price stand up, ...".
  const assumed = /^(?:assuming|supposing|provided|granted)$/u;
  if (assumed.test(joint) || (joint === "that" && assumed.test(words[clause.from - 2]?.low ?? ""))) return true;
  if (clause.verb === 0 && opensTurned(words)) return true;
  return (
    joint === "if" || joint === "unless" || (joint === "as" && /^(?:we|i)$/u.test(words[clause.subjectFrom]?.low ?? ""))
  );
}

/** "Should the price stand up, ...", "Were he to come back, he would ...": no question that somebody asks. */
function opensTurned(words: readonly Token[]): boolean {
  const behind = words.slice(words.findIndex(({ low }) => low === ",") >>> 0);
  const isAsked = words.some(({ low, lemma }) => low === "?" || lemma === "ask");
  if (behind.length === 0 || isAsked) return false;
  const first = words[0]?.low ?? "";
  return (
    first === "should" ||
    (/^(?:were|had)$/u.test(first) && behind.some(({ low }) => /^(?:would|could|might)$/u.test(low)))
  );
}

/** "By my count he is the first": before the first clause stands whose reckoning it is. */
export const opensOnReckoning = (words: readonly Token[], clauses: readonly Clause[]): boolean =>
  (clauses[0]?.from ?? 0) > 1 &&
  /^(?:by|in|on)$/u.test(words[0]?.low ?? "") &&
  /^(?:my|our)$/u.test(words[1]?.low ?? "") &&
  isWordOf("reckoning", words[2]?.low ?? "");

/** Where the words of a clause's verb end: at the next clause that is no part of it. */
export function endOf(words: readonly Token[], clauses: readonly Clause[], index: number): number {
  const next = clauses.slice(index + 1).find(({ from }) => from > at(clauses, index).verb);
  return next ? next.from : words.length;
}

/** The last of the clauses that hang on one: its content, what it asks, what describes it, and "where ..." behind it. */
export function lastHanging(clauses: readonly Clause[], index: number): number {
  let last = index;
  while (clauses[last + 1] && /^(?:that|asked|relative)$/u.test(at(clauses, last + 1).kind)) last += 1;
  return clauses[last + 1]?.kind === "adverbial" ? last + 1 : last;
}

/** The clause that can be what a verb of telling tells: the next that neither describes nor conditions. */
export function contentOf(clauses: readonly Clause[], index: number): Clause | undefined {
  for (const clause of clauses.slice(index + 1)) {
    if (clause.kind !== "relative" && clause.kind !== "asked" && clause.kind !== "adverbial") return clause;
    if (clause.kind === "adverbial" && tells(clause.lemma, "say", "deny", "confirm")) return undefined;
  }
  return undefined;
}

/** A relative clause is a claim of its own behind a comma, or where it is long and names or counts something. */
export function isWorthAlone(words: readonly Token[], clause: Clause): boolean {
  const tokens = words.slice(clause.from, clause.to);
  if (words[clause.from - 1]?.low === ",")
    return tokens.length > 3 || (tokens.length > 2 && tokens.at(-1)?.tag === "NUM");
  const names = tokens.some(({ tag, text }) => tag === "NUM" || (tag === "PROPN" && /^\p{Lu}/u.test(text)));
  const isHedged = findCues("believed", textOf(tokens)).length > 0;
  return isHedged || (tokens.length > 5 && names);
}

/** How the content of a verb of telling is given. */
export function mannerOf(lemma: string, isNegated: boolean): Manner {
  if (tells(lemma, "deny")) return isNegated ? "silent" : "denied";
  if (tells(lemma, "confirm")) return "confirmed";
  if (tells(lemma, "find") && !tells(lemma, "say")) return "act";
  return "said";
}

export const isNegatedGroup = (words: readonly Token[], clause: Clause): boolean =>
  words.slice(clause.verb, clause.verbEnd).some(({ low }) => low === "not" || low === "never" || /n[’']t$/u.test(low));

/** An attribution by a speaker alone. */
export const bare = (speaker: SpeakerPhrase, lemma: string): Attribution => ({
  speaker,
  told: undefined,
  from: [],
  carrier: undefined,
  lemma,
  cue: `${speaker.text} ${lemma}`,
});

export const givesNumber = (words: readonly Token[], clause: Clause, end: number): boolean =>
  words.slice(clause.verbEnd, end).some(({ tag }) => tag === "NUM");

/** Without the marks and the words that lead to what follows: ", according to". */
export const withoutTail = (words: readonly Token[]): readonly Token[] =>
  words.slice(
    0,
    words.findLastIndex(
      ({ low, tag }) =>
        !/^(?:PUNCT|QUOTE)$/u.test(tag) && !/^(?:according|to|in|by|from|under|and|but|while)$/u.test(low),
    ) + 1,
  );

/** Whether a verb has someone's report as its object: "rejected a report by X that", "has withdrawn its claim that". */
export const hasReportAsObject = (words: readonly Token[], clause: Clause): boolean =>
  words
    .slice(clause.verbEnd, clause.to)
    .some(({ low }) => /^(?:report|reports|claim|claims|allegation|allegations|suggestion|story|account)$/u.test(low));

/** The clause from its verb on where a citation stands between subject and verb: "spoke of six crates". */
export function ownWords(words: readonly Token[], clause: Clause): readonly Token[] {
  const cited = words.findIndex(
    ({ low }, index) =>
      index > clause.from &&
      index < clause.verb &&
      /^(?:citing|quoting|relaying|from|speaking|talking|writing|asked)$/u.test(low) &&
      at(words, index - 1).low === ",",
  );
  return words.slice(cited >= 0 ? clause.verb : clause.from, clause.to);
}

/** The words of the clause itself: its subject and what begins with its verb, up to an inserted relative clause. */
export function coreOf(words: readonly Token[], clause: Clause): readonly Token[] {
  const isBefore = /^(?:never|hardly|scarcely|no longer)$/u.test(words[clause.verb - 1]?.low ?? "");
  const behind = words.slice(isBefore ? clause.verb - 1 : clause.verb, clause.to);
  const cut = behind.findIndex(
    ({ low }, index) =>
      index > 1 && (/^(?:who|which|whose)$/u.test(low) || describes(behind, index)) && hasVerbBehind(behind, index),
  );
  const subject = clause.subjectFrom < clause.verb ? words.slice(clause.subjectFrom, clause.subjectTo) : [];
  return [...subject, ...(cut < 0 ? behind : behind.slice(0, cut))];
}

/** "wallets that were probably run by": "that" with a noun before it and its verb behind it. */
const describes = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.low === "that" && tokens[index - 1]?.tag === "NOUN" && tokens[index + 1]?.tag === "AUX";

const hasVerbBehind = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from + 1).some(({ tag }) => tag === "AUX" || tag === "VERB");

/** Without the words "according to X" at either end. */
export function withoutRange(
  tokens: readonly Token[],
  words: readonly Token[],
  range: { readonly from: number; readonly to: number },
): readonly Token[] {
  const cut = new Set(words.slice(range.from, range.to));
  const kept = tokens.filter((token) => !cut.has(token));
  return kept.slice(
    kept.findIndex(({ low }) => low !== ","),
    kept.findLastIndex(({ low }) => low !== ",") + 1,
  );
}

/** The words before the first verb. */
export function subjectOf(tokens: readonly Token[]): readonly Token[] {
  const verb = tokens.findIndex(({ tag }) => tag === "AUX" || tag === "VERB");
  return verb < 0 ? [] : tokens.slice(0, verb);
}

/** Sentences that are the author's own whoever spoke before: in the first person, opinions, precedents, conditions, irony. */
export function isAuthorial(tokens: readonly Token[], condition: string): boolean {
  const text = textOf(tokens);
  if (
    condition !== "" ||
    /\b(?:I|we|our|us|my|me)\b/iu.test(text) ||
    isPrecedent(text) ||
    /\b(?:relies|relied|rests|rested) (?:up)?on\b/iu.test(text) ||
    /^(?:that makes|that is|in all|altogether|all told)\b/iu.test(text)
  )
    return true;
  return (
    findCues("opinion", text).length > 0 ||
    findCues("irony", text).length > 0 ||
    /\bwould also\b|\bcannot\b|highest-ranking|most senior|\bthe largest\b/u.test(text)
  );
}

/** "has the same man on the telephone", "talked to a former treasurer", "rest on one cashier": the person behind an outlet's story. */
export function informantIn(tokens: readonly Token[]): SpeakerPhrase | undefined {
  for (let index = 0; index < tokens.length; index += 1) {
    const { tag } = at(tokens, index);
    if (tag !== "DET" && tag !== "NUM") continue;
    const phrase = readSpeakerPhrase(phraseWords(tokens, index));
    if (phrase?.kind === "person" && /^\p{Ll}/u.test(phrase.head) && isWordOf("person", phrase.head)) return phrase;
  }
  return undefined;
}

/** The last of the clauses that a refusal takes in: what it will not say, and in a quotation what the same speaker adds. */
export function lastOfRefusal(
  words: readonly Token[],
  clauses: readonly Clause[],
  index: number,
  isQuoted: boolean,
): number {
  let last = index;
  for (let next = index + 1; next < clauses.length; next += 1) {
    const clause = at(clauses, next);
    const isSame = isQuoted && /^(?:we|i|they|it|he|she)$/u.test(words[clause.subjectFrom]?.low ?? "");
    if (clause.kind === "that" || clause.kind === "asked" || isSame) last = next;
    else if (clause.kind !== "adverbial") break;
  }
  return last;
}
