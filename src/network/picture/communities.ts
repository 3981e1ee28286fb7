import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { countStarts, sortByKey } from "../graph/csr.ts";

/** Ties between numbered nodes, without direction; pairs may repeat; weights are whole numbers from 0. A tie to oneself is what a node holds inside. */
export interface Ties {
  readonly nodeCount: number;
  readonly ones: Int32Array;
  readonly others: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Finds communities, whose members are tied to each other more than chance would tie them: Louvain (Blondel et al. 2008,
 * "Fast unfolding of communities in large networks") by weight. Where those are fewer than `least`, smaller ones by a
 * higher resolution (Reichardt and Bornholdt 2006). Each hangs together. Per node the number of its community, by the
 * lowest member; nodes are taken in their order and one that gains nothing stays: equal ties, equal communities.
 */
export function findCommunities(ties: Ties, least = 1): Int32Array {
  const first = moveNodes(ties, 1);
  const count = numbered(first);
  const joined = joinNodes(ties, first, count);
  // At a resolution that is high enough nothing is joined any more.
  for (let resolution = 1; ; resolution *= 2) {
    const found = joinOn(joined, resolution);
    if (found.count < Math.min(least, count)) continue;
    return hangingTogether(
      ties,
      first.map((community) => intAt(found.communityOf, community)),
    );
  }
}

/** Joins communities to larger ones while anything is gained. */
function joinOn(ties: Ties, resolution: number): { readonly communityOf: Int32Array; readonly count: number } {
  let communityOf = Int32Array.from({ length: ties.nodeCount }, (_, node) => node);
  for (let level = ties; ;) {
    const moved = moveNodes(level, resolution);
    const count = numbered(moved);
    communityOf = communityOf.map((community) => intAt(moved, community));
    if (count === level.nodeCount) return { communityOf, count };
    level = joinNodes(level, moved, count);
  }
}

/** A gain below this share of all weight is rounding. */
const leastGain = 1e-12;
/** Moves end by themselves; the limit, so many for each node, is for sums that rounding would turn about. */
const movesMost = 100;

/** Moves each node into the community beside it that gains most, then those beside whoever moved, until nobody gains. */
function moveNodes(ties: Ties, resolution: number): Int32Array {
  const { nodeCount } = ties;
  const { starts, beside, weights, degrees } = rowsOf(ties);
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  const communityOf = Int32Array.from({ length: nodeCount }, (_, node) => node);
  if (total === 0) return communityOf;
  const sums = degrees.slice();
  const towards = new Float64Array(nodeCount);
  const bestFor = (node: number): number => {
    const own = intAt(communityOf, node);
    const share = (resolution * numberAt(degrees, node)) / total;
    for (let slot = intAt(starts, node); slot < intAt(starts, node + 1); slot += 1) {
      const community = intAt(communityOf, intAt(beside, slot));
      towards[community] = numberAt(towards, community) + numberAt(weights, slot);
    }
    let best = own;
    let most = numberAt(towards, own) - share * (numberAt(sums, own) - numberAt(degrees, node)) + leastGain * total;
    for (let slot = intAt(starts, node); slot < intAt(starts, node + 1); slot += 1) {
      const community = intAt(communityOf, intAt(beside, slot));
      const gain = numberAt(towards, community) - share * numberAt(sums, community);
      if (community === own || gain < most || (gain === most && (best === own || community > best))) continue;
      [best, most] = [community, gain];
    }
    for (let slot = intAt(starts, node); slot < intAt(starts, node + 1); slot += 1)
      towards[intAt(communityOf, intAt(beside, slot))] = 0;
    return best;
  };
  const waiting = Array.from(communityOf);
  const isWaiting = new Uint8Array(nodeCount).fill(1);
  for (let turn = 0; turn < Math.min(waiting.length, movesMost * nodeCount); turn += 1) {
    const node = waiting[turn] ?? 0;
    isWaiting[node] = 0;
    const [own, best] = [intAt(communityOf, node), bestFor(node)];
    if (best === own) continue;
    communityOf[node] = best;
    sums[own] = numberAt(sums, own) - numberAt(degrees, node);
    sums[best] = numberAt(sums, best) + numberAt(degrees, node);
    for (let slot = intAt(starts, node); slot < intAt(starts, node + 1); slot += 1) {
      const other = intAt(beside, slot);
      if (isWaiting[other] || communityOf[other] === best) continue;
      isWaiting[other] = 1;
      waiting.push(other);
    }
  }
  return communityOf;
}

/** Each tie from both of its ends, by node, and the weight that each node has in all; what it holds inside counts twice. */
function rowsOf({ nodeCount, ones, others, weights }: Ties) {
  const between = Int32Array.from(ones.keys()).filter((tie) => ones[tie] !== others[tie]);
  const [left, right] = [between.map((tie) => intAt(ones, tie)), between.map((tie) => intAt(others, tie))];
  const ends = new Int32Array(2 * between.length);
  ends.set(left);
  ends.set(right, between.length);
  const starts = countStarts(ends, nodeCount);
  const order = sortByKey(ends, starts);
  const otherEnd = (place: number): number => intAt(ends, (place + between.length) % ends.length);
  const weightAt = (place: number): number => numberAt(weights, intAt(between, place % between.length));
  const degrees = new Float64Array(nodeCount);
  for (const side of [ones, others])
    side.forEach((node, tie) => (degrees[node] = numberAt(degrees, node) + numberAt(weights, tie)));
  return { starts, beside: order.map(otherEnd), weights: Float64Array.from(order, weightAt), degrees };
}

/** Numbers communities anew in place, by their lowest member; answers how many there are. */
function numbered(communityOf: Int32Array): number {
  const numbers = new Map<number, number>();
  communityOf.forEach((community, node) => {
    const number = numbers.get(community) ?? numbers.size;
    numbers.set(community, number);
    communityOf[node] = number;
  });
  return numbers.size;
}

/** The communities as nodes: ties between two of them are one, ties within one are what it holds inside. */
function joinNodes({ ones, others, weights }: Ties, communityOf: Int32Array, nodeCount: number): Ties {
  const sums = new Map<number, number>();
  weights.forEach((weight, tie) => {
    const [one, other] = [intAt(communityOf, intAt(ones, tie)), intAt(communityOf, intAt(others, tie))];
    const pair = Math.min(one, other) * nodeCount + Math.max(one, other);
    sums.set(pair, (sums.get(pair) ?? 0) + weight);
  });
  const pairs = [...sums.keys()].toSorted((left, right) => left - right);
  return {
    nodeCount,
    ones: Int32Array.from(pairs, (pair) => Math.floor(pair / nodeCount)),
    others: Int32Array.from(pairs, (pair) => pair % nodeCount),
    weights: Float64Array.from(pairs, (pair) => sums.get(pair) ?? 0),
  };
}

/** Louvain may leave a community in two parts when what tied them has left it: each part is one. */
function hangingTogether({ ones, others, nodeCount }: Ties, communityOf: Int32Array): Int32Array {
  const parents = Int32Array.from({ length: nodeCount }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (intAt(parents, root) !== root) {
      parents[root] = intAt(parents, intAt(parents, root));
      root = intAt(parents, root);
    }
    return root;
  };
  ones.forEach((one, tie) => {
    const other = intAt(others, tie);
    if (communityOf[one] === communityOf[other]) parents[rootOf(one)] = rootOf(other);
  });
  const parts = parents.map(rootOf);
  numbered(parts);
  return parts;
}
