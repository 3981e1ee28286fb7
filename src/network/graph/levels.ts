import type { Csr } from "./csr.ts";
import type { Meter } from "./meter.ts";
import { byteAt, intAt, numberAt } from "./typed-arrays.ts";

/** What a search for levels goes through: a graph, the flow on it, and the nodes that are blocked. */
export interface Searched {
  readonly graph: Csr;
  readonly flows: Float64Array;
  readonly blocked: Uint8Array;
  readonly source: number;
  readonly sink: number;
  readonly meter: Meter;
}

/** Writes into `level` how far nodes are from the sink in what is left; whether the source is among them. */
export type LevelFinder = (searched: Searched, level: Int32Array) => boolean;

/** One side of the search: how far its nodes are from where it began, in the order in which they were met. */
interface Side {
  readonly distance: Int32Array;
  readonly queue: Int32Array;
  taken: number;
  queued: number;
  depth: number;
}

/**
 * Prepares searches from both ends at once, level by level, always from the end with fewer nodes to go on from: where a
 * node has ten channels, the two meet after a few thousand nodes of a hundred thousand. A node that only the search from
 * the source met is given the distance that it has if it lies on a shortest path; one that does not is a dead end.
 */
export function makeLevelFinder(nodeCount: number): LevelFinder {
  const makeSide = (): Side => ({
    distance: new Int32Array(nodeCount),
    queue: new Int32Array(nodeCount),
    taken: 0,
    queued: 0,
    depth: 0,
  });
  const ahead = makeSide();
  const behind = makeSide();
  return (searched, level) => {
    begin(ahead, searched.source);
    begin(behind, searched.sink);
    let isMet = false;
    while (!isMet) {
      const isAhead = ahead.queued - ahead.taken <= behind.queued - behind.taken;
      const side = isAhead ? ahead : behind;
      if (side.taken === side.queued) return false;
      isMet = expand(searched, side, isAhead, isAhead ? behind : ahead);
    }
    level.set(behind.distance);
    const length = ahead.depth + behind.depth;
    for (let index = 0; index < ahead.queued; index += 1) {
      const node = intAt(ahead.queue, index);
      if (intAt(level, node) < 0) level[node] = length - intAt(ahead.distance, node);
    }
    return true;
  };
}

function begin(side: Side, node: number): void {
  side.distance.fill(-1);
  side.distance[node] = 0;
  side.queue[0] = node;
  side.taken = 0;
  side.queued = 1;
  side.depth = 0;
}

/** Goes one level on from one end; whether it met the other. */
function expand({ graph, flows, blocked, meter }: Searched, side: Side, isAhead: boolean, other: Side): boolean {
  const { distance, queue } = side;
  const levelEnd = side.queued;
  side.depth += 1;
  let isMet = false;
  const reach = (node: number): void => {
    if (intAt(distance, node) >= 0 || byteAt(blocked, node) === 1) return;
    distance[node] = side.depth;
    queue[side.queued] = node;
    side.queued += 1;
    if (intAt(other.distance, node) >= 0) isMet = true;
  };
  for (; side.taken < levelEnd; side.taken += 1) {
    const node = intAt(queue, side.taken);
    const outEnd = intAt(graph.outStart, node + 1);
    for (let arc = intAt(graph.outStart, node); arc < outEnd; arc += 1) {
      const flow = numberAt(flows, arc);
      if (isAhead ? flow < numberAt(graph.capacities, arc) : flow > 0) reach(intAt(graph.heads, arc));
    }
    const inEnd = intAt(graph.inStart, node + 1);
    meter.steps += 1 + outEnd - intAt(graph.outStart, node) + inEnd - intAt(graph.inStart, node);
    for (let slot = intAt(graph.inStart, node); slot < inEnd; slot += 1) {
      const arc = intAt(graph.inArcs, slot);
      const flow = numberAt(flows, arc);
      if (isAhead ? flow > 0 : flow < numberAt(graph.capacities, arc)) reach(intAt(graph.tails, arc));
    }
  }
  return isMet;
}
