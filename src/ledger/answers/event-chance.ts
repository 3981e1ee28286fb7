import type { Ledger } from "../build-ledger.ts";
import { chanceOfOneEvent, type ClaimRelations } from "../events/link-evidence.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

/** How likely two claims of a ledger tell of one event, from 0 to 1. */
export type EventChance = (one: LedgerClaim, other: LedgerClaim) => number;

/** The chances of the pairs of a ledger, each weighed once however often it is asked for. */
export function chanceIn(ledger: Ledger): EventChance {
  const known = chances.get(ledger) ?? weighing(ledger);
  chances.set(ledger, known);
  return known;
}

const chances = new WeakMap<Ledger, EventChance>();

function weighing(ledger: Ledger): EventChance {
  const relations = relationsOf(ledger);
  const weighed = new Map<number, number>();
  return (one, other) => {
    const [first, second] = one.at < other.at ? [one, other] : [other, one];
    const pair = first.at * ledger.claims.length + second.at;
    const chance = weighed.get(pair) ?? chanceOfOneEvent(first, second, relations);
    weighed.set(pair, chance);
    return chance;
  };
}

function relationsOf({ words, kinds, contradictions }: Ledger): ClaimRelations {
  const pairs = new Set(contradictions.map(({ left, right }) => `${String(left.at)} ${String(right.at)}`));
  return {
    words,
    kinds,
    areContradicted: (left, right) =>
      pairs.has(`${String(left.at)} ${String(right.at)}`) || pairs.has(`${String(right.at)} ${String(left.at)}`),
  };
}

// Set on the development round-ups together, by where the claims of an answer stand among all claims in their order: how many of the best
// claims lend, and how much.
const lenders = 8;
const chanceShare = 0.4;

/** Scores of claims, each with what it gains by being of one event with those that score best: the better they score, the more they count. */
export function lendByChance(
  ledger: Ledger,
  scores: readonly number[],
  mayLend: (claim: LedgerClaim) => boolean,
): readonly number[] {
  const chance = chanceIn(ledger);
  const best = ledger.claims
    .map((claim, index) => ({ claim, score: scores[index] ?? 0 }))
    .filter(({ claim, score }) => score > 0 && mayLend(claim))
    .toSorted((left, right) => right.score - left.score || left.claim.at - right.claim.at)
    .slice(0, lenders);
  const top = best[0]?.score ?? 0;
  return ledger.claims.map((claim, index) => {
    const others = best.filter((other) => other.claim !== claim);
    const all = others.reduce((sum, { score }) => sum + score ** 2, 0);
    const lent = others.reduce((sum, other) => sum + other.score ** 2 * chance(claim, other.claim), 0);
    return (scores[index] ?? 0) + (all === 0 ? 0 : (chanceShare * top * lent) / all);
  });
}
