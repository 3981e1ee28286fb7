import type { Csr } from "./csr.ts";
import { drainBlocked } from "./drain.ts";
import { makeLevelFinder, type Searched } from "./levels.ts";
import type { Meter } from "./meter.ts";
import { byteAt, intAt, numberAt } from "./typed-arrays.ts";

/** A largest flow and the proof that none is larger. */
export interface MaxFlow {
  /** What leaves the source; equal to the capacity of the arcs that lead from `sourceSide` to the other side. */
  readonly value: number;
  /** Flow per arc of the graph. */
  readonly flows: Float64Array;
  /** 1 for each node that can still be reached from the source: the smallest source side of any minimum cut. */
  readonly sourceSide: Uint8Array;
}

/**
 * Finds the largest flow without the blocked nodes; may continue from an earlier flow, which it changes in place. Ends
 * with nothing as soon as a flow is found that is already `isEnough`.
 */
export type FlowFinder = (
  blocked: Uint8Array,
  start?: Float64Array,
  isEnough?: (value: number) => boolean,
) => MaxFlow | undefined;

/**
 * Prepares largest flows between two nodes of a graph (Dinic 1970: shortest augmenting paths by levels,
 * counted from the sink, so that a path is sought among nodes that lead there). Capacities are
 * whole numbers, so every sum is exact as long as what can leave the source stays below 2^53. Working arrays are reused.
 * `meter` counts what is looked at.
 */
export function makeFlowFinder(graph: Csr, source: number, sink: number, meter: Meter = { steps: 0 }): FlowFinder {
  const level = new Int32Array(graph.nodeCount);
  const next = new Int32Array(graph.nodeCount);
  const findLevels = makeLevelFinder(graph.nodeCount);
  const path = new Int32Array(graph.nodeCount);
  return (blocked, start, isEnough) => {
    const flows = start ?? new Float64Array(graph.arcCount);
    if (start) drainBlocked(graph, flows, blocked, { source, sink });
    const value = outflow(graph, flows, source);
    const state: State = { graph, flows, blocked, source, sink, level, next, path, value, isEnough, meter };
    meter.steps += graph.arcCount;
    while (findLevels(state, level)) {
      meter.steps += graph.nodeCount;
      next.fill(0);
      if (!augmentPhase(state)) return undefined;
    }
    const blockedThen = blocked.slice();
    let side: Uint8Array | undefined;
    return {
      value: state.value,
      flows,
      get sourceSide() {
        side ??= reachFromSource(graph, flows, blockedThen, source);
        return side;
      },
    };
  };
}

interface State extends Searched {
  readonly level: Int32Array;
  readonly next: Int32Array;
  readonly path: Int32Array;
  /** What flows so far. */
  value: number;
  readonly isEnough: ((value: number) => boolean) | undefined;
}

/** The nodes that what is left still reaches from the source. */
function reachFromSource(graph: Csr, flows: Float64Array, blocked: Uint8Array, source: number): Uint8Array {
  const side = new Uint8Array(graph.nodeCount);
  const waiting = [source];
  side[source] = 1;
  const reach = (node: number): void => {
    if (byteAt(side, node) === 1 || byteAt(blocked, node) === 1) return;
    side[node] = 1;
    waiting.push(node);
  };
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (let arc = intAt(graph.outStart, node); arc < intAt(graph.outStart, node + 1); arc += 1) {
      if (numberAt(flows, arc) < numberAt(graph.capacities, arc)) reach(intAt(graph.heads, arc));
    }
    for (let slot = intAt(graph.inStart, node); slot < intAt(graph.inStart, node + 1); slot += 1) {
      const arc = intAt(graph.inArcs, slot);
      if (numberAt(flows, arc) > 0) reach(intAt(graph.tails, arc));
    }
  }
  return side;
}

/**
 * Pushes flow along shortest paths until no path of this length is left; false once enough flows. A step back over an arc
 * is written as ~arc.
 */
function augmentPhase(state: State): boolean {
  const { graph, source, sink, level, next, path } = state;
  let depth = 0;
  let node = source;
  for (;;) {
    if (node === sink) {
      depth = push(state, depth);
      if (state.isEnough?.(state.value)) return false;
      node = stepTail(graph, intAt(path, depth));
      continue;
    }
    const step = findStep(state, node);
    if (step !== noStep) {
      path[depth] = step;
      depth += 1;
      node = stepHead(graph, step);
      continue;
    }
    if (node === source) return true;
    level[node] = -1;
    depth -= 1;
    node = stepTail(graph, intAt(path, depth));
    next[node] = intAt(next, node) + 1;
  }
}

const noStep = 0x7fffffff;

/** The next step from a node to the level before it; `next` remembers how far the node's arcs were tried. */
function findStep({ graph, flows, level, next, meter }: State, node: number): number {
  const wanted = intAt(level, node) - 1;
  const outFrom = intAt(graph.outStart, node);
  const outDegree = intAt(graph.outStart, node + 1) - outFrom;
  const inFrom = intAt(graph.inStart, node);
  const degree = outDegree + intAt(graph.inStart, node + 1) - inFrom;
  const first = intAt(next, node);
  for (let tried = first; tried < degree; tried += 1) {
    if (tried < outDegree) {
      const arc = outFrom + tried;
      if (numberAt(flows, arc) < numberAt(graph.capacities, arc) && intAt(level, intAt(graph.heads, arc)) === wanted) {
        next[node] = tried;
        meter.steps += 1 + tried - first;
        return arc;
      }
    } else {
      const arc = intAt(graph.inArcs, inFrom + tried - outDegree);
      if (numberAt(flows, arc) > 0 && intAt(level, intAt(graph.tails, arc)) === wanted) {
        next[node] = tried;
        meter.steps += 1 + tried - first;
        return ~arc;
      }
    }
  }
  next[node] = degree;
  meter.steps += degree - first;
  return noStep;
}

/** Pushes as much as the path of this length takes; the depth of its first full step, from which the search goes on. */
function push(state: State, depth: number): number {
  const { graph, flows, path } = state;
  let amount = Infinity;
  let fullDepth = 0;
  for (let index = 0; index < depth; index += 1) {
    const step = intAt(path, index);
    const left = step >= 0 ? numberAt(graph.capacities, step) - numberAt(flows, step) : numberAt(flows, ~step);
    if (left < amount) {
      amount = left;
      fullDepth = index;
    }
  }
  for (let index = 0; index < depth; index += 1) {
    const step = intAt(path, index);
    if (step >= 0) flows[step] = numberAt(flows, step) + amount;
    else flows[~step] = numberAt(flows, ~step) - amount;
  }
  state.value += amount;
  return fullDepth;
}

const stepTail = (graph: Csr, step: number): number =>
  step >= 0 ? intAt(graph.tails, step) : intAt(graph.heads, ~step);
const stepHead = (graph: Csr, step: number): number =>
  step >= 0 ? intAt(graph.heads, step) : intAt(graph.tails, ~step);

function outflow(graph: Csr, flows: Float64Array, source: number): number {
  let value = 0;
  for (let arc = intAt(graph.outStart, source); arc < intAt(graph.outStart, source + 1); arc += 1) {
    value += numberAt(flows, arc);
  }
  for (let slot = intAt(graph.inStart, source); slot < intAt(graph.inStart, source + 1); slot += 1) {
    value -= numberAt(flows, intAt(graph.inArcs, slot));
  }
  return value;
}
