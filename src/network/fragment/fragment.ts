import { at } from "../../base/index.ts";
import { byteAt } from "../graph/typed-arrays.ts";
import type { ContactGraph } from "./contact-graph.ts";
import { orderByCore } from "./core-order.ts";
import { countUntilBelow, measureCurve } from "./curve.ts";
import { orderByDegree } from "./degree-order.ts";
import { reinsert } from "./reinsert.ts";

/** How a network is taken apart. */
export interface FragmentOptions {
  /** It counts as fallen apart when its largest component has less than this share of all nodes; 0.1 if not given. */
  readonly stopShare?: number;
  /** 1 for each node that may be removed; all if not given. */
  readonly removable?: Uint8Array;
}

/** In which order to remove nodes so that a network falls apart soon. */
export interface FragmentPlan {
  /** Node numbers; the removals stop when the network counts as fallen apart, or when no node may be removed any more. */
  readonly order: Int32Array;
  /** The size of the largest component after each removal. */
  readonly largest: Int32Array;
  /** The size of the largest component before the first. */
  readonly largestBefore: number;
  /** The sum of `largest`: less is sooner. */
  readonly area: number;
  readonly isFallenApart: boolean;
}

/**
 * Orders removals so that the area under the curve of the largest component is small. Two orders are made (most ties among
 * the nodes left; most ties in the 2-core), each is cut off where the largest component is below several sizes, what
 * is cut off is reordered by reinsertion, and the order with the least measured area is taken: never worse than most
 * ties first. A heuristic without bound: the problem is NP-hard (Braunstein, Dall'Asta, Semerjian and Zdeborova 2016,
 * PNAS 113).
 * This says how a net of contacts or of owners falls apart, nothing about money: for that there are block sets.
 */
export function fragment(graph: ContactGraph, options: FragmentOptions = {}): FragmentPlan {
  const { nodeCount } = graph;
  const { removable } = options;
  const stopSize = (options.stopShare ?? 0.1) * nodeCount;
  const isAllowed = (node: number): boolean => removable === undefined || byteAt(removable, node) === 1;
  const byDegree = orderByDegree(graph).filter(isAllowed);
  const byCore = append(orderByCore(graph).filter(isAllowed), byDegree, nodeCount);
  const sizes = cutShares.map((share) => share * stopSize);
  const orders = [byDegree, byCore].flatMap((order) => [order, ...reorder(graph, order, sizes)]);
  const plans = orders.map((order) => planOf(graph, order, stopSize));
  return plans.reduce((best, plan) => (plan.area < best.area ? plan : best), at(plans, 0));
}

/** An order is cut off where the largest component is below these shares of the size at which the removals stop. */
const cutShares = [1, 0.3, 0.1, 0];

function reorder(graph: ContactGraph, order: Int32Array, sizes: readonly number[]): Int32Array[] {
  const curve = measureCurve(graph, order);
  const lengths = new Set(sizes.map((size) => countUntilBelow(curve, size)));
  return [...lengths].map((length) => reinsert(graph, order.slice(0, length)));
}

/** One order and what another has beside it. */
function append(order: Int32Array, other: Int32Array, nodeCount: number): Int32Array {
  const isIn = new Uint8Array(nodeCount);
  for (const node of order) isIn[node] = 1;
  return Int32Array.from([...order, ...other.filter((node) => byteAt(isIn, node) === 0)]);
}

function planOf(graph: ContactGraph, order: Int32Array, stopSize: number): FragmentPlan {
  const curve = measureCurve(graph, order);
  const length = countUntilBelow(curve, stopSize);
  const largest = curve.slice(1, length + 1);
  return {
    order: order.slice(0, length),
    largest,
    largestBefore: at(curve, 0),
    area: largest.reduce((total, size) => total + size, 0),
    isFallenApart: at(curve, length) < stopSize,
  };
}
