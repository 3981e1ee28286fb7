import { assert } from "../../base/index.ts";
import type { Csr } from "./csr.ts";
import { byteAt, intAt, numberAt } from "./typed-arrays.ts";

/** From which flow the other departs, and what it must be. */
export interface ChangeAsked {
  /** A flow per arc of the graph, whole numbers. */
  readonly before: Float64Array;
  readonly blocked: Uint8Array;
  readonly source: number;
  readonly sink: number;
  /** What the flow after must carry; a flow of this value exists without the blocked. */
  readonly value: number;
}

/**
 * The flow of a value without the blocked nodes that departs least from a flow before: the sum of what each arc carries
 * more or less is smallest; arcs out of the source and into the sink count nothing. Among equals the order of the arcs
 * decides. Steps of unit cost from what is left over to what is wanting, by the primal-dual method (Ford and Fulkerson
 * 1962): each round sends all that can go along cheapest ways.
 */
export function leastChange(graph: Csr, asked: ChangeAsked): Float64Array {
  const state = start(graph, asked);
  while (state.over.some((amount) => amount > 0)) {
    assert(findDistances(state), "a flow of this value exists without the blocked");
    while (findLevels(state)) sendAlongLevels(state);
  }
  return state.flows;
}

interface State extends ChangeAsked {
  readonly graph: Csr;
  readonly flows: Float64Array;
  /** Per node, what comes in and does not go on; negative: what is wanting. */
  readonly over: Float64Array;
  /** Per node, the price of reaching it. */
  readonly price: Int32Array;
  readonly level: Int32Array;
  readonly next: Int32Array;
}

function start(graph: Csr, asked: ChangeAsked): State {
  const { before, blocked, source, sink, value } = asked;
  const flows = before.slice();
  const over = new Float64Array(graph.nodeCount);
  for (let arc = 0; arc < graph.arcCount; arc += 1) {
    const [tail, head] = [intAt(graph.tails, arc), intAt(graph.heads, arc)];
    if (byteAt(blocked, tail) === 1 || byteAt(blocked, head) === 1) flows[arc] = 0;
    over[head] = numberAt(over, head) + numberAt(flows, arc);
    over[tail] = numberAt(over, tail) - numberAt(flows, arc);
  }
  over[source] = numberAt(over, source) + value;
  over[sink] = numberAt(over, sink) - value;
  const numbers = (): Int32Array => new Int32Array(graph.nodeCount);
  return { ...asked, graph, flows, over, price: numbers(), level: numbers(), next: numbers() };
}

/** What a step may carry before its cost changes. A step back over an arc is written as ~arc. */
function roomOf({ graph, flows, before }: State, step: number): number {
  const arc = step >= 0 ? step : ~step;
  const [flow, was] = [numberAt(flows, arc), numberAt(before, arc)];
  if (step >= 0) return flow < was ? was - flow : numberAt(graph.capacities, arc) - flow;
  return flow > was ? flow - was : flow;
}

function costOf({ graph, flows, before, source, sink }: State, step: number): number {
  const arc = step >= 0 ? step : ~step;
  if (intAt(graph.tails, arc) === source || intAt(graph.heads, arc) === sink) return 0;
  const [flow, was] = [numberAt(flows, arc), numberAt(before, arc)];
  const isBack = step >= 0 ? flow < was : flow > was;
  return isBack ? -1 : 1;
}

const endOf = ({ graph }: State, step: number): number =>
  step >= 0 ? intAt(graph.heads, step) : intAt(graph.tails, ~step);

const degreeOf = ({ graph }: State, node: number): number =>
  intAt(graph.outStart, node + 1) -
  intAt(graph.outStart, node) +
  intAt(graph.inStart, node + 1) -
  intAt(graph.inStart, node);

/** The step in a place among those that leave a node: arcs out first, then back over arcs in. */
function stepAt({ graph }: State, node: number, place: number): number {
  const outDegree = intAt(graph.outStart, node + 1) - intAt(graph.outStart, node);
  return place < outDegree
    ? intAt(graph.outStart, node) + place
    : ~intAt(graph.inArcs, intAt(graph.inStart, node) + place - outDegree);
}

const farAway = 0x3fffffff;

