import { intAt } from "../graph/typed-arrays.ts";
import { makeComponents } from "./components.ts";
import type { ContactGraph } from "./contact-graph.ts";

/**
 * How large the largest component is before an order of removals and after each one, exactly: the nodes are added again
 * from the last to the first. Nodes that the order does not name are never removed. One size more than removals.
 */
export function measureCurve(graph: ContactGraph, order: Int32Array): Int32Array {
  const components = makeComponents(graph);
  const isRemoved = new Uint8Array(graph.nodeCount);
  for (const node of order) isRemoved[node] = 1;
  for (let node = 0; node < graph.nodeCount; node += 1) if (isRemoved[node] === 0) components.add(node);
  const sizes = new Int32Array(order.length + 1);
  for (let index = order.length; index > 0; index -= 1) {
    sizes[index] = components.largest();
    components.add(intAt(order, index - 1));
  }
  sizes[0] = components.largest();
  return sizes;
}

/** How many removals it takes until the largest component is smaller than a size; all of them where it never is. */
export function countUntilBelow(curve: Int32Array, size: number): number {
  const first = curve.findIndex((each) => each < size);
  return first < 0 ? curve.length - 1 : first;
}
