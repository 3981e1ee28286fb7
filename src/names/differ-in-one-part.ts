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
