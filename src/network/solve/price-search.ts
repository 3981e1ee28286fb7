import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import type { PricedFinder, PricedFlow, Settled } from "./priced-graph.ts";

/** What the search for the best price gives. */
export interface PriceSearch {
  /** No set within the budget leaves less, quarters. */
  readonly bound: number;
  /** The flow at the best price. */
  readonly best: PricedFlow;
  /** Sets within the budget that were worth their price, or were cut down to it. */
  readonly sets: readonly (readonly number[])[];
}

/** More prices than this were never needed: on all networks measured, nine at most. */
const pricesMax = 40;

/**
 * Bounds every set by a price for the budget (Lagrangian relaxation; for network interdiction: Bingol 2001): what flows
 * where a block costs `price` per unit, less the price of the whole budget, is no more than what any set leaves. The best
 * price is where the sets that are worth it cost as much as there is; it is found by cutting planes: each flow gives a
 * line that lies nowhere below. At the best price the bound is that of the linear relaxation of Wood's model, without
 * a linear program. Prices are whole quarters, so every value is exact.
 */
export async function searchPrice(problem: BlockProblem, asked: PriceQuestion): Promise<PriceSearch> {
  const { budget, settled, find, isStopped, pause } = asked;
  const valueOf = ({ flow, price }: PricedFlow): number => flow.value - price * budget;
  const lineOf = (found: PricedFlow): Line => ({ base: found.flow.value - found.price * found.cost, cost: found.cost });
  // Below a branch the price above it is nearly right, and its flow nearly the flow: most branches end here.
  const near = asked.near && find(asked.near.price, settled, asked.near);
  if (near && valueOf(near) >= asked.enough) return { bound: valueOf(near), best: near, sets: [] };
  let low = near && near.cost > budget ? near : find(0, settled);
  let [lowLine, highLine] = [lineOf(low), { base: asked.unpriced, cost: 0 }];
  let highPrice = Infinity;
  const met = near && near !== low ? [low, near] : [low];
  if (near && near !== low) [highPrice, highLine] = [near.price, lineOf(near)];
  let best = met.reduce((one, other) => (valueOf(other) > valueOf(one) ? other : one), low);
  while (met.length < pricesMax && lowLine.cost > budget && valueOf(best) < asked.enough && !isStopped()) {
    await pause();
    const price = Math.floor((highLine.base - lowLine.base) / (lowLine.cost - highLine.cost));
    if (price <= low.price || price >= highPrice) break;
    const found = find(price, settled, low);
    met.push(found);
    if (valueOf(found) > valueOf(best)) best = found;
    if (found.cost === budget) break;
    if (found.cost > budget) [low, lowLine] = [found, lineOf(found)];
    else [highPrice, highLine] = [price, lineOf(found)];
  }
  const sets = met.map((found) => [...settled.blocked, ...cutDown(problem, budget, found)]);
  return { bound: Math.max(0, valueOf(best)), best, sets };
}

/** What a price is sought for. */
export interface PriceQuestion {
  /** What is left to spend beside the blocks that are settled. */
  readonly budget: number;
  readonly settled: Settled;
  readonly find: PricedFinder;
  /** What flows with nothing but the settled blocks. */
  readonly unpriced: number;
  /** The flow at the best price where less was settled. */
  readonly near?: PricedFlow;
  /** A bound as high as this ends the search. */
  readonly enough: number;
  /** Whether what is known so far is to do: any price gives a bound. */
  readonly isStopped: () => boolean;
  /** Lets others run; throws where the search is called off. */
  readonly pause: () => Promise<void>;
}

/** The line that a cut draws over all prices: what it is worth without blocks, and what its blocks cost. */
interface Line {
  readonly base: number;
  readonly cost: number;
}

/** The members that carry most for their cost, as far as the budget goes. */
function cutDown(problem: BlockProblem, budget: number, { members, through }: PricedFlow): number[] {
  const worth = (node: number): number => numberAt(through, node) / intAt(problem.costs, node);
  let left = budget;
  return members
    .toSorted((one, other) => worth(other) - worth(one) || one - other)
    .filter((node) => {
      const cost = intAt(problem.costs, node);
      if (cost > left) return false;
      left -= cost;
      return true;
    });
}
