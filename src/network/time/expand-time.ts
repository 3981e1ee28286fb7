import { makeCsr } from "../graph/csr.ts";
import { reachable } from "../graph/reachable.ts";
import { byteAt, intAt, numberAt } from "../graph/typed-arrays.ts";
import type { MeasuredGraph } from "../solve/measured-graph.ts";
import { makeCopies, type Copies } from "./node-copies.ts";
import type { TimedProblem } from "./timed-problem.ts";

/** A network of payments as a graph without time, on which every path keeps the order of time. */
export interface TimeExpanded extends MeasuredGraph {
  /** Per node of the graph, the time from which it stands for its node of the problem. */
  readonly opensAt: Float64Array;
  /** Per edge of the graph, which payment it is, or -1: money that waits, enters or leaves. */
  readonly transferOf: Int32Array;
  /** Payments through which money can go from a start to an end in time order. */
  readonly liveTransfers: Int32Array;
}

/**
 * Makes the time-expanded network (Ford and Fulkerson 1958; Akrida, Czyzowicz, Gasieniec, Kuszner and Spirakis,
 * arXiv 1606.01091), pruned to what can be reached from a start and leads to an end in time order. A node stands in it
 * once for each time at which it pays after it was paid; money waits from one to the next without limit. The start nodes
 * have what was seen to leave them from the beginning; what reaches an end node stays there. Each payment carries
 * `rhoQuarters` times its minor units, at most the whole supply (quarters), as in the network without time.
 */
export function expandTime(timed: TimedProblem, rhoQuarters: number): TimeExpanded {
  const everything = Int32Array.from(timed.payers.keys()).toSorted(
    (left, right) => numberAt(timed.times, left) - numberAt(timed.times, right) || left - right,
  );
  const first = connect(timed, makeCopies(timed, everything), rhoQuarters);
  const liveTransfers = findLive(first);
  return connect(timed, makeCopies(timed, liveTransfers), rhoQuarters);
}

function connect({ problem, amountsMinor, channels }: TimedProblem, copies: Copies, rhoQuarters: number): TimeExpanded {
  const { transfers, tails, heads, waits, nodeOf, copyCount } = copies;
  const supplies = problem.suppliesMinor.map((minor) => 4 * minor);
  const supplyQuarters = supplies.reduce((total, supply) => total + supply, 0);
  const [source, sink] = [copyCount, copyCount + 1];
  const edges: Edges = { tails: [], heads: [], capacities: [], transferOf: [] };
  transfers.forEach((transfer, index) => {
    if (intAt(tails, index) < 0) return;
    const head = intAt(heads, index) < 0 ? sink : intAt(heads, index);
    const capacity = Math.min(rhoQuarters * numberAt(amountsMinor, transfer), supplyQuarters);
    addEdge(edges, { tail: intAt(tails, index), head, capacity, transfer });
  });
  for (const [tail, head] of waits) addEdge(edges, { tail, head, capacity: supplyQuarters, transfer: -1 });
  supplies.forEach((supply, index) => {
    const head = intAt(copies.firstOfStart, index);
    if (head >= 0) addEdge(edges, { tail: source, head, capacity: supply, transfer: -1 });
  });
  const graph = makeCsr({
    nodeCount: copyCount + 2,
    tails: Int32Array.from(edges.tails),
    heads: Int32Array.from(edges.heads),
    capacities: Float64Array.from(edges.capacities),
  });
  const owners = new Int32Array(copyCount + 2).fill(-1);
  owners.set(nodeOf);
  return {
    graph,
    source,
    sink,
    supplyQuarters,
    nodeOf: owners,
    opensAt: copies.opensAt,
    channelOf: Int32Array.from(edges.transferOf, (transfer) => (transfer < 0 ? -1 : intAt(channels, transfer))),
    transferOf: Int32Array.from(edges.transferOf),
    liveTransfers: transfers,
  };
}

interface Edges {
  readonly tails: number[];
  readonly heads: number[];
  readonly capacities: number[];
  readonly transferOf: number[];
}

function addEdge(
  edges: Edges,
  edge: { readonly tail: number; readonly head: number; readonly capacity: number; readonly transfer: number },
): void {
  edges.tails.push(edge.tail);
  edges.heads.push(edge.head);
  edges.capacities.push(edge.capacity);
  edges.transferOf.push(edge.transfer);
}

/** The payments that lie on a way from a start to an end, in the order of time. */
function findLive({ graph, source, sink, transferOf, liveTransfers }: TimeExpanded): Int32Array {
  const after = reachable(graph, [source], true);
  const before = reachable(graph, [sink], false);
  const isLive = new Uint8Array(liveTransfers.reduce((most, transfer) => Math.max(most, transfer + 1), 0));
  for (let arc = 0; arc < graph.arcCount; arc += 1) {
    const transfer = intAt(transferOf, intAt(graph.edges, arc));
    if (transfer < 0) continue;
    if (byteAt(after, intAt(graph.tails, arc)) === 1 && byteAt(before, intAt(graph.heads, arc)) === 1) {
      isLive[transfer] = 1;
    }
  }
  return liveTransfers.filter((transfer) => byteAt(isLive, transfer) === 1);
}
