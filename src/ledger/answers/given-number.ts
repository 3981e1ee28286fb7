import type { Count } from "../counts/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

/** A number with the claim that gives it. */
export interface Given {
  readonly claim: LedgerClaim;
  readonly count: Count;
}

/** From which to which number, and the claims that give it. */
export interface NumberRange {
  readonly number: { readonly low: number | null; readonly high: number | null; readonly unit: string | null };
  readonly claims: readonly LedgerClaim[];
}

/** From the least to the most that is given; `by`: the numbers that make the range, where claims are cited besides. */
export function rangeOf(given: readonly Given[], by: readonly Given[] = given): NumberRange {
  const lows = by.flatMap(({ count: { low } }) => low ?? []);
  const highs = by.flatMap(({ count: { high } }) => high ?? []);
  const [first] = given;
  return {
    number: {
      low: lows.length === 0 ? null : Math.min(...lows),
      high: highs.length === 0 ? null : Math.max(...highs),
      unit: first?.count.unit ?? first?.count.noun ?? null,
    },
    claims: [...new Set(given.map(({ claim }) => claim))],
  };
}

/** Numbers of one measure: of one unit, or of one noun where things are counted. */
export const areAlike = (one: Count, other: Count): boolean =>
  one.unit === other.unit && (one.unit !== null || one.noun === other.noun);

/** The same, where one may not say what it counts ("stands at 22"). */
export const mayBeAlike = (one: Count, other: Count): boolean =>
  areAlike(one, other) || (one.unit === null && other.unit === null && (one.noun === null || other.noun === null));
