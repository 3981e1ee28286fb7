import type { Clause } from "../text/find-clauses.ts";
import { isWordOf } from "../text/phrases.ts";
import { tells } from "../text/reporting.ts";
import type { Token } from "../text/tag-tokens.ts";

/** "has struck off 40 companies", "added seven firms to its list", "protested against": what an office does by its word, which is its own to tell. */
export const enacts = (words: readonly Token[], { lemma, verb, verbEnd, subjectFrom }: Clause, end: number): boolean =>
  tells(lemma, "enact") ||
  (isWordOf("court-act", lemma) && words.slice(subjectFrom, verb).some(({ low }) => isWordOf("court", low))) ||
  (lemma === "strike" && words[verbEnd]?.low === "off") ||
  (/^(?:add|put|place|enter|strike|remove|take)$/u.test(lemma) &&
    words.slice(verbEnd, end).some(({ tag, low }) => tag === "NOUN" && isWordOf("roll", low)));

/** "has pulled its article", "took down the item": what an outlet does to what it printed. */
export const withdrawsPiece = (words: readonly Token[], { lemma, verbEnd }: Clause, end: number): boolean => {
  const behind = words.slice(verbEnd, end);
  const takes =
    isWordOf("withdraw-verb", lemma) || (lemma === "take" && behind.some(({ low }) => /^(?:down|back)$/u.test(low)));
  return takes && behind.slice(0, piecePlaceMax).some(({ low }) => isWordOf("piece-noun", low));
};

// Between the verb and the piece stand at most so many words: "has taken down its first item".
const piecePlaceMax = 5;

/** "raised its count to 41", "has come down to 1.9 million", "had turned him into a lieutenant": what an outlet does to a report. */
export function revises(words: readonly Token[], { lemma, verbEnd }: Clause, end: number): boolean {
  if (tells(lemma, "revise")) return true;
  if (lemma === "turn") return words.slice(verbEnd, end).some(({ low }) => low === "into");
  return /^(?:come|go)$/u.test(lemma) && /^(?:down|up|back)$/u.test(words[verbEnd]?.low ?? "");
}
