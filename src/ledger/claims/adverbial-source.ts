import { at } from "../../base/index.ts";
import { isWordOf } from "../text/phrases.ts";
import { tells } from "../text/reporting.ts";
import type { Token } from "../text/tag-tokens.ts";
import { phraseWords } from "./phrase-words.ts";
import { carriedBy } from "./carried-by.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";

/** Who is named beside a clause as the one whose word it is, and the positions of the words that name him, end left out. */
export interface AdverbialSource {
  readonly phrase: SpeakerPhrase;
  /** Who has it from him: "court papers seen by the Post", "a detective quoted by the Post". */
  readonly carrier: SpeakerPhrase | undefined;
  readonly from: number;
  readonly to: number;
}

/**
 * The source that a sentence names without a clause of telling of its own: "according to X", "per X", "by X's account", "on the
 * telling of X", "in X's words", "as X puts it", "as X remembers", "as reported by X".
 */
export function adverbialSource(tokens: readonly Token[]): AdverbialSource | undefined {
  for (let index = 0; index + 2 < tokens.length; index += 1) {
    const found =
      byAccording(tokens, index) ?? byPer(tokens, index) ?? byNoun(tokens, index) ?? byComparison(tokens, index);
    if (found) return found;
  }
  return byPlace(tokens) ?? byPaper(tokens);
}

