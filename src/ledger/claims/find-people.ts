import { at } from "../../base/index.ts";
import { isWordOf, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";
import { isFormerDoer } from "./standing-for.ts";

/** Somebody whom a sentence speaks of; `isCentre`: the sentence brings him up as what it is about. */
export interface PersonSpokenOf {
  readonly phrase: SpeakerPhrase;
  readonly isCentre: boolean;
}

/** The people that a sentence speaks of, in order, whether they tell anything or not: by their nouns, or by names of two words and more. */
export function findPeople(tokens: readonly Token[]): readonly PersonSpokenOf[] {
  const nouns: PersonSpokenOf[] = [];
  const names: PersonSpokenOf[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const isNoun = (isPersonNoun(at(tokens, index)) || isFormerDoer(tokens, index)) && !isPredicate(tokens, index);
    const end = isNoun ? nameEnd(tokens, index + 1) : bracketEnd(tokens, fullNameEnd(tokens, index));
    if (end === undefined) continue;
    const from = nounFrom(tokens, index);
    const read = readSpeakerPhrase(tokens.slice(from, end));
    // "The manager of the ship, Olen Tankers": the name behind is a firm's.
    const phrase = isNoun && read?.kind !== "person" ? readSpeakerPhrase(tokens.slice(from, index + 1)) : read;
    const isPerson = phrase?.kind === "person" && !phrase.isPronoun && !isWordOf("thing", phrase.head);
    if (isPerson) {
      const person = { phrase: identified(phrase, tokens, end), isCentre: isCentre(tokens, from, phrase) };
      (isNoun || isSaidOfPerson(tokens, end) ? nouns : names).push(person);
    }
    index = apposedEnd(tokens, end) - 1;
  }
  // A bare name may be a firm's or a ship's.
  return nouns.length > 0 ? nouns : names;
}

/** "Ada Lund, 58, who ...", "Ivo Tarn, who sits ...", "Ada Lund, until May head of accounts,": only people have an age or a post, or are "who". */
const isSaidOfPerson = (tokens: readonly Token[], end: number): boolean =>
  tokens[end]?.low === "," &&
  (tokens[end + 1]?.low === "who" ||
    (tokens[end + 1]?.tag === "NUM" && tokens[end + 2]?.low === ",") ||
    apposedEnd(tokens, end) > end);

/** Where the words between commas end that say what somebody named right before is; the same place where there are none. */
function apposedEnd(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.low !== "," || !(tokens[end - 1]?.tag === "PROPN" || tokens[end - 1]?.text === ")")) return end;
  const close = tokens.findIndex(({ low }, index) => index > end && /^[,;:.]$/u.test(low));
  const words = tokens.slice(end + 1, close < 0 ? end + 1 : close);
  const isPost =
    words.some(isPersonNoun) && words[0]?.tag !== "PROPN" && !words.some(({ tag }) => tag === "VERB" || tag === "AUX");
  return isPost && tokens[close]?.low === "," ? close : end;
}

/** Somebody named who is the subject or stands behind "is" at its place, or somebody whom the author has asked. */
function isCentre(tokens: readonly Token[], from: number, { names }: SpeakerPhrase): boolean {
  const before = tokens.slice(0, from);
  const verbs = before.filter(({ tag }) => tag === "VERB" || tag === "AUX");
  const isSubject = verbs.length === 0 || (verbs.length === 1 && before.at(-1)?.lemma === "be");
  const isAsked =
    verbs.length === 1 &&
    /^(?:i|we)$/u.test(tokens[0]?.low ?? "") &&
    /^(?:ask|ring|meet|find|reach|call|visit|see|telephone|phone|interview|trace)$/u.test(verbs[0]?.lemma ?? "");
  return isAsked || (isSubject && names.length > 0);
}

