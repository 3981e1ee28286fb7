import { at } from "../base/index.ts";
import { preparedComparison } from "./prepared-comparison.ts";

/** Values to compare: `left` and `right` are positions in `texts` and `scopes`, pair by pair. */
export interface ComparisonJob {
  readonly kind: "compare";
  readonly facet: string;
  readonly texts: readonly string[];
  readonly scopes: readonly string[];
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** The level of each pair; each value is read once, however many pairs it is in. */
export function compareAll(job: ComparisonJob): Uint8Array {
  const levelOf = preparedComparison(job.facet, job.texts, job.scopes);
  return Uint8Array.from(job.left, (left, index) => levelOf(left, at(job.right, index)));
}
