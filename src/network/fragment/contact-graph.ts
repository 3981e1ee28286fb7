import { assert } from "../../base/index.ts";
import { countStarts, sortByKey } from "../graph/csr.ts";
import { intAt } from "../graph/typed-arrays.ts";

/**
 * A network of ties without direction, money or weight (who called whom, who owns whom): the neighbours of node v are
 * `neighbours[starts[v]]` to `neighbours[starts[v + 1] - 1]`, ascending, each once, v itself never.
 */
export interface ContactGraph {
  readonly nodeCount: number;
  readonly tieCount: number;
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
}

/** Makes the network from pairs of node numbers; repeated and opposite pairs are one tie, a tie to oneself is none. */
export function makeContactGraph(nodeCount: number, lefts: Int32Array, rights: Int32Array): ContactGraph {
  assert(lefts.length === rights.length, "two ends per tie");
  const pairs = lefts.length;
  const tails = new Int32Array(2 * pairs);
  const heads = new Int32Array(2 * pairs);
  tails.set(lefts);
  tails.set(rights, pairs);
  heads.set(rights);
  heads.set(lefts, pairs);
  // Two stable counting sorts: by the second end, then by the first.
  const byHead = sortByKey(heads, countStarts(heads, nodeCount));
  const tailStarts = countStarts(tails, nodeCount);
  const sortedTails = byHead.map((tie) => intAt(tails, tie));
  const byTail = sortByKey(sortedTails, tailStarts).map((position) => intAt(byHead, position));
  const starts = new Int32Array(nodeCount + 1);
  const neighbours: number[] = [];
  for (let node = 0; node < nodeCount; node += 1) {
    let last = -1;
    for (let slot = intAt(tailStarts, node); slot < intAt(tailStarts, node + 1); slot += 1) {
      const other = intAt(heads, intAt(byTail, slot));
      if (other !== node && other !== last) neighbours.push(other);
      last = other;
    }
    starts[node + 1] = neighbours.length;
  }
  return { nodeCount, tieCount: neighbours.length / 2, starts, neighbours: Int32Array.from(neighbours) };
}
