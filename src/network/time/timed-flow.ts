import { intAt } from "../graph/typed-arrays.ts";
import { makeFlowFinder } from "../graph/max-flow.ts";
import { splitIntoPaths } from "../graph/paths.ts";
import { expandTime } from "./expand-time.ts";
import type { TimedProblem } from "./timed-problem.ts";

/** The most that can flow in time order, and how. Amounts in quarters of a minor unit. */
export interface TimedFlow {
  readonly valueQuarters: number;
  /** Ways from a start to an end: the payments in time order (numbers of the timed problem), and how much takes this way. */
  readonly paths: readonly { readonly transfers: readonly number[]; readonly quarters: number }[];
  /** Size of the network in time, as pruned. */
  readonly copies: number;
  readonly arcs: number;
  readonly liveTransfers: number;
}

/**
 * Finds the largest flow from the start nodes to the end nodes in which no money is passed on before it came, when each
 * payment may carry `rhoQuarters` quarters of what was seen and blocked nodes (numbers of the problem) pass nothing on.
 */
export function findTimedFlow(timed: TimedProblem, rhoQuarters: number, blocked: readonly number[] = []): TimedFlow {
  const { graph, source, sink, nodeOf, transferOf, liveTransfers } = expandTime(timed, rhoQuarters);
  const members = new Set(blocked);
  const isBlocked = Uint8Array.from(nodeOf, (node) => (members.has(node) ? 1 : 0));
  const flow = makeFlowFinder(graph, source, sink)(isBlocked);
  return {
    valueQuarters: flow?.value ?? 0,
    paths: splitIntoPaths(graph, flow?.flows ?? new Float64Array(graph.arcCount), source, sink).map(
      ({ arcs, amount }) => ({
        transfers: arcs.map((arc) => intAt(transferOf, intAt(graph.edges, arc))).filter((transfer) => transfer >= 0),
        quarters: amount,
      }),
    ),
    copies: graph.nodeCount - 2,
    arcs: graph.arcCount,
    liveTransfers: liveTransfers.length,
  };
}
