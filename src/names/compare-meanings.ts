import type { MeaningUnit, NameMeaning, TradeTail } from "./meaning-unit.ts";
import { packScore } from "./name-tier.ts";
import { tallyUnits, unitsMax, type UnitTally } from "./tally-units.ts";

/** What the meanings of two companies' names say: they agree (a packed score), they differ, their trades alone differ, or they cannot be compared. */
export interface MeaningVerdict {
  readonly kind: "agree" | "differ" | "tradesDiffer" | "unclear" | "nothing";
  /** The packed score where they agree, else 0. */
  readonly packed: number;
}

const nothing: MeaningVerdict = { kind: "nothing", packed: 0 };
const differ: MeaningVerdict = { kind: "differ", packed: 0 };
const otherTrade: MeaningVerdict = { kind: "tradesDiffer", packed: 0 };
const unclear: MeaningVerdict = { kind: "unclear", packed: 0 };
const full = 960;
const withoutTrade = 925;
const oneEdit = 850;
const omission = 0.55;

const ranks = { agree: 4, tradesDiffer: 3, unclear: 2, differ: 1, nothing: 0 } as const;

/** Compares two names by what they mean; a trade that is cut short is read both ways and the better way counts. */
export function compareMeanings(left: NameMeaning, right: NameMeaning): MeaningVerdict {
  if (left.isKnown && right.isKnown && (left.mask & right.mask) === 0 && left.units.length === right.units.length)
    return left.units.length === 0 ? nothing : differ;
  let best = compareReadings(left, right);
  for (const tail of left.tails) best = better(best, withTail(left, tail, right));
  for (const tail of right.tails) best = better(best, withTail(right, tail, left));
  return best;
}

/** Whether each of two firms says of itself a trade that the other does not: a bank and a mine are two, however they are spelled. */
export const tradesDiffer = (left: Reading, right: Reading): boolean =>
  lacks(left.trades, right.trades) && lacks(right.trades, left.trades);

// A word cut short may be many trades: it counts as those which the other name has.
function withTail(name: NameMeaning, tail: TradeTail, other: NameMeaning): MeaningVerdict {
  const trades = other.trades.filter((trade) => tail.trades.includes(trade));
  return trades.length === 0 ? nothing : compareReadings({ units: name.units.slice(0, -tail.units), trades }, other);
}

type Reading = Pick<NameMeaning, "units" | "trades">;

function better(left: MeaningVerdict, right: MeaningVerdict): MeaningVerdict {
  const difference = ranks[left.kind] - ranks[right.kind] || left.packed - right.packed;
  return difference >= 0 ? left : right;
}

function compareReadings(left: Reading, right: Reading): MeaningVerdict {
  const leftCount = left.units.length;
  const rightCount = right.units.length;
  if (leftCount === 0 || rightCount === 0 || leftCount > unitsMax || rightCount > unitsMax) return nothing;
  const tally = tallyUnits(left.units, right.units);
  if (tally.between === "differ") return differ;
  if (tally.between === "letters") return nothing;
  if (tally.between === "unclear") return unclear;
  return verdictOf(tally, left, right);
}

function verdictOf(tally: UnitTally, left: Reading, right: Reading): MeaningVerdict {
  if (tradesDiffer(left, right)) return otherTrade;
  const isTurned = tally.between === "turned";
  if (tally.between === "slip") return agree(tally.matched > 0 ? "oneEdit" : "weak", oneEdit);
  const over = isTurned ? 0 : tally.leftOver + tally.rightOver;
  const isTradeMissing = left.trades.length !== right.trades.length;
  const isTradeBare = isTradeMissing && (left.trades.length === 0 || right.trades.length === 0);
  if (over > 0 && isNumberOver(left.units, right.units)) return differ;
  if (over === 0 && tally.edits === 0 && !(isTradeMissing && tally.matched === 1) && isTradeBare === isTradeMissing)
    return agree("spelling", (isTradeBare ? withoutTrade : full) - (isTurned ? 60 : 0));
  if (over === 0 && tally.edits === 1)
    return agree(tally.matched > 1 ? "oneEdit" : "weak", oneEdit - (isTradeMissing ? 60 : 0));
  if (tally.edits > 0) return agree("weak", 600);
  const score = (1000 * tally.matched) / (tally.matched + omission * (over + (isTradeMissing ? 1 : 0)));
  return agree(tally.matched > 1 ? "partial" : "weak", Math.min(score, 900));
}

const agree = (tier: "spelling" | "oneEdit" | "partial" | "weak", score: number): MeaningVerdict => ({
  kind: "agree",
  packed: packScore(tier, score),
});

const lacks = (some: readonly number[], all: readonly number[]): boolean =>
  some.some((concept) => !all.includes(concept));

function isNumberOver(left: readonly MeaningUnit[], right: readonly MeaningUnit[]): boolean {
  return left.filter((unit) => unit.isNumber).length !== right.filter((unit) => unit.isNumber).length;
}
