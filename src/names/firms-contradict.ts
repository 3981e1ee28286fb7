import { tradesDiffer } from "./compare-meanings.ts";
import type { NameMeaning } from "./meaning-unit.ts";
import type { ParsedName } from "./parse-name.ts";

/**
 * Whether two names of firms that have little in common contradict each other, and are not one name in two languages:
 * both stand in one script; or tables know every word of both, and no word of the one is one of the other; or each names a
 * trade that the other does not.
 */
export function firmsContradict(left: ParsedName, right: ParsedName): boolean {
  if (left.script === right.script && isPure(left) && isPure(right)) return true;
  if (left.meaning === undefined || right.meaning === undefined) return false;
  if (tradesDiffer(left.meaning, right.meaning)) return true;
  return sayOther(left.meaning, right.meaning);
}

// One word may say as much as two (长江 is Long River and the Yangtze): names of one length are held against each other, word by word.
const sayOther = (left: NameMeaning, right: NameMeaning): boolean =>
  left.isKnown &&
  right.isKnown &&
  left.units.length > 1 &&
  left.units.length === right.units.length &&
  (left.mask & right.mask) === 0;

/** A name that mixes two scripts is half translated. */
const isPure = (name: ParsedName): boolean =>
  name.tokens.every(({ script }) => script === name.script || script === "digit");
