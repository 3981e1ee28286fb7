import type { Csr } from "./csr.ts";
import { byteAt, intAt, numberAt } from "./typed-arrays.ts";

/**
 * Takes the flow through blocked nodes out of a flow, in place: what came to them is withdrawn back to the source, what
 * they passed on is withdrawn up to the sink. What is left is a flow again, with nothing on a blocked node.
 */
export function drainBlocked(
  graph: Csr,
  flows: Float64Array,
  blocked: Uint8Array,
  ends: { readonly source: number; readonly sink: number },
): void {
  const surplus = new Float64Array(graph.nodeCount);
  const waiting: number[] = [];
  const withdraw = (arc: number, amount: number): void => {
    flows[arc] = numberAt(flows, arc) - amount;
    const tail = intAt(graph.tails, arc);
    const head = intAt(graph.heads, arc);
    surplus[tail] = numberAt(surplus, tail) + amount;
    surplus[head] = numberAt(surplus, head) - amount;
    waiting.push(tail, head);
  };
  const empty = (arc: number): void => {
    if (numberAt(flows, arc) > 0) withdraw(arc, numberAt(flows, arc));
  };
  for (let node = blocked.indexOf(1); node >= 0; node = blocked.indexOf(1, node + 1)) {
    for (let arc = intAt(graph.outStart, node); arc < intAt(graph.outStart, node + 1); arc += 1) empty(arc);
    for (let slot = intAt(graph.inStart, node); slot < intAt(graph.inStart, node + 1); slot += 1) {
      empty(intAt(graph.inArcs, slot));
    }
  }
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === ends.source || node === ends.sink || byteAt(blocked, node) === 1) continue;
    balance(graph, flows, surplus, { node, withdraw });
  }
}

function balance(
  graph: Csr,
  flows: Float64Array,
  surplus: Float64Array,
  { node, withdraw }: { readonly node: number; readonly withdraw: (arc: number, amount: number) => void },
): void {
  const inEnd = intAt(graph.inStart, node + 1);
  for (let slot = intAt(graph.inStart, node); slot < inEnd && numberAt(surplus, node) > 0; slot += 1) {
    const arc = intAt(graph.inArcs, slot);
    const amount = Math.min(numberAt(flows, arc), numberAt(surplus, node));
    if (amount > 0) withdraw(arc, amount);
  }
  const outEnd = intAt(graph.outStart, node + 1);
  for (let arc = intAt(graph.outStart, node); arc < outEnd && numberAt(surplus, node) < 0; arc += 1) {
    const amount = Math.min(numberAt(flows, arc), -numberAt(surplus, node));
    if (amount > 0) withdraw(arc, amount);
  }
}
