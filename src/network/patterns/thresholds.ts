import { assert } from "../../base/index.ts";
import { rows } from "../generated/pattern-thresholds.ts";
import type { PatternKind } from "./pattern.ts";

/** One figure from which on payments make a pattern, with the reason for it. */
export interface Threshold {
  readonly kind: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reason: string;
}

/** All thresholds as data, in the order of the table. */
export const thresholds: readonly Threshold[] = rows.map(
  ([kind = "", name = "", value = "", unit = "", reason = ""]) => ({ kind, name, value: Number(value), unit, reason }),
);

/** The value of a threshold that the table has. */
export function thresholdOf(kind: PatternKind, name: string): number {
  const found = thresholds.find((each) => each.kind === kind && each.name === name);
  assert(found !== undefined && Number.isSafeInteger(found.value), `${kind} has a threshold ${name}`);
  return found.value;
}
