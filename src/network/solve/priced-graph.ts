import { assert, at } from "../../base/index.ts";
import { makeCsr } from "../graph/csr.ts";
import { makeFlowFinder, type MaxFlow } from "../graph/max-flow.ts";
import { byteAt, intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import type { MeasuredGraph } from "./measured-graph.ts";

/** What flows at a price. */
export interface PricedFlow {
  /** Per unit of cost, quarters. */
  readonly price: number;
  readonly flow: MaxFlow;
  /** What passes each node of the problem that can be blocked; nothing is said of others. */
  readonly through: Float64Array;
  /** The nodes whose block is worth its price here, ascending. */
  readonly members: readonly number[];
  /** What blocking all of them costs. */
  readonly cost: number;
}

/** What is settled already: nodes that are blocked, and nodes that are not to be. */
export interface Settled {
  readonly blocked: readonly number[];
  readonly spared: ReadonlySet<number>;
}

/**
 * Largest flows where each node that the budget can block lets through no more than its cost times a price; a blocked one
 * nothing, a spared one everything. `start`: a flow to go on from, at a price that is no higher and with no more spared.
 */
export type PricedFinder = (price: number, settled: Settled, start?: PricedFlow) => PricedFlow;

/**
 * Prepares flows at a price. Null where several nodes of the graph stand for one of the problem: then one price would
 * have to be shared out among them.
 */
export function makePricedFinder(
  problem: BlockProblem,
  question: BlockQuestion,
  { graph, source, sink, nodeOf, supplyQuarters }: MeasuredGraph,
): PricedFinder | null {
  const priced = Array.from(nodeOf.keys()).filter((node) => canBlock(problem, question, intAt(nodeOf, node)));
  const owners = priced.map((node) => intAt(nodeOf, node));
  if (new Set(owners).size < owners.length) return null;
  const exits = Int32Array.from(nodeOf.keys());
  priced.forEach((node, index) => (exits[node] = graph.nodeCount + index));
  const split = makeCsr({
    nodeCount: graph.nodeCount + priced.length,
    tails: Int32Array.from([...graph.tails.map((tail) => intAt(exits, tail)), ...priced]),
    heads: Int32Array.from([...graph.heads, ...priced.map((node) => intAt(exits, node))]),
    capacities: Float64Array.from([...graph.capacities, ...priced.map(() => 0)]),
  });
  const arcs = new Int32Array(priced.length);
  split.edges.forEach((edge, arc) => {
    if (edge >= graph.arcCount) arcs[edge - graph.arcCount] = arc;
  });
  const find = makeFlowFinder(split, source, sink);
  const isBlocked = new Uint8Array(split.nodeCount);
  return (price, { blocked, spared }, start) => {
    const members = new Set(blocked);
    owners.forEach((owner, index) => {
      const isFree = spared.has(owner) || members.has(owner);
      const most = isFree ? supplyQuarters : price * intAt(problem.costs, owner);
      split.capacities[intAt(arcs, index)] = Math.min(most, supplyQuarters);
      isBlocked[at(priced, index)] = members.has(owner) ? 1 : 0;
    });
    const flow = find(isBlocked, start?.flow.flows.slice());
    assert(flow, "a search without an end in sight finds the largest flow");
    const through = new Float64Array(problem.nodeIds.length);
    owners.forEach((owner, index) => (through[owner] = numberAt(flow.flows, intAt(arcs, index))));
    const { sourceSide } = flow;
    const worthIt = priced
      .filter((node) => byteAt(sourceSide, node) === 1 && byteAt(sourceSide, intAt(exits, node)) === 0)
      .map((node) => intAt(nodeOf, node));
    const cost = worthIt.reduce((total, node) => total + intAt(problem.costs, node), 0);
    return { price, flow, through, members: worthIt, cost };
  };
}

const canBlock = (problem: BlockProblem, question: BlockQuestion, node: number): boolean =>
  node >= 0 && byteAt(problem.blockable, node) === 1 && intAt(problem.costs, node) <= question.budget;
