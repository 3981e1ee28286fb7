import { at } from "../../base/index.ts";
import { isWordOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { phraseWords } from "./phrase-words.ts";
import { readSpeakerPhrase, type SpeakerPhrase } from "./noun-phrase.ts";

/**
 * "A port official quoted by the agency", "court papers seen by the Post", "a letter shared with the Post": the words for who or
 * what tells, and who has it from there. Undefined where the phrase names nobody who does.
 */
export function carriedBy(
  phrase: readonly Token[],
): { readonly told: readonly Token[]; readonly carrier: SpeakerPhrase | undefined } | undefined {
  const verb = phrase.findIndex(
    ({ low }, index) =>
      index > 0 &&
      isWordOf("carried", low) &&
      /^(?:by|with|to|in|on)$/u.test(phrase[index + 1]?.low ?? "") &&
      !/^(?:is|are|was|were|been|be)$/u.test(phrase[index - 1]?.low ?? ""),
  );
  if (verb < 0) return undefined;
  const told = phrase.slice(0, phrase[verb - 1]?.low === "," ? verb - 1 : verb);
  const carrier = readSpeakerPhrase(phraseWords(phrase, verb + 2));
  // "reached by telephone", "shared with great caution" name nobody, "reached in Vienna" a place.
  const isPlace = /^(?:in|on)$/u.test(at(phrase, verb + 1).low) && carrier?.kind !== "outlet";
  const isSomebody = carrier !== undefined && !isPlace && (carrier.kind !== undefined || carrier.names.length > 0);
  return { told, carrier: isSomebody ? carrier : undefined };
}