/** "In the regulator's files the aircraft is ...": whose the papers are that open the sentence. */
function byPaper(tokens: readonly Token[]): AdverbialSource | undefined {
  if (!/^(?:in|on|by|from)$/u.test(tokens[0]?.low ?? "")) return undefined;
  const words = boundedWords(tokens, 1);
  const owner = /^(?:his|her|its|their)$/u.test(words[0]?.low ?? "")
    ? 1
    : words.findIndex(({ low }) => /^[’']s?$/u.test(low));
  const paper = words.at(-1);
  if (owner < 1 || paper === undefined || words.length - owner > 3 || !isWordOf("document", paper.low))
    return undefined;
  return sourceFrom(tokens, { from: 0, start: 1, end: 1 + owner, to: 1 + words.length });
}

/** "In the Post, he came by boat", "On Lake Radio, they were nine": where it is told stands at the head, for who tells it. */
function byPlace(tokens: readonly Token[]): AdverbialSource | undefined {
  if (!/^(?:in|on)$/u.test(tokens[0]?.low ?? "")) return undefined;
  const words = boundedWords(tokens, 1);
  const end = 1 + words.length;
  const phrase = readSpeakerPhrase(words);
  const isNamed = phrase?.kind === "outlet" && phrase.names.length > 0 && phrase.determiner !== "indefinite";
  // "In Courier Street" is a place: what is printed is called so by its last word, what is heard by its first too.
  const naming = words.slice(tokens[0]?.low === "on" ? 0 : -1);
  const isOutlet = isNamed && naming.some(({ text }) => isWordOf("outlet", text) || isWordOf("masthead", text));
  return isOutlet && tokens[end]?.low === "," ? { phrase, carrier: undefined, from: 0, to: end } : undefined;
}

const byWords: readonly (readonly string[])[] = [
  ["according", "to"],
  ["to", "go", "by"],
  ["going", "by"],
  ["to", "judge", "by"],
  ["on", "the", "word", "of"],
];

function byAccording(tokens: readonly Token[], index: number): AdverbialSource | undefined {
  const lead = byWords.find((words) => words.every((word, place) => tokens[index + place]?.low === word));
  if (!lead) return undefined;
  const start = index + lead.length;
  return sourceFrom(tokens, { from: index, start, end: phraseEnd(tokens, start) });
}

/** "Two barges left, per the harbour office": behind a comma or at the head, and no "per cent", "per head". */
function byPer(tokens: readonly Token[], index: number): AdverbialSource | undefined {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (at(tokens, index).low !== "per" || !(before === undefined || before.low === ",")) return undefined;
  if (!(next?.tag === "DET" || next?.tag === "PROPN")) return undefined;
  return sourceFrom(tokens, { from: index, start: index + 1, end: phraseEnd(tokens, index + 1) });
}

/** Where the words for somebody end: with a name behind a comma ("the coroner, Olen Varga"). */
function phraseEnd(tokens: readonly Token[], start: number): number {
  const end = start + boundedWords(tokens, start).length;
  const isCarried =
    isWordOf("carried", tokens[end]?.low ?? "") && /^(?:by|with|to|in|on)$/u.test(tokens[end + 1]?.low ?? "");
  if (isCarried) return end + 2 + boundedWords(tokens, end + 2).length;
  let name = end + 1;
  if (tokens[end]?.low === ",") while (tokens[name]?.tag === "PROPN") name += 1;
  const isApposed =
    name > end + 1 && /^(?:[,.;]|and)$/u.test(tokens[name]?.low ?? ".") && /^\p{Ll}/u.test(tokens[end - 1]?.text ?? "");
  return isApposed ? name : end;
}

/** "by the captain's account", "on their own telling", "in the words of the captain". */
function byNoun(tokens: readonly Token[], index: number): AdverbialSource | undefined {
  const { low: lead } = at(tokens, index);
  if (!/^(?:by|on|in|from)$/u.test(lead)) return undefined;
  const words = boundedWords(tokens, index + 1);
  const noun = words.findIndex(({ low }) => isWordOf(`telling-${lead}`, low));
  if (noun < 1) return undefined;
  const end = index + 2 + noun;
  const isOf = words.slice(0, noun).every(({ tag, low }) => (tag === "DET" || tag === "ADJ") && low !== "no");
  if (isOf && tokens[end]?.low === "of") {
    const owner = boundedWords(tokens, end + 1);
    return sourceFrom(tokens, { from: index, start: end + 1, end: end + 1 + owner.length });
  }
  const owner = /^(?:his|her|its|their)$/u.test(words[0]?.low ?? "")
    ? 1
    : words.findIndex(({ low }) => /^[’']s?$/u.test(low));
  if (owner < 1 || owner > noun) return undefined;
  return sourceFrom(tokens, { from: index, start: index + 1, end: index + 1 + owner, to: end });
}

/** "as the captain puts it", "as he remembers", "as the ministry has it", "as the ministry announced on Monday", "as reported by the Post". */
function byComparison(tokens: readonly Token[], index: number): AdverbialSource | undefined {
  if (at(tokens, index).low !== "as") return undefined;
  const passive = tokens[index + 1];
  if (passive && tokens[index + 2]?.low === "by" && tells(passive.lemma, "say", "confirm", "relay"))
    return sourceFrom(tokens, { from: index, start: index + 3, end: phraseEnd(tokens, index + 3) });
  const words = phraseWords(tokens, index + 1);
  const end = index + 1 + words.length;
  const verb = tokens[end];
  const isTelling = verb !== undefined && (verb.tag === "VERB" || verb.tag === "AUX") && words.length > 0;
  if (!isTelling) return undefined;
  const isIt = tokens[end + 1]?.low === "it" && /^(?:put|tell|have|see|describe|recall|remember)$/u.test(verb.lemma);
  const to = isIt ? end + 2 : bareEnd(tokens, end);
  return to === undefined ? undefined : sourceFrom(tokens, { from: index, start: index + 1, end, to });
}

/** Where a telling ends that has nothing told behind it but a time or a place: "as the ministry announced on Monday,". */
function bareEnd(tokens: readonly Token[], verb: number): number | undefined {
  if (!tells(at(tokens, verb).lemma, "say", "hedge", "confirm")) return undefined;
  const stop = tokens.findIndex(({ low }, index) => index > verb && /^[,.;]$/u.test(low));
  const end = stop < 0 ? tokens.length : stop;
  const behind = tokens.slice(verb + 1, end);
  const isTime =
    behind.length === 0 || behind[0]?.tag === "ADP" || /^(?:last|yesterday|today|earlier)$/u.test(behind[0]?.low ?? "");
  return isTime && behind.length < 7 && !behind.some(({ tag }) => tag === "VERB" || tag === "AUX") ? end : undefined;
}

function sourceFrom(
  tokens: readonly Token[],
  { from, start, end, to = end }: { from: number; start: number; end: number; to?: number },
): AdverbialSource | undefined {
  const words = tokens.slice(start, end);
  const carried = carriedBy(words);
  const phrase = readSpeakerPhrase(carried?.told ?? words);
  return phrase && { phrase, carrier: carried?.carrier, from, to };
}

/** A noun phrase from a position: it ends before the subject of the clause that follows without a comma ("the request it was"). */
function boundedWords(tokens: readonly Token[], from: number): readonly Token[] {
  const words = phraseWords(tokens, from);
  const cut = words.findIndex(({ tag, low }, index) => {
    if (index === 0) return false;
    if (/^(?:i|he|she|it|we|they|there)$/u.test(low)) return true;
    const before = words[index - 1];
    return tag === "DET" && (before?.tag === "NOUN" || before?.tag === "PROPN");
  });
  return cut < 0 ? words : words.slice(0, cut);
}
