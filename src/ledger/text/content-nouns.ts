import { at } from "../../base/index.ts";
import type { VerbGroup } from "./find-verbs.ts";
import { isWordOf } from "./phrases.ts";
import type { Token } from "./tag-tokens.ts";

/** Nouns behind which "that" begins what is said, thought or known. */
export const holdsContent = (noun: string): boolean =>
  ["claim-noun", "content-noun", "doubt-noun", "denial-noun"].some((kind) => isWordOf(kind, noun));

/** "the statement that the ministry issued": a verb that takes the noun as its object, with nothing else behind it to be one. */
export function takesNounBack(tokens: readonly Token[], { that, group }: { that: number; group: VerbGroup }): boolean {
  const behind = tokens[group.verbEnd];
  const isActive = group.verbEnd - group.verb === 1 || !/^(?:is|are|was|were)$/u.test(at(tokens, group.verb).low);
  return (
    that + 1 < group.verb &&
    isActive &&
    /^(?:issue|make|give|publish|write|send|sign|read|release|carry|print|relay|receive|see|get|hear|post|file|submit|have)$/u.test(
      group.lemma,
    ) &&
    !/^(?:DET|NUM|NOUN|PROPN|PRON|ADJ)$/u.test(behind?.tag ?? "PUNCT")
  );
}
