import { at } from "../../src/base/index.ts";
import type { BlockProblem, Prepared } from "../../src/network/index.ts";
import { makeCsr, type Csr } from "../../src/network/graph/csr.ts";
import { findGreedySet } from "../../src/network/solve/greedy.ts";
import { findBetweenness } from "./betweenness.ts";

/** What rival ways of choosing strand, as shares of what the best set strands; null: too large to compute. */
export interface Rivals {
  readonly degree: number;
  readonly strength: number;
  readonly betweenness: number | null;
  readonly pageRank: number;
  readonly greedy: number;
}

/** Brandes' algorithm takes nodes times edges steps. */
const betweennessStepsMax = 5e8;

/** Chooses by each measure the first nodes that can be blocked and that the budget allows, and measures what that strands. */
export async function measureRivals(prepared: Prepared, budget: number, strandedAtBest: number): Promise<Rivals> {
  const { problem, baseline } = prepared;
  const graph = makeCsr({
    nodeCount: problem.nodeIds.length,
    tails: problem.payers,
    heads: problem.payees,
    capacities: problem.amountsMinor,
  });
  const strandedBy = (members: readonly number[]): number =>
    (baseline.value - Math.min(prepared.left(4, members), baseline.value)) / Math.max(strandedAtBest, 1);
  const share = (scores: ArrayLike<number>): number => strandedBy(takeFirst(problem, budget, scores));
  const degree = problem.nodeIds.map(
    (_, node) =>
      at(graph.outStart, node + 1) - at(graph.outStart, node) + at(graph.inStart, node + 1) - at(graph.inStart, node),
  );
  const { residual, whole } = prepared.at(4);
  const greedy = await findGreedySet(
    problem,
    { budget, rhoQuarters: 4, collateralMaxMinor: null },
    { residual, whole, goOn: () => true, pause: () => Promise.resolve() },
  );
  return {
    degree: share(degree),
    strength: share(strengthOf(graph)),
    betweenness: graph.nodeCount * graph.arcCount > betweennessStepsMax ? null : share(findBetweenness(graph)),
    pageRank: share(pageRankOf(graph)),
    greedy: strandedBy(greedy.members),
  };
}

function takeFirst(problem: BlockProblem, budget: number, scores: ArrayLike<number>): number[] {
  const ranked = problem.nodeIds
    .map((_, node) => node)
    .filter((node) => problem.blockable[node] === 1)
    .toSorted((left, right) => at(scores, right) - at(scores, left) || left - right);
  let left = budget;
  return ranked
    .filter((node) => {
      const isBought = at(problem.costs, node) <= left;
      if (isBought) left -= at(problem.costs, node);
      return isBought;
    })
    .toSorted((one, other) => one - other);
}

function strengthOf({ nodeCount, tails, heads, capacities }: Csr): Float64Array {
  const strength = new Float64Array(nodeCount);
  capacities.forEach((amount, arc) => {
    for (const node of [at(tails, arc), at(heads, arc)]) strength[node] = at(strength, node) + amount;
  });
  return strength;
}

/** PageRank weighted by amounts, damping 0.85, 100 rounds (Page, Brin, Motwani and Winograd 1999). */
function pageRankOf({ nodeCount, tails, heads, capacities }: Csr): Float64Array {
  const out = new Float64Array(nodeCount);
  capacities.forEach((amount, arc) => (out[at(tails, arc)] = at(out, at(tails, arc)) + amount));
  let rank = new Float64Array(nodeCount).fill(1 / nodeCount);
  for (let round = 0; round < 100; round += 1) {
    const idle = rank.reduce((total, each, node) => total + (at(out, node) === 0 ? each : 0), 0);
    const next = new Float64Array(nodeCount).fill((0.15 + 0.85 * idle) / nodeCount);
    const from = rank;
    capacities.forEach((amount, arc) => {
      const tail = at(tails, arc);
      const head = at(heads, arc);
      next[head] = at(next, head) + (0.85 * at(from, tail) * amount) / at(out, tail);
    });
    rank = next;
  }
  return rank;
}