/** Adds to each price the cheapest way from what is left over (Dial's buckets); false where nothing that wants is reached. */
function findDistances(state: State): boolean {
  const { graph, over, price, blocked } = state;
  const distance = new Int32Array(graph.nodeCount).fill(farAway);
  const buckets: number[][] = [[]];
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (numberAt(over, node) <= 0) continue;
    distance[node] = 0;
    buckets[0]?.push(node);
  }
  let reached = farAway;
  for (let far = 0; far < buckets.length && far < reached; far += 1) {
    const bucket = buckets[far] ?? [];
    for (let node = bucket.pop(); node !== undefined; node = bucket.pop()) {
      if (intAt(distance, node) !== far) continue;
      if (numberAt(over, node) < 0) reached = Math.min(reached, far);
      for (let place = 0; place < degreeOf(state, node); place += 1) {
        const step = stepAt(state, node, place);
        const end = endOf(state, step);
        if (byteAt(blocked, end) === 1 || roomOf(state, step) <= 0) continue;
        const through = far + costOf(state, step) + intAt(price, node) - intAt(price, end);
        if (through >= intAt(distance, end)) continue;
        distance[end] = through;
        (buckets[through] ??= []).push(end);
      }
    }
  }
  if (reached === farAway) return false;
  for (let node = 0; node < graph.nodeCount; node += 1)
    price[node] = intAt(price, node) + Math.min(intAt(distance, node), reached);
  return true;
}

const isCheapest = (state: State, node: number, step: number): boolean =>
  costOf(state, step) + intAt(state.price, node) - intAt(state.price, endOf(state, step)) === 0 &&
  roomOf(state, step) > 0 &&
  byteAt(state.blocked, endOf(state, step)) === 0;

/** Numbers the nodes on cheapest ways by steps from what is left over; false where none leads to what is wanting. */
function findLevels(state: State): boolean {
  const { graph, over, level, next } = state;
  level.fill(-1);
  next.fill(0);
  let waiting: number[] = [];
  for (let node = 0; node < graph.nodeCount; node += 1) if (numberAt(over, node) > 0) waiting.push(node);
  for (const node of waiting) level[node] = 0;
  let isReached = false;
  while (waiting.length > 0 && !isReached) {
    const then: number[] = [];
    for (const node of waiting) {
      if (numberAt(over, node) < 0) isReached = true;
      for (let place = 0; place < degreeOf(state, node); place += 1) {
        const step = stepAt(state, node, place);
        const end = endOf(state, step);
        if (intAt(level, end) >= 0 || !isCheapest(state, node, step)) continue;
        level[end] = intAt(level, node) + 1;
        then.push(end);
      }
    }
    waiting = then;
  }
  return isReached;
}

function sendAlongLevels(state: State): void {
  const { graph, over } = state;
  for (let node = 0; node < graph.nodeCount; node += 1)
    while (numberAt(over, node) > 0 && intAt(state.level, node) === 0) {
      const steps = findWay(state, node);
      if (!steps) break;
      send(state, node, steps);
    }
}

/** A way along the levels from a node to one that wants. */
function findWay(state: State, from: number): number[] | undefined {
  const { over, level, next } = state;
  const steps: number[] = [];
  const nodes = [from];
  for (let node = nodes.at(-1); node !== undefined; node = nodes.at(-1)) {
    if (numberAt(over, node) < 0) return steps;
    const place = intAt(next, node);
    if (place >= degreeOf(state, node)) {
      nodes.pop();
      steps.pop();
      const last = nodes.at(-1);
      if (last !== undefined) next[last] = intAt(next, last) + 1;
      continue;
    }
    const step = stepAt(state, node, place);
    const end = endOf(state, step);
    if (intAt(level, end) === intAt(level, node) + 1 && isCheapest(state, node, step)) {
      steps.push(step);
      nodes.push(end);
    } else next[node] = place + 1;
  }
  return undefined;
}

function send(state: State, from: number, steps: readonly number[]): void {
  const { over, flows } = state;
  const to = endOf(state, steps.at(-1) ?? 0);
  const amount = steps.reduce(
    (least, step) => Math.min(least, roomOf(state, step)),
    Math.min(numberAt(over, from), -numberAt(over, to)),
  );
  for (const step of steps) {
    if (step >= 0) flows[step] = numberAt(flows, step) + amount;
    else flows[~step] = numberAt(flows, ~step) - amount;
  }
  over[from] = numberAt(over, from) - amount;
  over[to] = numberAt(over, to) + amount;
}
