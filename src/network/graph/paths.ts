import type { Csr } from "./csr.ts";
import { intAt, numberAt } from "./typed-arrays.ts";

/** One way that a part of a flow takes: its arcs from source to sink, and how much. */
export interface FlowPath {
  readonly arcs: readonly number[];
  readonly amount: number;
}

/**
 * Splits a flow into at most as many paths as it has arcs; flow that runs in a circle carries nothing and is left out.
 * At each node the first arc that still carries flow is taken, so equal flows give equal paths.
 */
export function splitIntoPaths(graph: Csr, flow: Float64Array, source: number, sink: number): FlowPath[] {
  const walker: Walker = {
    graph,
    left: flow.slice(),
    next: graph.outStart.slice(0, -1),
    seenOn: new Int32Array(graph.nodeCount),
  };
  const paths: FlowPath[] = [];
  for (
    let walk = walkFrom(walker, source, 1), count = 2;
    walk.arcs.length > 0;
    walk = walkFrom(walker, source, count), count += 1
  ) {
    const amount = walk.arcs.reduce((least, arc) => Math.min(least, numberAt(walker.left, arc)), Infinity);
    for (const arc of walk.arcs) walker.left[arc] = numberAt(walker.left, arc) - amount;
    if (walk.end === sink) paths.push({ arcs: walk.arcs, amount });
  }
  return paths;
}

interface Walker {
  readonly graph: Csr;
  /** Flow not yet on a path. */
  readonly left: Float64Array;
  /** Per node, the first arc that may still carry flow. */
  readonly next: Int32Array;
  /** Per node, the number of the last walk that came by. */
  readonly seenOn: Int32Array;
}

/** Walks along arcs with flow: to a node without any (the sink), or, where the walk meets itself, only the circle. */
function walkFrom(walker: Walker, source: number, walkNo: number): { arcs: number[]; end: number } {
  const { graph, seenOn } = walker;
  const arcs: number[] = [];
  let node = source;
  for (let arc = firstArc(walker, node); arc >= 0; arc = firstArc(walker, node)) {
    seenOn[node] = walkNo;
    arcs.push(arc);
    node = intAt(graph.heads, arc);
    if (intAt(seenOn, node) === walkNo) {
      const from = arcs.findIndex((earlier) => intAt(graph.tails, earlier) === node);
      return { arcs: arcs.slice(from), end: node };
    }
  }
  return { arcs, end: node };
}

function firstArc({ graph, left, next }: Walker, node: number): number {
  const end = intAt(graph.outStart, node + 1);
  let arc = intAt(next, node);
  while (arc < end && numberAt(left, arc) === 0) arc += 1;
  next[node] = arc;
  return arc < end ? arc : -1;
}
