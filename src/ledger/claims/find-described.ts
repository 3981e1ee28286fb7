import { at } from "../../base/index.ts";
import { textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";

/** A name and the noun that says what it is: "Tide Crewing" and "agency" of "Tide Crewing, an agency in Manila". */
export interface Described {
  readonly name: string;
  readonly head: string;
}

/** The names of a sentence that an apposition with an article describes. */
export function findDescribed(tokens: readonly Token[]): readonly Described[] {
  return tokens.flatMap(({ low }, comma) => {
    if (low !== "," || !/^(?:a|an)$/u.test(tokens[comma + 1]?.low ?? "")) return [];
    let from = comma;
    while (from > 0 && /^\p{Lu}/u.test(at(tokens, from - 1).text) && /^(?:PROPN|NOUN)$/u.test(at(tokens, from - 1).tag))
      from -= 1;
    let end = comma + 2;
    while (/^(?:ADJ|NOUN|PROPN|NUM)$/u.test(tokens[end]?.tag ?? "")) end += 1;
    const head = tokens[end - 1];
    return from < comma && head?.tag === "NOUN" && /^\p{Ll}/u.test(head.text)
      ? [{ name: textOf(tokens.slice(from, comma)), head: head.low }]
      : [];
  });
}
