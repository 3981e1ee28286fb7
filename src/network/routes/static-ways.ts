import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { makeQueue } from "../patterns/queue.ts";
import { findAlternatives, type FindWay, type Way } from "./alternatives.ts";
import { otherEnd, type RouteGraph } from "./route-graph.ts";
import { stepCosts, type RouteMeasure } from "./step-costs.ts";

/** The cheapest ways between two nodes, no node twice; a step is the number of a pair. Dijkstra 1959 with Yen's alternatives. */
export function findStaticWays(
  graph: RouteGraph,
  ends: { readonly from: number; readonly to: number },
  how: { readonly measure: RouteMeasure; readonly most: number },
): Way[] {
  const costs = stepCosts(graph, how.measure);
  return findAlternatives(makeFind(graph, ends, costs), how.most, (pair) => pair);
}

function makeFind(
  graph: RouteGraph,
  { from, to }: { readonly from: number; readonly to: number },
  costs: Float64Array,
): FindWay {
  const count = graph.nodeIds.length;
  return (prefix, barred) => {
    const closed = new Uint8Array(count);
    let begin = from;
    let spent = 0;
    for (const pair of prefix) {
      closed[begin] = 1;
      begin = otherEnd(graph, pair, begin);
      spent += numberAt(costs, pair);
    }
    const { cost, via } = search(graph, { begin, to, closed, barred }, costs);
    if (numberAt(cost, to) === Infinity) return null;
    const steps: number[] = [];
    for (let node = to; node !== begin;) {
      const pair = intAt(via, node);
      steps.push(pair);
      node = otherEnd(graph, pair, node);
    }
    return { steps: [...prefix, ...steps.toReversed()], cost: spent + numberAt(cost, to) };
  };
}

interface Asked {
  readonly begin: number;
  readonly to: number;
  /** 1 for nodes that the way must not touch again; changed. */
  readonly closed: Uint8Array;
  /** Pairs by which it must not leave its beginning. */
  readonly barred: ReadonlySet<number>;
}

function search(graph: RouteGraph, { begin, to, closed, barred }: Asked, costs: Float64Array) {
  const count = graph.nodeIds.length;
  const cost = new Float64Array(count).fill(Infinity);
  const via = new Int32Array(count).fill(-1);
  const queue = makeQueue();
  cost[begin] = 0;
  queue.add(begin);
  for (let key = queue.take(); key >= 0; key = queue.take()) {
    const node = key % count;
    if (closed[node] === 1) continue;
    closed[node] = 1;
    if (node === to) break;
    for (let slot = intAt(graph.start, node); slot < intAt(graph.start, node + 1); slot += 1) {
      const pair = intAt(graph.pairAt, slot);
      const other = otherEnd(graph, pair, node);
      if (closed[other] === 1 || (node === begin && barred.has(pair))) continue;
      const sum = numberAt(cost, node) + numberAt(costs, pair);
      if (sum >= numberAt(cost, other)) continue;
      cost[other] = sum;
      via[other] = pair;
      queue.add(sum * count + other);
    }
  }
  return { cost, via };
}
