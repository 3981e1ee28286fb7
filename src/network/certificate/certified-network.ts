import { assert } from "../../base/index.ts";
import type { MaxFlow } from "../graph/max-flow.ts";
import { splitIntoPaths } from "../graph/paths.ts";
import { byteAt, intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { makeFlowGraph, type FlowGraph } from "../question/flow-graph.ts";
import { expandTime } from "../time/expand-time.ts";
import type { TimedProblem } from "../time/timed-problem.ts";
import type { Certificate, CertificateFlow, CertificateInput } from "./certificate.ts";
import { writeInput } from "./write-input.ts";

/** A network as a check file holds it, and how flows on it are written there. */
export interface CertifiedNetwork {
  readonly format: Certificate["format"];
  readonly input: CertificateInput;
  /** Writes a largest flow at a reroute factor; each flow is written once. */
  writeFlow(rhoQuarters: number, flow: MaxFlow): CertificateFlow;
}

/** The network of a problem, without time. */
export function certifiedNetwork(problem: BlockProblem): CertifiedNetwork {
  const edges = Array.from(
    problem.payers,
    (payer, edge) => [payer, intAt(problem.payees, edge), numberAt(problem.amountsMinor, edge)] as const,
  );
  const nodes = Array.from(problem.nodeIds.keys());
  return {
    format: "windfall-block-set-1",
    input: writeInput(problem, edges),
    writeFlow: writingOnce((rhoQuarters, flow) => {
      const flowGraph = makeFlowGraph(problem, rhoQuarters);
      const startSide = nodes.filter((node) => byteAt(flow.sourceSide, node) === 1);
      return writeFlow(flow, { rhoQuarters, flowGraph, rowOf: (edge) => (edge < edges.length ? edge : -1), startSide });
    }),
  };
}

/** The network of a problem in the order of time, pruned to what lies on ways: an edge for each of its payments. */
export function certifiedInTime(timed: TimedProblem): CertifiedNetwork {
  const edges = Array.from(
    timed.payers,
    (payer, row) =>
      [payer, intAt(timed.payees, row), numberAt(timed.amountsMinor, row), numberAt(timed.times, row)] as const,
  );
  return {
    format: "windfall-block-set-in-time-1",
    input: { ...writeInput(timed.problem, edges), leastStayDays: timed.leastStay },
    writeFlow: writingOnce((rhoQuarters, flow) => {
      const flowGraph = expandTime(timed, rhoQuarters);
      assert(flowGraph.liveTransfers.length === edges.length, "a check file in time is about payments on ways alone");
      const rowOf = (edge: number): number => intAt(flowGraph.transferOf, edge);
      return writeFlow(flow, { rhoQuarters, flowGraph, rowOf, startSide: sideInTime(flowGraph, flow) });
    }),
  };
}

function writingOnce(write: CertifiedNetwork["writeFlow"]): CertifiedNetwork["writeFlow"] {
  const written = new Map<MaxFlow, CertificateFlow>();
  return (rhoQuarters, flow) => {
    const known = written.get(flow) ?? write(rhoQuarters, flow);
    written.set(flow, known);
    return known;
  };
}

/** What stands on the start's side stays there, since money can wait: each node from the first of its copies on. */
function sideInTime(
  { nodeOf, opensAt }: { readonly nodeOf: Int32Array; readonly opensAt: Float64Array },
  { sourceSide }: MaxFlow,
): CertificateFlow["startSide"] {
  const from = new Map<number, number>();
  opensAt.forEach((day, copy) => {
    const node = intAt(nodeOf, copy);
    if (byteAt(sourceSide, copy) === 1 && !from.has(node)) from.set(node, day);
  });
  return [...from].map(([node, day]) => (day === -Infinity ? node : ([node, day] as const)));
}

function writeFlow(
  flow: MaxFlow,
  written: {
    readonly rhoQuarters: number;
    readonly flowGraph: FlowGraph;
    /** Per edge of the graph, its place among the edges of the file, or -1. */
    readonly rowOf: (edge: number) => number;
    readonly startSide: CertificateFlow["startSide"];
  },
): CertificateFlow {
  const { graph, source, sink } = written.flowGraph;
  return {
    rhoQuarters: written.rhoQuarters,
    valueQuarters: flow.value,
    paths: splitIntoPaths(graph, flow.flows, source, sink).map(({ arcs, amount }) => ({
      edges: arcs.map((arc) => written.rowOf(intAt(graph.edges, arc))).filter((row) => row >= 0),
      quarters: amount,
    })),
    startSide: written.startSide,
  };
}
