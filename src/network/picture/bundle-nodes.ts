import { at, groupBy } from "../../base/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { findCommunities } from "./communities.ts";
import { sidesOf, type Side } from "./money-picture.ts";

/** Nodes of a problem that belong together: of one community, and on one side of the question. */
export interface NodeBundle {
  /** By side and the rank of the community: `bundle:between:3`. */
  readonly id: string;
  readonly side: Side;
  /** What moves most first; among equals the earlier node. */
  readonly members: readonly number[];
  readonly communities: number;
}

/** Fewer communities than this say too little, so smaller ones are looked for. */
const communitiesLeast = 16;
/** So many communities have bundles of their own: what a picture of them holds is seen at once. The others are together. */
const communitiesMost = 40;

/**
 * Puts every node of a problem into one bundle: by who pays whom how much, starts and ends apart, so that money still goes
 * from left to right. Bundles of one node stay.
 */
export function bundleNodes(problem: BlockProblem): NodeBundle[] {
  const { nodeIds, payers, payees, amountsMinor } = problem;
  const ties = { nodeCount: nodeIds.length, ones: payers, others: payees, weights: amountsMinor };
  const communityOf = findCommunities(ties, communitiesLeast);
  const moved = movedMinor(problem);
  const rankOf = ranksOf(communityOf, moved);
  const sideOf = sidesOf(problem);
  const bundles = groupBy(nodeIds.keys(), (node) => `bundle:${sideOf(node)}:${rankOf(intAt(communityOf, node))}`);
  return [...bundles].map(([id, nodes]) => ({
    id,
    side: sideOf(at(nodes, 0)),
    members: nodes.toSorted((left, right) => numberAt(moved, right) - numberAt(moved, left) || left - right),
    communities: new Set(nodes.map((node) => communityOf[node])).size,
  }));
}

/** What each node moves: the larger of what comes in and what goes out. */
export function movedMinor({ nodeIds, payers, payees, amountsMinor }: BlockProblem): Float64Array {
  const [into, out] = [new Float64Array(nodeIds.length), new Float64Array(nodeIds.length)];
  amountsMinor.forEach((minor, channel) => {
    const [payer, payee] = [intAt(payers, channel), intAt(payees, channel)];
    out[payer] = numberAt(out, payer) + minor;
    into[payee] = numberAt(into, payee) + minor;
  });
  return into.map((minor, node) => Math.max(minor, numberAt(out, node)));
}

/** The rank of a community by what its members move; `small` from the place on where they have no bundle of their own. */
function ranksOf(communityOf: Int32Array, moved: Float64Array): (community: number) => string {
  const sums = new Map<number, number>();
  communityOf.forEach((community, node) => sums.set(community, (sums.get(community) ?? 0) + numberAt(moved, node)));
  const order = [...sums].toSorted(([one, left], [other, right]) => right - left || one - other);
  const ranks = new Map(order.slice(0, communitiesMost).map(([community], rank) => [community, String(rank + 1)]));
  return (community) => ranks.get(community) ?? "small";
}
