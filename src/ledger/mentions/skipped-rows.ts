import type { NameRefusal } from "./refuse-name.ts";

/** Places where a writing of a name was found and not proposed. */
export interface SkippedPlaces {
  guarded: number;
  ambiguous: number;
}

const refusals: Readonly<Record<NameRefusal, string>> = {
  "one part": "a surname or a given name alone, or too short a name",
  common: "one in a thousand of those who bear such names bears it",
  word: "words of places and trades alone, or a word that the texts write without a capital",
  shared: "more than five entities bear it",
};

const placeSentences: Readonly<Record<keyof SkippedPlaces, string>> = {
  guarded: "in passages that tell of somebody in flight",
  ambiguous: "more than five entities fit the words",
};

/** The rows of `skipped_mention`: what was left out, with how many names or places. */
export const skippedRows = (refused: ReadonlyMap<NameRefusal, number>, places: SkippedPlaces) => [
  ...(["one part", "common", "word", "shared"] as const)
    .filter((reason) => refused.has(reason))
    .map((reason) => ({ reason, sentence: refusals[reason], names: refused.get(reason) ?? 0, places: 0 })),
  ...(["guarded", "ambiguous"] as const)
    .filter((reason) => places[reason] > 0)
    .map((reason) => ({ reason, sentence: placeSentences[reason], names: 0, places: places[reason] })),
];
