import type { Clause } from "../text/find-clauses.ts";
import { isWordOf } from "../text/phrases.ts";
import { tells } from "../text/reporting.ts";
import type { Token } from "../text/tag-tokens.ts";

/** "has struck off 40 companies", "added seven firms to its list", "protested against": what an office does by its word, which is its own to tell. */
export const enacts = (words: readonly Token[], { lemma, verbEnd }: Clause, end: number): boolean =>
  tells(lemma, "enact") ||
  (lemma === "strike" && words[verbEnd]?.low === "off") ||
  (/^(?:add|put|place|enter|strike|remove|take)$/u.test(lemma) &&
    words.slice(verbEnd, end).some(({ tag, low }) => tag === "NOUN" && isWordOf("roll", low)));

/** "raised its count to 41", "has come down to 1.9 million", "had turned him into a lieutenant": what an outlet does to a report. */
export function revises(words: readonly Token[], { lemma, verbEnd }: Clause, end: number): boolean {
  if (tells(lemma, "revise")) return true;
  if (lemma === "turn") return words.slice(verbEnd, end).some(({ low }) => low === "into");
  return /^(?:come|go)$/u.test(lemma) && /^(?:down|up|back)$/u.test(words[verbEnd]?.low ?? "");
}
