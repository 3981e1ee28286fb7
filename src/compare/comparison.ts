import type { PropertyTypeName } from "../model/index.ts";

/** One degree of agreement of two values, with the sentence that the user sees. */
export interface ComparisonLevel {
  /** 0 missing, 1 contradicts, 2 no agreement (says nothing), 3 and up agreement, stronger when larger. */
  readonly level: number;
  readonly label: string;
  readonly sentence: string;
}

/** How two values of some property types are compared. Each value is prepared once, each pair of prepared values compared once. */
export interface Comparison<Prepared = unknown> {
  readonly name: string;
  /** The FollowTheMoney property types whose values it takes, in their cleaned form. */
  readonly types: readonly PropertyTypeName[];
  /** Every level that `compare` may give, ascending. */
  readonly levels: readonly ComparisonLevel[];
  /** Reads a value once; whatever comes back goes to `compare` and nowhere else. */
  prepare(value: string): Prepared;
  /** The level of two prepared values; the order of the two does not matter. */
  compare(left: Prepared, right: Prepared): number;
}

/** The level of a value that is missing or cannot be read. */
export const missing = 0;
/** The level of values that cannot both be true of one entity. */
export const contradicts = 1;
/** The level of values that differ without contradicting. */
export const differs = 2;

/** The level that every comparison has. */
export const missingLevel: ComparisonLevel = {
  level: missing,
  label: "missing",
  sentence: "One of the two has no value here that can be read.",
};

/** Compares two values as they stand; for many values, prepare each once instead. */
export function compareValues<Prepared>(comparison: Comparison<Prepared>, left: string, right: string): number {
  return comparison.compare(comparison.prepare(left), comparison.prepare(right));
}
