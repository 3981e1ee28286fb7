import { byteAt, intAt } from "../graph/typed-arrays.ts";
import { makeBuckets } from "./buckets.ts";
import type { ContactGraph } from "./contact-graph.ts";

/**
 * The nodes that leave no circle behind (CoreHD; Zdeborova, Zhang and Zhou 2016, Scientific Reports 6): each the one with
 * the most ties within the 2-core, the part in which every node has two ties or more, until nothing of it is left.
 */
export function orderByCore(graph: ContactGraph): Int32Array {
  const { nodeCount, starts, neighbours } = graph;
  const degrees = Int32Array.from({ length: nodeCount }, (_, node) => intAt(starts, node + 1) - intAt(starts, node));
  const isOut = new Uint8Array(nodeCount);
  const buckets = makeBuckets(nodeCount, nodeCount + 1);
  for (let node = nodeCount - 1; node >= 0; node -= 1) buckets.put(node, intAt(degrees, node));
  const leave = (first: number): void => {
    const waiting = [first];
    isOut[first] = 1;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      buckets.remove(node);
      for (let slot = intAt(starts, node); slot < intAt(starts, node + 1); slot += 1) {
        const other = intAt(neighbours, slot);
        if (byteAt(isOut, other) === 1) continue;
        degrees[other] = intAt(degrees, other) - 1;
        buckets.put(other, intAt(degrees, other));
        if (intAt(degrees, other) > 1) continue;
        isOut[other] = 1;
        waiting.push(other);
      }
    }
  };
  for (let node = 0; node < nodeCount; node += 1)
    if (byteAt(isOut, node) === 0 && intAt(degrees, node) < 2) leave(node);
  const order: number[] = [];
  for (let node = buckets.takeLargest(); node >= 0; node = buckets.takeLargest()) {
    order.push(node);
    leave(node);
  }
  return Int32Array.from(order);
}
