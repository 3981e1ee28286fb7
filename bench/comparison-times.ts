import { scoreNames, type ParsedName } from "../src/names/index.ts";
import { round } from "./figures.ts";

/** Two names that were read before. */
export interface ParsedPair {
  readonly left: ParsedName;
  readonly right: ParsedName;
}

const rounds = 15;
// The first rounds run while the machine code is still made.
const warmUpRounds = 5;

/**
 * Median and 99th percentile over pairs of what one comparison takes, microseconds. All pairs are compared in turn, round after
 * round, so that none finds the caches as it left them; of a pair the median round counts, since whatever else the machine does
 * falls into one round or another. What reading the clock takes is taken off.
 */
export function comparisonTimes(pairs: readonly ParsedPair[]): { readonly medianUs: number; readonly p99Us: number } {
  const clock = medianOf(Array.from({ length: 2000 }, () => elapsedUs(() => 0)));
  const times = pairs.map((): number[] => []);
  for (let each = 0; each < rounds; each += 1)
    for (const [index, { left, right }] of pairs.entries()) {
      const us = elapsedUs(() => scoreNames(left, right));
      if (each >= warmUpRounds) times[index]?.push(us - clock);
    }
  const byPair = times.map(medianOf).toSorted((left, right) => left - right);
  return { medianUs: round(medianOf(byPair)), p99Us: round(byPair[Math.floor(byPair.length * 0.99)] ?? 0) };
}

function elapsedUs(work: () => number): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1000;
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
