import { at } from "../../base/index.ts";
import { countStarts, sortByKey } from "../graph/csr.ts";
import { byteAt, intAt, numberAt } from "../graph/typed-arrays.ts";
import type { TimedProblem } from "./timed-problem.ts";

/** Nodes written once for each time at which they pay after they were paid, and what leads between these copies. */
export interface Copies {
  readonly copyCount: number;
  /** Per copy, the node. */
  readonly nodeOf: Int32Array;
  /** Per copy, the time from which it stands for its node: when the first money of it came; of a start's first, before all time. */
  readonly opensAt: Float64Array;
  /** The payments, in the order of time. */
  readonly transfers: Int32Array;
  /** Per payment in that order: the copy that pays, or -1 where nothing can have come in before. */
  readonly tails: Int32Array;
  /** The same: the copy that is paid, or -1 for an end. */
  readonly heads: Int32Array;
  /** From each copy of a node to its next one: money that waits. */
  readonly waits: readonly (readonly [from: number, to: number])[];
  /** Per start node, its first copy, or -1 where it pays nothing. */
  readonly firstOfStart: Int32Array;
}

/**
 * Writes the copies for payments in time order. A new copy begins with the first payment that comes in after one that
 * went out: payments out between two payments in all draw on the same money. What comes in at a time counts before what
 * goes out at it, so several payments of one time can follow each other in any order, also in a circle.
 */
export function makeCopies(timed: TimedProblem, transfers: Int32Array): Copies {
  const { problem, leastStay } = timed;
  const nodeCount = problem.nodeIds.length;
  const payers = transfers.map((transfer) => intAt(timed.payers, transfer));
  const payees = transfers.map((transfer) => intAt(timed.payees, transfer));
  const times = Float64Array.from(transfers, (transfer) => numberAt(timed.times, transfer));
  const [outStart, inStart] = [countStarts(payers, nodeCount), countStarts(payees, nodeCount)];
  const [outgoing, incoming] = [sortByKey(payers, outStart), sortByKey(payees, inStart)];
  const isEnd = new Uint8Array(nodeCount);
  for (const node of problem.sinks) isEnd[node] = 1;
  const startIndex = new Map(problem.sources.map((node, index) => [node, index]));
  const tails = new Int32Array(transfers.length).fill(-1);
  const heads = new Int32Array(transfers.length).fill(-1);
  const firstOfStart = new Int32Array(problem.sources.length).fill(-1);
  const nodeOf: number[] = [];
  const opensAt: number[] = [];
  const waits: [number, number][] = [];
  for (let node = 0; node < nodeCount; node += 1) {
    if (byteAt(isEnd, node) === 1) continue;
    const start = startIndex.get(node);
    const openCopy = (before: number, time: number): number => {
      if (before >= 0) waits.push([before, nodeOf.length]);
      opensAt.push(time);
      return nodeOf.push(node) - 1;
    };
    let copy = start === undefined ? -1 : openCopy(-1, -Infinity);
    if (start !== undefined) firstOfStart[start] = copy;
    let hasPaid = false;
    let nextIn = intAt(inStart, node);
    for (let slot = intAt(outStart, node); slot < intAt(outStart, node + 1); slot += 1) {
      const out = at(outgoing, slot);
      for (; nextIn < intAt(inStart, node + 1); nextIn += 1) {
        const paid = at(incoming, nextIn);
        const arrival = numberAt(times, paid) + leastStay;
        if (arrival > numberAt(times, out)) break;
        if (copy < 0 || hasPaid) copy = openCopy(copy, arrival);
        hasPaid = false;
        heads[paid] = copy;
      }
      tails[out] = copy;
      hasPaid = true;
    }
    // What comes in after the last payment out goes nowhere: it keeps a copy of its own, which no way leads through.
    if (nextIn < intAt(inStart, node + 1)) copy = openCopy(-1, Infinity);
    for (; nextIn < intAt(inStart, node + 1); nextIn += 1) heads[at(incoming, nextIn)] = copy;
  }
  return {
    copyCount: nodeOf.length,
    nodeOf: Int32Array.from(nodeOf),
    opensAt: Float64Array.from(opensAt),
    transfers,
    tails,
    heads,
    waits,
    firstOfStart,
  };
}
