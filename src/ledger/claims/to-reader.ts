import { isWordOf, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import type { Statement } from "./statement.ts";

/**
 * Whether a statement of the author's own claims nothing of the world: advice and plans, words to the reader, how a source was
 * reached, and clauses without a word of their own ("He may be").
 */
export const isToReader = ({ voice, manner, isQuoted, tokens }: Statement): boolean =>
  voice.links.length === 0 &&
  !isQuoted &&
  (manner === "flat" || manner === "background") &&
  (isAddressed(tokens) || isPlan(tokens) || isApproach(tokens) || isEmpty(tokens));

/** "If you hold a policy, ring us", "Several of you asked", "Do not copy it". */
const isAddressed = (tokens: readonly Token[]): boolean =>
  isWordOf("addressed", tokens[0]?.low ?? "") ||
  tokens.some(({ low }, index) => low === "you" && /^(?:VERB|AUX)$/u.test(tokens[index + 1]?.tag ?? "")) ||
  /^(?:(?:above all )?do not|please|let us)\b/iu.test(textOf(tokens));

/** "We shall be away for the holiday". */
const isPlan = (tokens: readonly Token[]): boolean =>
  /^(?:i|we)$/u.test(tokens[0]?.low ?? "") && /^(?:shall|will|[’']ll)$/u.test(tokens[1]?.low ?? "");

/** "I rang the fund", "We have asked the county office": what follows is what was learnt. */
function isApproach(tokens: readonly Token[]): boolean {
  if (!/^(?:i|we)$/u.test(tokens[0]?.low ?? "")) return false;
  const verb = tokens.find(({ tag }) => tag === "VERB");
  // "We found no document", "I rang four times": what came of it.
  const isResult = tokens.some(({ tag, low }) => tag === "NUM" || /^(?:no|not|never|nobody|none|nothing)$/u.test(low));
  return verb !== undefined && isWordOf("approach", verb.lemma) && !isResult;
}

/** "He may be", "It may be so"; not "She is still there". */
const isEmpty = (tokens: readonly Token[]): boolean =>
  tokens.length < 5 &&
  tokens.every(({ tag }) => /^(?:PRON|AUX|PART|SCONJ|DET|PUNCT|ADV)$/u.test(tag)) &&
  tokens.every(({ tag, low }) => tag !== "ADV" || low === "so") &&
  !tokens.some(({ low }) => /^(?:no|none|nobody|nothing|there|here)$/u.test(low));
