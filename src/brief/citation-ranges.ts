import type { NumberedCitations } from "./number-citations.ts";
import type { Citation } from "./outline.ts";

/** The numbers of citations as ranges, first and last, in their order: 1, 2, 3 and 7 are 1-3 and 7-7. */
export function citationRanges(cites: readonly Citation[], numbered: NumberedCitations): [number, number][] {
  const numbers = [...new Set(cites.map((cite) => numbered.numberOf(cite)))].toSorted((left, right) => left - right);
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
