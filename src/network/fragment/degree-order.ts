import { byteAt, intAt } from "../graph/typed-arrays.ts";
import { makeBuckets } from "./buckets.ts";
import type { ContactGraph } from "./contact-graph.ts";

/** All nodes, each the one with the most ties among those that are left; of several, the last whose ties became so many. */
export function orderByDegree(graph: ContactGraph): Int32Array {
  const { nodeCount, starts, neighbours } = graph;
  const degrees = Int32Array.from({ length: nodeCount }, (_, node) => intAt(starts, node + 1) - intAt(starts, node));
  const buckets = makeBuckets(nodeCount, nodeCount + 1);
  for (let node = nodeCount - 1; node >= 0; node -= 1) buckets.put(node, intAt(degrees, node));
  const isRemoved = new Uint8Array(nodeCount);
  const order = new Int32Array(nodeCount);
  for (let index = 0; index < nodeCount; index += 1) {
    const node = buckets.takeLargest();
    order[index] = node;
    isRemoved[node] = 1;
    for (let slot = intAt(starts, node); slot < intAt(starts, node + 1); slot += 1) {
      const other = intAt(neighbours, slot);
      if (byteAt(isRemoved, other) === 1) continue;
      degrees[other] = intAt(degrees, other) - 1;
      buckets.put(other, intAt(degrees, other));
    }
  }
  return order;
}
