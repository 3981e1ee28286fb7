import { at } from "../../src/base/index.ts";
import type { Csr } from "../../src/network/graph/csr.ts";

/** On how many shortest ways, counted in steps along the direction of the money, each node stands (Brandes 2001). */
export function findBetweenness(graph: Csr): Float64Array {
  const { nodeCount, outStart, heads } = graph;
  const total = new Float64Array(nodeCount);
  const order = new Int32Array(nodeCount);
  const distance = new Int32Array(nodeCount);
  const ways = new Float64Array(nodeCount);
  const share = new Float64Array(nodeCount);
  for (let first = 0; first < nodeCount; first += 1) {
    distance.fill(-1);
    ways.fill(0);
    share.fill(0);
    distance[first] = 0;
    ways[first] = 1;
    order[0] = first;
    let count = 1;
    for (let index = 0; index < count; index += 1) {
      const node = at(order, index);
      for (let arc = at(outStart, node); arc < at(outStart, node + 1); arc += 1) {
        const head = at(heads, arc);
        if (at(distance, head) < 0) {
          distance[head] = at(distance, node) + 1;
          order[count] = head;
          count += 1;
        }
        if (at(distance, head) === at(distance, node) + 1) ways[head] = at(ways, head) + at(ways, node);
      }
    }
    for (let index = count - 1; index >= 0; index -= 1) {
      const node = at(order, index);
      for (let arc = at(outStart, node); arc < at(outStart, node + 1); arc += 1) {
        const head = at(heads, arc);
        if (at(distance, head) !== at(distance, node) + 1) continue;
        share[node] = at(share, node) + (at(ways, node) / at(ways, head)) * (1 + at(share, head));
      }
      if (node !== first) total[node] = at(total, node) + at(share, node);
    }
  }
  return total;
}
