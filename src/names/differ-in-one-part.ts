import { tradesDiffer } from "./compare-meanings.ts";
import type { ParsedName } from "./parse-name.ts";
import { tallyUnits, unitsMax } from "./tally-units.ts";

/** Whether the names of two firms agree in all parts but one and name no other trade: as a slip of the pen leaves them, and as sisters are called. */
export function differInOnePart({ meaning: left }: ParsedName, { meaning: right }: ParsedName): boolean {
  if (left === undefined || right === undefined || tradesDiffer(left, right)) return false;
  if (Math.max(left.units.length, right.units.length) > unitsMax) return false;
  const { matched, leftOver, rightOver } = tallyUnits(left.units, right.units);
  return matched > 0 && leftOver <= 1 && rightOver <= 1;
}

/** What the trades say that two firms name: one is of both, each has one that the other has not, or nobody can tell. */
export function compareTrades(
  { meaning: left }: ParsedName,
  { meaning: right }: ParsedName,
): "shared" | "other" | "cannot tell" {
  if (left === undefined || right === undefined) return "cannot tell";
  if (left.trades.some((trade) => right.trades.includes(trade))) return "shared";
  return tradesDiffer(left, right) ? "other" : "cannot tell";
}
