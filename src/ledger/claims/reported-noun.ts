import { at } from "../../base/index.ts";
import { isWordOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { phraseWords } from "./phrase-words.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";

// Between the noun and what it tells stand at most a few words.
const distanceMax = 8;

/**
 * Whose report a clause behind "that" is: "reports in the Mirren Post that ...", "a blog's claim that ...", "carries a report that
 * ...". Undefined where no noun of report leads to the clause, or it is nobody's.
 */
export function reporterOf(words: readonly Token[], that: number): SpeakerPhrase | undefined {
  if (words[that]?.low !== "that") return undefined;
  for (let noun = that - 1; noun >= Math.max(0, that - distanceMax); noun -= 1) {
    const { low, tag } = at(words, noun);
    if (/^[,;:]$/u.test(low) || tag === "AUX" || tag === "VERB") return undefined;
    if (tag !== "NOUN" || !isReport(low)) continue;
    return besideNoun(words, noun, that) ?? carrierOf(words, noun);
  }
  return undefined;
}

const isReport = (word: string): boolean =>
  isWordOf("report-noun", word) && !/^(?:line|position|view|evidence|charge)$/u.test(word);

/** "reports in the Mirren Post", "a claim by the union"; "the blog's claim". */
function besideNoun(words: readonly Token[], noun: number, that: number): SpeakerPhrase | undefined {
  if (/^(?:in|by|from|of)$/u.test(words[noun + 1]?.low ?? "")) return readSpeakerPhrase(words.slice(noun + 2, that));
  const mark = words.slice(0, noun).findLastIndex(({ low }, index) => noun - index < 4 && /^[’']s?$/u.test(low));
  if (mark < 1) return undefined;
  let from = mark;
  while (from > 0 && /^(?:DET|ADJ|NOUN|PROPN)$/u.test(at(words, from - 1).tag)) from -= 1;
  return readSpeakerPhrase(words.slice(from, mark));
}

/** "Vecer carries on its front page a report": the subject of a verb of carrying. */
function carrierOf(words: readonly Token[], noun: number): SpeakerPhrase | undefined {
  const verb = words
    .slice(0, noun)
    .findLastIndex(
      ({ lemma, tag }) => tag === "VERB" && /^(?:carry|publish|print|run|have|bring|feature)$/u.test(lemma),
    );
  return verb < 1 || noun - verb > distanceMax ? undefined : readSpeakerPhrase(phraseWords(words.slice(0, verb), 0));
}
