/** A directed graph to be laid out: nodes by number, edges from payer to payee, each with the weight of its money. */
export interface Graph {
  /** In any order; every tie is decided by them. */
  readonly ids: readonly string[];
  readonly payers: Int32Array;
  readonly payees: Int32Array;
  readonly weights: Float64Array;
}

/** Where each node lies, in the units of the drawing. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Columns are so far apart, and nodes of a column at least. */
export const columnGap = 168;
export const rowGap = 44;

/** The number at a place that is known to exist. */
export const numberAt = (numbers: ArrayLike<number>, index: number): number => numbers[index] ?? 0;

/** The edges of each node as rows: those of node v stand from `starts[v]` to `starts[v + 1]` in `edges`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly edges: Int32Array;
}

/** Sorts edges by one of their ends; edges of one node keep their order. */
export function rowsBy(ends: Int32Array, nodeCount: number): Rows {
  const starts = new Int32Array(nodeCount + 1);
  for (const node of ends) starts[node + 1] = numberAt(starts, node + 1) + 1;
  for (let node = 0; node < nodeCount; node += 1)
    starts[node + 1] = numberAt(starts, node + 1) + numberAt(starts, node);
  const next = starts.slice(0, -1);
  const edges = new Int32Array(ends.length);
  ends.forEach((node, edge) => {
    edges[numberAt(next, node)] = edge;
    next[node] = numberAt(next, node) + 1;
  });
  return { starts, edges };
}

/** The edges of a node. */
export const edgesOf = ({ starts, edges }: Rows, node: number): Int32Array =>
  edges.subarray(numberAt(starts, node), numberAt(starts, node + 1));

/** The places of nodes in the order of their ids, by code point. */
export function idOrder(ids: readonly string[]): Int32Array {
  return Int32Array.from(ids.keys()).toSorted((left, right) => ((ids[left] ?? "") < (ids[right] ?? "") ? -1 : 1));
}
