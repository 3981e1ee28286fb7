import { at, atKey, bad, good, type Result } from "../../base/index.ts";
import { makeCsr } from "../graph/csr.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { makeFlowGraph } from "../question/flow-graph.ts";
import { makeProblem, type ProblemInput, type SeenFlow } from "../question/make-problem.ts";
import type { MeasuredGraph } from "../solve/measured-graph.ts";
import type { Support } from "./scenarios.ts";

/** A channel that may not be real. */
export interface UncertainFlow extends SeenFlow {
  readonly supports: readonly Support[];
}

/** A network of which every channel has its supports. */
export interface UncertainProblem {
  /** The network if every channel is real. */
  readonly certain: BlockProblem;
  /** Per channel its supports, in the order of the input without channels to oneself and of nothing. */
  readonly supports: readonly (readonly Support[])[];
  /** The network in which only some channels are real (1 for each); an edge without any has the amount 0. */
  scenario(isReal: Uint8Array): BlockProblem;
}

/** Brings uncertain channels into a problem's form; refuses what `makeProblem` refuses. */
export function makeUncertainProblem(
  input: Omit<ProblemInput, "flows"> & { readonly flows: readonly UncertainFlow[] },
): Result<UncertainProblem, string> {
  const made = makeProblem(input);
  if (!made.ok) return made;
  const certain = made.value.problem;
  const wrong = input.flows
    .flatMap(({ supports }) => supports)
    .find(({ confidencePermille: each }) => !Number.isInteger(each) || each < 0 || each > 1000);
  if (wrong) {
    return bad(`the confidence ${wrong.confidencePermille} of source "${wrong.source}" is no whole number 0 to 1000`);
  }
  const flows = input.flows.filter(({ payer, payee, amountMinor }) => payer !== payee && amountMinor !== 0);
  const edgeOf = findEdges(certain, flows);
  return good({
    certain,
    supports: flows.map(({ supports }) => supports),
    scenario: (isReal) => {
      const amountsMinor = new Float64Array(certain.payers.length);
      flows.forEach(({ amountMinor }, flow) => {
        if (isReal[flow] !== 1) return;
        const edge = intAt(edgeOf, flow);
        amountsMinor[edge] = numberAt(amountsMinor, edge) + Math.abs(amountMinor);
      });
      const supplies = new Map(certain.sources.map((node) => [node, 0]));
      amountsMinor.forEach((amount, edge) => {
        const payer = intAt(certain.payers, edge);
        const before = supplies.get(payer);
        if (before !== undefined) supplies.set(payer, before + amount);
      });
      return { ...certain, amountsMinor, suppliesMinor: Float64Array.from(certain.sources, (n) => atKey(supplies, n)) };
    },
  });
}

/** Per channel, the edge of the problem that sums it; a refund belongs to the edge back. */
function findEdges({ nodeIds, payers, payees }: BlockProblem, flows: readonly SeenFlow[]): Int32Array {
  const key = (payer: string, payee: string): string => JSON.stringify([payer, payee]);
  const edges = new Map(
    Array.from(payers, (payer, edge) => [key(at(nodeIds, payer), at(nodeIds, intAt(payees, edge))), edge]),
  );
  return Int32Array.from(flows, ({ payer, payee, amountMinor }) =>
    atKey(edges, amountMinor > 0 ? key(payer, payee) : key(payee, payer)),
  );
}

/**
 * All scenarios side by side as one graph between one source and one sink: its largest flow is the sum of theirs, and a
 * node is blocked in all of them at once.
 */
export function joinScenarios(scenarios: readonly BlockProblem[], rhoQuarters: number): MeasuredGraph {
  const nodeCount = scenarios[0]?.nodeIds.length ?? 0;
  const [source, sink] = [scenarios.length * nodeCount, scenarios.length * nodeCount + 1];
  const edges: { tail: number; head: number; capacity: number; channel: number }[] = [];
  let supplyQuarters = 0;
  scenarios.forEach((problem, index) => {
    const one = makeFlowGraph(problem, rhoQuarters);
    supplyQuarters += one.supplyQuarters;
    const place = (node: number): number =>
      node === one.source ? source : node === one.sink ? sink : index * nodeCount + node;
    one.graph.capacities.forEach((capacity, arc) => {
      const [tail, head] = [intAt(one.graph.tails, arc), intAt(one.graph.heads, arc)];
      const edge = intAt(one.graph.edges, arc);
      const channel = edge < problem.payers.length ? edge : -1;
      if (capacity > 0) edges.push({ tail: place(tail), head: place(head), capacity, channel });
    });
  });
  const graph = makeCsr({
    nodeCount: scenarios.length * nodeCount + 2,
    tails: Int32Array.from(edges, (edge) => edge.tail),
    heads: Int32Array.from(edges, (edge) => edge.head),
    capacities: Float64Array.from(edges, (edge) => edge.capacity),
  });
  const nodeOf = Int32Array.from({ length: graph.nodeCount }, (_, node) => (node < source ? node % nodeCount : -1));
  const channelOf = Int32Array.from(edges, (edge) => edge.channel);
  return { graph, source, sink, supplyQuarters, nodeOf, channelOf };
}