/** "The director of the firm is an Ivo Tarn": the noun and the name are one. */
function identified(phrase: SpeakerPhrase, tokens: readonly Token[], end: number): SpeakerPhrase {
  const be = tokens.findIndex(({ lemma }, index) => index >= end && lemma === "be");
  if (phrase.names.length > 1 || be < 0) return phrase;
  const from = /^(?:a|an|one)$/u.test(tokens[be + 1]?.low ?? "") ? be + 2 : be + 1;
  const until = fullNameEnd(tokens.slice(from), 0);
  const gap = tokens.slice(end, be);
  if (until === undefined || (gap.length > 0 && !(gap[0]?.low === "," && gap.at(-1)?.low === ","))) return phrase;
  const name = textOf(tokens.slice(from, from + until));
  return { ...phrase, text: `${phrase.text}, ${name}`, names: [...phrase.names, name] };
}

const isPersonNoun = ({ tag, text, low }: Token): boolean =>
  tag === "NOUN" && /^\p{Ll}/u.test(text) && isWordOf("person", low) && !isWordOf("body", low);

/** Where the phrase of a noun begins: with its article, adjectives and what narrows it. */
function nounFrom(tokens: readonly Token[], index: number): number {
  let from = index;
  while (from > 0 && index - from < 6 && /^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/u.test(at(tokens, from - 1).tag)) from -= 1;
  return /^(?:his|her|its|their|my|our)$/u.test(tokens[from - 1]?.low ?? "") ? from - 1 : from;
}

/** "is called a director", "for want of a living director": what somebody is, or nobody. */
function isPredicate(tokens: readonly Token[], index: number): boolean {
  const before = tokens[nounFrom(tokens, index) - 1];
  const isIndefinite = /^(?:a|an)$/u.test(tokens[nounFrom(tokens, index)]?.low ?? "");
  return (
    isIndefinite &&
    /^(?:is|are|was|were|be|been|being|called|named|as|become|became|without|like|want)$/u.test(
      (before?.low === "of" ? tokens[nounFrom(tokens, index) - 2]?.low : before?.low) ?? "",
    )
  );
}

/** Behind a name its other spelling in brackets belongs to it: "Tamaz Gelovi (თამაზ გელოვი)". */
function bracketEnd(tokens: readonly Token[], end: number | undefined): number | undefined {
  if (end === undefined || tokens[end]?.text !== "(") return end;
  const close = tokens.findIndex(({ text }, index) => index > end && text === ")");
  return close > end && close - end < 6 ? close + 1 : end;
}

/** Behind a noun: a name right behind it, or between commas, over "general" and "of accounts". */
function nameEnd(tokens: readonly Token[], noun: number): number {
  const general = /^(?:general|elect|designate|emeritus|emerita)$/u.test(tokens[noun]?.low ?? "") ? noun + 1 : noun;
  const owned = ownedEnd(tokens, general);
  const from = tokens[owned]?.low === "," && tokens[owned + 1]?.tag === "PROPN" ? owned : general;
  let end = tokens[from]?.low === "," && tokens[from + 1]?.tag === "PROPN" ? from + 1 : from;
  if (tokens[end]?.tag !== "PROPN") return from;
  while (tokens[end]?.tag === "PROPN") end += 1;
  return end;
}

/** Where "of accounts", "of the fund" behind a noun ends; the same place where it has none. */
function ownedEnd(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.low !== "of") return from;
  let end = from + 1;
  while (/^(?:DET|ADJ|NOUN|PROPN)$/u.test(tokens[end]?.tag ?? "")) end += 1;
  return end;
}

/** The end of a name of two words or more that no article and no preposition leads to; undefined where none begins. */
function fullNameEnd(tokens: readonly Token[], index: number): number | undefined {
  const before = tokens[index - 1];
  if (tokens[index]?.tag !== "PROPN" || /^(?:DET|ADP|PROPN|ADJ)$/u.test(before?.tag ?? "")) return undefined;
  if (before && isWordOf("thing", before.low)) return undefined;
  let end = index;
  while (tokens[end]?.tag === "PROPN" && /^\p{Lu}/u.test(at(tokens, end).text)) end += 1;
  const names = tokens.slice(index, end);
  return names.length > 1 &&
    names.length < 5 &&
    !names.some(({ low }) => (isWordOf("body", low) && !isWordOf("person", low)) || isWordOf("outlet", low))
    ? end
    : undefined;
}
