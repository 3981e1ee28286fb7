import { makeCsr, type Csr } from "../graph/csr.ts";
import { numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "./block-problem.ts";

/** The graph on which a problem's flow is measured, in quarters of a minor unit. */
export interface FlowGraph {
  readonly graph: Csr;
  /** One node before all start nodes, one behind all end nodes. */
  readonly source: number;
  readonly sink: number;
  /** What was seen to leave the start nodes. */
  readonly supplyQuarters: number;
}

/**
 * Makes the graph of a problem at a reroute factor: each channel carries `rhoQuarters` times its minor units (quarters),
 * each start node gets no more than was seen to leave it, end nodes take everything. A channel larger than the whole
 * supply is written as the whole supply, which changes no flow and keeps every number below 2^53.
 * Arcs: the problem's edges in their order, then one arc per start node, then one per end node.
 */
export function makeFlowGraph(problem: BlockProblem, rhoQuarters: number): FlowGraph {
  const nodeCount = problem.nodeIds.length;
  const source = nodeCount;
  const sink = nodeCount + 1;
  const supplies = problem.suppliesMinor.map((supply) => 4 * supply);
  const supplyQuarters = supplies.reduce((total, supply) => total + supply, 0);
  const edgeCount = problem.payers.length;
  const total = edgeCount + problem.sources.length + problem.sinks.length;
  const tails = new Int32Array(total);
  const heads = new Int32Array(total);
  const capacities = new Float64Array(total);
  tails.set(problem.payers);
  heads.set(problem.payees);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    capacities[edge] = Math.min(rhoQuarters * numberAt(problem.amountsMinor, edge), supplyQuarters);
  }
  problem.sources.forEach((node, index) => {
    tails[edgeCount + index] = source;
    heads[edgeCount + index] = node;
    capacities[edgeCount + index] = numberAt(supplies, index);
  });
  problem.sinks.forEach((node, index) => {
    const arc = edgeCount + problem.sources.length + index;
    tails[arc] = node;
    heads[arc] = sink;
    capacities[arc] = supplyQuarters;
  });
  return { graph: makeCsr({ nodeCount: nodeCount + 2, tails, heads, capacities }), source, sink, supplyQuarters };
}
