import type { MaxFlow } from "../graph/max-flow.ts";
import type { Meter } from "../graph/meter.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import { makeContest } from "./contenders.ts";
import { makePricedGraph, type PricedFinder } from "./priced-graph.ts";
import { searchPrice } from "./price-search.ts";
import type { Residual } from "./residual.ts";

/** So many times the shares of a price are adjusted, one flow each. */
const sharingRounds = 20;

/** What is known without a solver. */
export interface PricedOut {
  readonly find: PricedFinder;
  readonly isShared: boolean;
  /** What no set can get below. */
  readonly bound: number;
  readonly sets: readonly (readonly number[])[];
  /** The nodes of which some set could be as good as one that leaves `residual`; ascending. */
  contenders(residual: number): number[];
}

/** Bounds all sets by one largest flow and, by the flow at the best price. */
export async function priceOut(
  problem: BlockProblem,
  question: BlockQuestion,
  {
    whole,
    residual,
    meter,
    pause,
    isStopped,
  }: {
    readonly whole: MaxFlow;
    readonly residual: Residual;
    readonly meter: Meter;
    readonly pause: () => Promise<void>;
    readonly isStopped: () => boolean;
  },
): Promise<PricedOut> {
  const plain = makeContest(problem, question, residual.throughputs(whole));
  const measured = residual.flowGraph;
  const graph = makePricedGraph(problem, question, { measured, carried: residual.passedOn(whole), meter });
  const { find } = graph;
  const settled = { blocked: [], spared: new Set<number>() };
  const asked = { budget: question.budget, settled, find, unpriced: whole.value, enough: Infinity, isStopped, pause };
  const first = await searchPrice(problem, asked);
  for (let round = 0, last = first.best; graph.isShared && round < sharingRounds && !isStopped(); round += 1) {
    await pause();
    graph.shareAnew(last);
    last = find(first.best.price, settled);
  }
  const last = graph.isShared ? await searchPrice(problem, asked) : first;
  const sets = [...first.sets, ...last.sets];
  const { bound, best } = last.bound > first.bound ? last : first;
  const priced = makeContest(problem, question, best.through);
  return {
    find,
    isShared: graph.isShared,
    sets,
    bound: Math.max(0, bound, whole.value - plain.most, best.flow.value - priced.most),
    contenders: (left) => {
      const others = new Set(plain.contenders(whole.value - left));
      return priced.contenders(best.flow.value - left).filter((node) => others.has(node));
    },
  };
}
