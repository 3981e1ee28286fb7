import { at } from "../../base/index.ts";
import { intAt } from "../graph/typed-arrays.ts";

/**
 * Who is linked with whom, whichever way: pairs of nodes, each once, in both directions. The pairs at node v are
 * `pairAt[start[v]]` to `pairAt[start[v + 1] - 1]`, ascending.
 */
export interface RouteGraph {
  readonly nodeIds: readonly string[];
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  /** By how many independent sources the best supported link of a pair is said. */
  readonly roots: Int32Array;
  readonly start: Int32Array;
  readonly pairAt: Int32Array;
}

/** Builds the graph from pairs, left below right, none twice. */
export function makeRouteGraph(
  nodeIds: readonly string[],
  pairs: readonly { readonly left: number; readonly right: number; readonly roots: number }[],
): RouteGraph {
  const start = new Int32Array(nodeIds.length + 1);
  for (const { left, right } of pairs) for (const node of [left, right]) start[node + 1] = intAt(start, node + 1) + 1;
  for (let node = 0; node < nodeIds.length; node += 1) start[node + 1] = intAt(start, node + 1) + intAt(start, node);
  const next = start.slice(0, -1);
  const pairAt = new Int32Array(2 * pairs.length);
  pairs.forEach(({ left, right }, pair) => {
    for (const node of [left, right]) {
      pairAt[intAt(next, node)] = pair;
      next[node] = intAt(next, node) + 1;
    }
  });
  return {
    nodeIds,
    lefts: Int32Array.from(pairs, ({ left }) => left),
    rights: Int32Array.from(pairs, ({ right }) => right),
    roots: Int32Array.from(pairs, ({ roots }) => roots),
    start,
    pairAt,
  };
}

/** The other end of a pair. */
export const otherEnd = ({ lefts, rights }: RouteGraph, pair: number, node: number): number =>
  at(lefts, pair) === node ? at(rights, pair) : at(lefts, pair);

/** With how many others a node is linked. */
export const degreeOf = ({ start }: RouteGraph, node: number): number => intAt(start, node + 1) - intAt(start, node);
