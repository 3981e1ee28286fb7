import { assert } from "../../base/index.ts";
import { makeCsr } from "../graph/csr.ts";
import { makeFlowFinder, type MaxFlow } from "../graph/max-flow.ts";
import type { Meter } from "../graph/meter.ts";
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
  /** What blocking all of them costs; where a node stands in the graph several times, as far as it is cut. */
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

/** Flows at a price, and how the price of a node is shared out among the nodes of the graph that stand for it. */
export interface PricedGraph {
  readonly find: PricedFinder;
  /** Whether some node stands in the graph several times. */
  readonly isShared: boolean;
  /** Gives a larger share to the nodes at which a flow was cut, for the searches to come. */
  shareAnew(found: PricedFlow): void;
}

/** What prices are put on: a graph, what each of its nodes passes on in some largest flow, and what counts the work. */
interface Carrying {
  readonly measured: MeasuredGraph;
  readonly carried: Float64Array;
  readonly meter: Meter;
}

/**
 * Prepares flows at a price. Where several nodes of the graph stand for one of the problem, each gets a share of its
 * price: any shares bound every set; what is carried gives the first ones. Money that waits at a node is not counted: a block holds what leaves it.
 */
export function makePricedGraph(
  problem: BlockProblem,
  question: BlockQuestion,
  { measured, carried, meter }: Carrying,
): PricedGraph {
  const { graph, source, sink, nodeOf, supplyQuarters } = measured;
  const priced = Int32Array.from(nodeOf.keys()).filter((node) => canBlock(problem, question, intAt(nodeOf, node)));
  const owners = priced.map((node) => intAt(nodeOf, node));
  const exits = Int32Array.from(nodeOf.keys());
  priced.forEach((node, index) => (exits[node] = graph.nodeCount + index));
  const leaving = graph.tails.map((tail, arc) =>
    intAt(nodeOf, tail) === intAt(nodeOf, intAt(graph.heads, arc)) ? tail : intAt(exits, tail),
  );
  const split = makeCsr({
    nodeCount: graph.nodeCount + priced.length,
    tails: Int32Array.from([...leaving, ...priced]),
    heads: Int32Array.from([...graph.heads, ...priced.map((node) => intAt(exits, node))]),
    capacities: Float64Array.from([...graph.capacities, ...priced.map(() => 0)]),
  });
  const arcs = new Int32Array(priced.length);
  split.edges.forEach((edge, arc) => {
    if (edge >= graph.arcCount) arcs[edge - graph.arcCount] = arc;
  });
  const shares = shareOut(
    owners,
    Float64Array.from(priced, (node) => numberAt(carried, node)),
  );
  const find = makeFlowFinder(split, source, sink, meter);
  const isBlocked = new Uint8Array(split.nodeCount);
  const isCut = (sourceSide: Uint8Array, index: number): boolean =>
    byteAt(sourceSide, intAt(priced, index)) === 1 && byteAt(sourceSide, graph.nodeCount + index) === 0;
  return {
    isShared: new Set(owners).size < owners.length,
    shareAnew: ({ flow }) => {
      const weights = shares.map((share, index) => share * (isCut(flow.sourceSide, index) ? 2 : 1));
      shares.set(shareOut(owners, weights));
    },
    find: (price, { blocked, spared }, start) => {
      const members = new Set(blocked);
      owners.forEach((owner, index) => {
        const isFree = spared.has(owner) || members.has(owner);
        const most = Math.floor(price * intAt(problem.costs, owner) * numberAt(shares, index));
        split.capacities[intAt(arcs, index)] = isFree ? supplyQuarters : Math.min(most, supplyQuarters);
        isBlocked[intAt(priced, index)] = members.has(owner) ? 1 : 0;
      });
      const flow = find(isBlocked, start?.flow.flows.slice());
      assert(flow, "a search without an end in sight finds the largest flow");
      const through = new Float64Array(problem.nodeIds.length);
      const cutShares = new Map<number, number>();
      owners.forEach((owner, index) => {
        through[owner] = numberAt(through, owner) + numberAt(flow.flows, intAt(arcs, index));
        if (!isCut(flow.sourceSide, index)) return;
        cutShares.set(owner, (cutShares.get(owner) ?? 0) + numberAt(shares, index));
      });
      const cost = [...cutShares].reduce((total, [node, share]) => total + share * intAt(problem.costs, node), 0);
      const worthIt = [...cutShares].flatMap(([node, share]) => (share >= 0.5 ? [node] : []));
      return { price, flow, through, members: worthIt.toSorted((left, right) => left - right), cost };
    },
  };
}

/** Shares that sum to one per owner, as the weights are to each other; a hundredth of it is shared out evenly. */
function shareOut(owners: Int32Array, weights: Float64Array): Float64Array {
  const totals = new Map<number, { weight: number; count: number }>();
  owners.forEach((owner, index) => {
    const before = totals.get(owner) ?? { weight: 0, count: 0 };
    totals.set(owner, { weight: before.weight + numberAt(weights, index), count: before.count + 1 });
  });
  return Float64Array.from(owners, (owner, index) => {
    const { weight, count } = totals.get(owner) ?? { weight: 0, count: 1 };
    if (count === 1) return 1;
    // Rounding must not make the shares of an owner sum to more than one.
    const even = (weight === 0 ? 0.999_999 : 0.009_999) / count;
    return even + (weight === 0 ? 0 : (0.99 * numberAt(weights, index)) / weight);
  });
}

const canBlock = (problem: BlockProblem, question: BlockQuestion, node: number): boolean =>
  node >= 0 && byteAt(problem.blockable, node) === 1 && intAt(problem.costs, node) <= question.budget;
