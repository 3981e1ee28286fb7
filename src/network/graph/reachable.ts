import type { Csr } from "./csr.ts";
import { byteAt, intAt } from "./typed-arrays.ts";

/** 1 for each node that can be reached from the given ones along the arcs, or against them. */
export function reachable(graph: Csr, from: readonly number[], isForward: boolean): Uint8Array {
  const seen = new Uint8Array(graph.nodeCount);
  const waiting = [...from];
  for (const node of from) seen[node] = 1;
  const visit = (node: number): void => {
    if (byteAt(seen, node) === 1) return;
    seen[node] = 1;
    waiting.push(node);
  };
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const starts = isForward ? graph.outStart : graph.inStart;
    for (let slot = intAt(starts, node); slot < intAt(starts, node + 1); slot += 1) {
      visit(isForward ? intAt(graph.heads, slot) : intAt(graph.tails, intAt(graph.inArcs, slot)));
    }
  }
  return seen;
}
