import { isWordOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";
import { phraseWords } from "./phrase-words.ts";

/**
 * The paper that a sentence lays before the reader and says nothing else of: "An extract from the land register, ordered last
 * week.", "The first is a memo of the fund, dated 3 May". Undefined for any other sentence, and for whose words a paper only
 * carries ("a statement from the ministry").
 */
export function paperPresented(words: readonly Token[]): SpeakerPhrase | undefined {
  const verb = words.findIndex(({ tag }) => tag === "AUX" || tag === "VERB");
  const isVerbless = verb < 0 || (words[verb - 1]?.low === "," && !words.some(({ tag }) => tag === "AUX"));
  const isNaming =
    words[verb]?.lemma === "be" &&
    /^(?:first|second|third|other|next|last|one|this)$/u.test(words[verb - 1]?.low ?? "");
  if (!isVerbless && !isNaming) return undefined;
  const from = isVerbless ? 0 : verb + 1;
  if (!/^(?:a|an|the)$/u.test(words[from]?.low ?? "")) return undefined;
  const phrase = readSpeakerPhrase(phraseWords(words, from));
  return phrase &&
    /^\p{Ll}/u.test(words.find(({ low }) => low === phrase.head)?.text ?? "") &&
    isWordOf("document", phrase.head) &&
    !isWordOf("report-noun", phrase.head)
    ? phrase
    : undefined;
}
