import { makeFlowFinder, type MaxFlow } from "../graph/max-flow.ts";
import { byteAt, intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { makeFlowGraph, type FlowGraph } from "../question/flow-graph.ts";

/** Measures, exactly, what still gets through at one reroute factor. */
export interface Residual {
  readonly flowGraph: FlowGraph;
  /** Every flow's value is a multiple of this, the greatest common divisor of the capacities. */
  readonly unit: number;
  /** The largest flow with these nodes blocked; continues from `near`, the flow of another set, if given. Not to be changed. */
  withoutNodes(members: readonly number[], near?: MaxFlow): MaxFlow;
  /** How much of a flow passes each node of the problem, quarters: at most this much is lost when it is blocked. */
  throughputs(flow: MaxFlow): Float64Array;
}

/** Prepares the measuring of a problem at a reroute factor. */
export function makeResidual(problem: BlockProblem, rhoQuarters: number): Residual {
  const flowGraph = makeFlowGraph(problem, rhoQuarters);
  const { graph, source, sink } = flowGraph;
  const find = makeFlowFinder(graph, source, sink);
  const blocked = new Uint8Array(graph.nodeCount);
  return {
    flowGraph,
    unit: commonDivisor(graph.capacities),
    withoutNodes: keepLatest(graph.arcCount, (members, near) => {
      for (const node of members) blocked[node] = 1;
      const flow = find(blocked, near?.flows.slice());
      for (const node of members) blocked[node] = 0;
      return flow;
    }),
    throughputs: (flow) => {
      const through = new Float64Array(problem.nodeIds.length);
      for (let arc = 0; arc < graph.arcCount; arc += 1) {
        const tail = intAt(graph.tails, arc);
        if (tail < through.length) through[tail] = numberAt(through, tail) + numberAt(flow.flows, arc);
      }
      return through;
    },
  };
}

// Sets come again with each larger budget; flows of this many arcs in all take 128 MB.
const keptArcs = 16_000_000;

/** Keeps the flows that were asked for last: the same set is not measured twice in a row of questions. */
function keepLatest(arcCount: number, measure: Residual["withoutNodes"]): Residual["withoutNodes"] {
  const kept = new Map<string, MaxFlow>();
  return (members, near) => {
    const key = members.join(" ");
    const flow = kept.get(key) ?? measure(members, near);
    kept.delete(key);
    kept.set(key, flow);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size * arcCount > keptArcs && kept.size > 1) kept.delete(oldest);
    return flow;
  };
}

/** The nodes that may still be blocked and that carry something, most first, then by number. */
export function rankCarriers(problem: BlockProblem, through: Float64Array): number[] {
  return Array.from(through.keys())
    .filter((node) => byteAt(problem.blockable, node) === 1 && numberAt(through, node) > 0)
    .toSorted((left, right) => numberAt(through, right) - numberAt(through, left) || left - right);
}

function commonDivisor(capacities: Float64Array): number {
  let divisor = 0;
  for (const capacity of capacities) {
    let rest = capacity;
    while (rest > 0) [divisor, rest] = [rest, divisor % rest];
    if (divisor === 1) return 1;
  }
  return Math.max(divisor, 1);
}
