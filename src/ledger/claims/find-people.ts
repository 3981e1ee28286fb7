import { at } from "../../base/index.ts";
import { isWordOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";

/** The people that a sentence speaks of, in order, whether they tell anything or not: by their nouns, or by names of two words and more. */
export function findPeople(tokens: readonly Token[]): readonly SpeakerPhrase[] {
  const nouns: SpeakerPhrase[] = [];
  const names: SpeakerPhrase[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const isNoun = isPersonNoun(at(tokens, index)) && !isPredicate(tokens, index);
    const end = isNoun ? nameEnd(tokens, index + 1) : fullNameEnd(tokens, index);
    if (end === undefined) continue;
    const phrase = readSpeakerPhrase(tokens.slice(nounFrom(tokens, index), end));
    if (phrase?.kind === "person" && !phrase.isPronoun && !isWordOf("thing", phrase.head))
      (isNoun ? nouns : names).push(phrase);
    index = end - 1;
  }
  // A bare name may be a firm's or a ship's.
  return nouns.length > 0 ? nouns : names;
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

/** Behind a noun: a name right behind it, or between commas; "the auditor general". */
function nameEnd(tokens: readonly Token[], first: number): number {
  const from = tokens[first]?.low === "general" ? first + 1 : first;
  let end = tokens[from]?.low === "," && tokens[from + 1]?.tag === "PROPN" ? from + 1 : from;
  if (tokens[end]?.tag !== "PROPN") return from;
  while (tokens[end]?.tag === "PROPN") end += 1;
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
    !names.some(({ low }) => isWordOf("body", low) || isWordOf("outlet", low))
    ? end
    : undefined;
}
