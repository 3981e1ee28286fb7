import { at } from "../../base/index.ts";
import type { Token } from "../text/tag-tokens.ts";

/** The noun phrase from a position to the next comma, "that", verb or full stop. */
export function phraseWords(tokens: readonly Token[], from: number): readonly Token[] {
  let to = from;
  while (to < tokens.length && isPhraseWord(tokens, to, from)) to += 1;
  return tokens.slice(from, to);
}

function isPhraseWord(tokens: readonly Token[], index: number, from: number): boolean {
  const token = at(tokens, index);
  if (/^(?:,|;|:|\.|!|\?|—|–|that|who|which|and|but|by|said|says)$/u.test(token.low) || token.tag === "QUOTE") {
    const isName = token.low === "and" && tokens[index + 1]?.tag === "PROPN" && tokens[index - 1]?.tag === "PROPN";
    return token.low === "who" && index > from ? true : isName;
  }
  if (token.tag === "AUX" || (token.tag === "VERB" && !/^\p{Lu}/u.test(token.text)))
    return tokens.slice(from, index).some(({ low }) => low === "who");
  return true;
}
