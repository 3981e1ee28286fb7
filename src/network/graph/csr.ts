import { assert } from "../../base/index.ts";
import { intAt, numberAt } from "./typed-arrays.ts";

/** The edges of a directed graph, position by position; parallel edges and self-loops are allowed. */
export interface EdgeList {
  readonly nodeCount: number;
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  /** Whole numbers from 0 to 2^53 - 1. */
  readonly capacities: Float64Array;
}

/**
 * The same graph as compressed sparse rows: the arcs that leave node v are `outStart[v]` to `outStart[v + 1] - 1`, in the
 * order of the edge list; the arcs that enter it are `inArcs[inStart[v]]` and on. `edges[arc]` is the arc's place in the list.
 */
export interface Csr extends EdgeList {
  readonly arcCount: number;
  readonly outStart: Int32Array;
  readonly inStart: Int32Array;
  readonly inArcs: Int32Array;
  readonly edges: Int32Array;
}

/** Builds the rows by two counting sorts: O(nodes + edges), stable, so equal input gives equal bytes. */
export function makeCsr(list: EdgeList): Csr {
  const arcCount = list.tails.length;
  assert(list.heads.length === arcCount && list.capacities.length === arcCount, "one head and capacity per edge");
  const outStart = countStarts(list.tails, list.nodeCount);
  const inStart = countStarts(list.heads, list.nodeCount);
  const next = outStart.slice(0, -1);
  const edges = new Int32Array(arcCount);
  const tails = new Int32Array(arcCount);
  const heads = new Int32Array(arcCount);
  const capacities = new Float64Array(arcCount);
  for (let edge = 0; edge < arcCount; edge += 1) {
    const tail = intAt(list.tails, edge);
    const arc = intAt(next, tail);
    next[tail] = arc + 1;
    edges[arc] = edge;
    tails[arc] = tail;
    heads[arc] = intAt(list.heads, edge);
    capacities[arc] = numberAt(list.capacities, edge);
  }
  const inArcs = sortByKey(heads, inStart);
  return { nodeCount: list.nodeCount, arcCount, tails, heads, capacities, outStart, inStart, inArcs, edges };
}

/** Where each key's entries start when they are sorted by key: `starts[key]` to `starts[key + 1] - 1`. */
export function countStarts(keys: Int32Array, nodeCount: number): Int32Array {
  const starts = new Int32Array(nodeCount + 1);
  for (let position = 0; position < keys.length; position += 1) {
    const key = intAt(keys, position);
    // The message would be made for every key: a third of the time of a build.
    if (key < 0 || key >= nodeCount) assert(false, `node ${key} of ${nodeCount}`);
    starts[key + 1] = intAt(starts, key + 1) + 1;
  }
  for (let node = 0; node < nodeCount; node += 1) starts[node + 1] = intAt(starts, node + 1) + intAt(starts, node);
  return starts;
}

/** The positions sorted by key, equal keys in their order. */
export function sortByKey(keys: Int32Array, starts: Int32Array): Int32Array {
  const next = starts.slice(0, -1);
  const order = new Int32Array(keys.length);
  for (let position = 0; position < keys.length; position += 1) {
    const key = intAt(keys, position);
    const place = intAt(next, key);
    order[place] = position;
    next[key] = place + 1;
  }
  return order;
}
