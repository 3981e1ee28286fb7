import { at } from "../base/index.ts";

/** How many pairs agree in one way: a level for each of several values. */
export interface Pattern {
  readonly levels: readonly number[];
  readonly pairs: number;
}

/** What agreement weighs, as learned from how often it is found. */
export interface Agreement {
  /** By pattern, in their order: log2 of how much likelier the two are one than two, milli-bits. */
  readonly weightsMb: readonly number[];
  /** How many of the pairs are one, as far as the patterns tell. */
  readonly matches: number;
}

const rounds = 30;
/** A level that no pair shows is not impossible. */
const least = 0.5;

/**
 * Learns from counted patterns alone which pairs are one (Fellegi and Sunter 1969, with the shares by expectation and
 * maximisation as in Winkler 1988): pairs are of two kinds, and within each kind what agrees in one value tells nothing
 * of another. `first` is the chance, 0 to 1, that a pattern is of one before anything is learned. The same patterns in
 * the same order give the same weights.
 */
export function estimateAgreement(
  patterns: readonly Pattern[],
  first: (levels: readonly number[]) => number,
): Agreement {
  const values = patterns[0]?.levels.map((_, place) => place) ?? [];
  let chances = patterns.map(({ levels }) => first(levels));
  let odds: number[] = [];
  let matches = 0;
  for (let round = 0; round < rounds; round += 1) {
    const all = total(patterns.map(({ pairs }) => pairs));
    matches = total(patterns.map(({ pairs }, index) => pairs * at(chances, index)));
    const shares = values.map((place) => ({
      ofOne: sharesOf(patterns, place, (index) => at(chances, index)),
      ofTwo: sharesOf(patterns, place, (index) => 1 - at(chances, index)),
    }));
    odds = patterns.map(
      ({ levels }) =>
        Math.log2(matches / (all - matches)) +
        total(
          levels.map((level, place) => {
            const { ofOne, ofTwo } = at(shares, place);
            return Math.log2((ofOne.get(level) ?? 0) / (ofTwo.get(level) ?? 1));
          }),
        ),
    );
    chances = odds.map((bits) => 1 / (1 + 2 ** -bits));
  }
  return { weightsMb: odds.map((bits) => Math.round(1000 * bits)), matches: Math.round(matches) };
}

/** By level the share of the pairs that have it, each pair counted by its chance. */
function sharesOf(
  patterns: readonly Pattern[],
  place: number,
  chanceOf: (index: number) => number,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [index, { levels, pairs }] of patterns.entries()) {
    const level = at(levels, place);
    counts.set(level, (counts.get(level) ?? least) + pairs * chanceOf(index));
  }
  const all = total([...counts.values()]);
  return new Map([...counts].map(([level, count]) => [level, count / all]));
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
