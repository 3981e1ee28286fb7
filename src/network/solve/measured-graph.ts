import { countStarts, sortByKey } from "../graph/csr.ts";
import { intAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { makeFlowGraph, type FlowGraph } from "../question/flow-graph.ts";

/** A graph on which a problem's flow is measured. Several of its nodes may stand for one node of the problem. */
export interface MeasuredGraph extends FlowGraph {
  /** Per node of the graph, the node of the problem, or -1: before the starts, behind the ends. */
  readonly nodeOf: Int32Array;
  /** Per edge of the graph, the edge of the problem that it is, or is a part of, or -1. */
  readonly channelOf: Int32Array;
}

/** Makes the graph for a reroute factor (quarters). */
export type GraphMaker = (rhoQuarters: number) => MeasuredGraph;

/** The graph without time: each node of the problem stands in it once, under its own number. */
export const withoutTime =
  (problem: BlockProblem): GraphMaker =>
  (rhoQuarters) => {
    const flowGraph = makeFlowGraph(problem, rhoQuarters);
    const nodeOf = Int32Array.from({ length: flowGraph.graph.nodeCount }, (_, node) =>
      node < problem.nodeIds.length ? node : -1,
    );
    const edgeCount = problem.payers.length;
    const channelOf = Int32Array.from({ length: flowGraph.graph.arcCount }, (_, edge) =>
      edge < edgeCount ? edge : -1,
    );
    return { ...flowGraph, nodeOf, channelOf };
  };

/** Looks up the nodes of the graph that stand for a node of the problem. */
export function findCopies({ nodeOf }: MeasuredGraph, nodeCount: number): (node: number) => Int32Array {
  const keys = nodeOf.map((node) => (node < 0 ? nodeCount : node));
  const starts = countStarts(keys, nodeCount + 1);
  const sorted = sortByKey(keys, starts);
  return (node) => sorted.subarray(intAt(starts, node), intAt(starts, node + 1));
}
