import { makeCsr } from "../graph/csr.ts";
import { intAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "../trace/timed-payments.ts";

/** The payments that each party makes and takes in, in time order. */
export interface PaymentLists {
  madeBy(node: number): Int32Array;
  takenBy(node: number): Int32Array;
}

/** Sorts payments by party, in linear time. */
export function listPayments(payments: TimedPayments): PaymentLists {
  const { payers, payees, amountsMinor, nodeIds } = payments;
  const graph = makeCsr({ nodeCount: nodeIds.length, tails: payers, heads: payees, capacities: amountsMinor });
  const taken = makeCsr({ nodeCount: nodeIds.length, tails: payees, heads: payers, capacities: amountsMinor });
  return {
    madeBy: (node) => graph.edges.subarray(intAt(graph.outStart, node), intAt(graph.outStart, node + 1)),
    takenBy: (node) => taken.edges.subarray(intAt(taken.outStart, node), intAt(taken.outStart, node + 1)),
  };
}

/** The place in an ascending list of the first number above another. */
export function firstAbove(list: Int32Array, number: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (intAt(list, middle) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
