import { parseName, spellings } from "../names/index.ts";
import type { SearchName, SearchSpelling } from "../views/index.ts";

/** Names as other scripts spell them; each spelling of a name once, whatever the case of its letters, under the first system that gives it. */
export const spellNames = (names: readonly SearchName[]): SearchSpelling[] =>
  names.flatMap(({ name, isPersonal }) => {
    const all = spellings(parseName(name, isPersonal ? "person" : "company"));
    const distinct = new Map(
      all.toReversed().map(({ text, system }) => [text.toLowerCase(), { name, spelling: text, system }]),
    );
    return [...distinct.values()];
  });
