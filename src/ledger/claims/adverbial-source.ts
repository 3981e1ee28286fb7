import { at } from "../../base/index.ts";
import { isWordOf } from "../text/phrases.ts";
import { tells } from "../text/reporting.ts";
import type { Token } from "../text/tag-tokens.ts";
import { phraseWords } from "./attribution.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";

/** Who is named beside a clause as the one whose word it is, and the positions of the words that name him, end left out. */
export interface AdverbialSource {
  readonly phrase: SpeakerPhrase;
  readonly from: number;
  readonly to: number;
}

/**
 * The source that a sentence names without a verb of telling of its own: "according to X", "by X's account", "on the telling of
 * X", "in X's words", "as X puts it", "as X remembers".
 */
export function adverbialSource(tokens: readonly Token[]): AdverbialSource | undefined {
  for (let index = 0; index + 2 < tokens.length; index += 1) {
    const found = byAccording(tokens, index) ?? byNoun(tokens, index) ?? byComparison(tokens, index);
    if (found) return found;
  }
  return undefined;
}

function byAccording(tokens: readonly Token[], index: number): AdverbialSource | undefined {
  if (at(tokens, index).low !== "according" || tokens[index + 1]?.low !== "to") return undefined;
  return sourceFrom(tokens, { from: index, start: index + 2, end: index + 2 + boundedWords(tokens, index + 2).length });
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

/** "as the captain puts it", "as he remembers", "as the ministry has it". */
function byComparison(tokens: readonly Token[], index: number): AdverbialSource | undefined {
  if (at(tokens, index).low !== "as") return undefined;
  const words = phraseWords(tokens, index + 1);
  const end = index + 1 + words.length;
  const verb = tokens[end];
  const isTelling = verb !== undefined && (verb.tag === "VERB" || verb.tag === "AUX") && words.length > 0;
  if (!isTelling) return undefined;
  const isIt = tokens[end + 1]?.low === "it" && /^(?:put|tell|have|see|describe)$/u.test(verb.lemma);
  const isBare = /^[,.;]$/u.test(tokens[end + 1]?.text ?? ".") && tells(verb.lemma, "say", "hedge");
  if (!isIt && !isBare) return undefined;
  return sourceFrom(tokens, { from: index, start: index + 1, end, to: end + (isIt ? 2 : 1) });
}

function sourceFrom(
  tokens: readonly Token[],
  { from, start, end, to = end }: { from: number; start: number; end: number; to?: number },
): AdverbialSource | undefined {
  const phrase = readSpeakerPhrase(tokens.slice(start, end));
  return phrase && { phrase, from, to };
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
