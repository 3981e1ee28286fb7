import { lazy } from "../../base/index.ts";
import { rows as countRows } from "../generated/count-words.ts";
import { rows as numberRows } from "../generated/number-words.ts";
import { rows as unitRows } from "../generated/unit-words.ts";
import { makeLexicon } from "../words/lexicon.ts";
import { readWith, type Reading } from "../words/reading.ts";

const lexicon = lazy(() => makeLexicon([...numberRows, ...countRows, ...unitRows]));

/** Reads a text with the words of numbers, of units and of what stands around numbers. */
export const readNumbers = (text: string): Reading => readWith(lexicon(), text);

const unitKinds = ["currency", "mass", "length", "area", "volume", "power", "data", "share"] as const;

/** The unit whose word begins at a token, with how many tokens it takes: the longest one. */
export function unitAt(
  reading: Reading,
  index: number,
): { unit: string; length: number; isMoney: boolean } | undefined {
  let best: { unit: string; length: number; isMoney: boolean } | undefined;
  for (const kind of unitKinds) {
    const sense = reading.sense(index, kind);
    if (sense && sense.length > (best?.length ?? 0)) {
      best = { unit: sense.value, length: sense.length, isMoney: kind === "currency" };
    }
  }
  return best;
}
