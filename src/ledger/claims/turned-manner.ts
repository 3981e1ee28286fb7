import type { Clause } from "../text/find-clauses.ts";
import type { Token } from "../text/tag-tokens.ts";
import { mannerOf } from "./clause-shapes.ts";
import { tells } from "../text/reporting.ts";
import type { Manner } from "./statement.ts";

/** "It denied the sale, while admitting that ...", ", adding that ...": how the speaker gives what follows; undefined where no such word leads to the clause. */
export function turnedManner(words: readonly Token[], clause: Clause): Manner | undefined {
  if (clause.kind !== "that" || words[clause.from - 1]?.low !== "that") return undefined;
  const verb = words[clause.from - 2];
  if (!verb?.low.endsWith("ing") || !/^(?:,|while|but|and|though)$/u.test(words[clause.from - 3]?.low ?? ""))
    return undefined;
  return tells(verb.lemma, "say", "deny", "confirm", "hedge") ? mannerOf(verb.lemma, false) : undefined;
}
