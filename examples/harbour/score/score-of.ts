import type { Score } from "../truth.ts";

/** Precision and recall with their harmonic mean. */
export const scoreOf = (precision: number, recall: number): Score => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
});
