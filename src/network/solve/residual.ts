import { assert } from "../../base/index.ts";
import { makeFlowFinder, type MaxFlow } from "../graph/max-flow.ts";
import type { Meter } from "../graph/meter.ts";
import { byteAt, intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { findCopies, withoutTime, type GraphMaker, type MeasuredGraph } from "./measured-graph.ts";

/** Measures, exactly, what still gets through at one reroute factor. */
export interface Residual {
  readonly flowGraph: MeasuredGraph;
  /** Every flow's value is a multiple of this, the greatest common divisor of the capacities. */
  readonly unit: number;
  /** The largest flow with these nodes blocked; continues from `near`, the flow of another set, if given. Not to be changed. */
  withoutNodes(members: readonly number[], near?: MaxFlow): MaxFlow;
  /** The same, or nothing as soon as it is known that so much flows that it `isEnough`. */
  unlessEnough(members: readonly number[], near: MaxFlow, isEnough: (value: number) => boolean): MaxFlow | undefined;
  /** How much of a flow passes each node of the problem, quarters: at most this much is lost when it is blocked. */
  throughputs(flow: MaxFlow): Float64Array;
  /** How much of a flow each node of the graph passes on to nodes that stand for others, quarters. */
  passedOn(flow: MaxFlow): Float64Array;
}

/** The measuring at a reroute factor, and what can flow there with nobody blocked. */
export interface Measured {
  readonly residual: Residual;
  readonly whole: MaxFlow;
}

/** Prepares the measuring of a problem at a reroute factor; `graphAt` makes another graph than the one without time. */
export function makeResidual(
  problem: BlockProblem,
  rhoQuarters: number,
  { graphAt = withoutTime(problem), meter }: { readonly graphAt?: GraphMaker | undefined; readonly meter?: Meter } = {},
): Residual {
  const flowGraph = graphAt(rhoQuarters);
  const { graph, source, sink, nodeOf } = flowGraph;
  const copiesOf = findCopies(flowGraph, problem.nodeIds.length);
  const find = makeFlowFinder(graph, source, sink, meter);
  const blocked = new Uint8Array(graph.nodeCount);
  const measure: Measure = (members, near, isEnough) => {
    blocked.fill(0);
    for (const node of members) for (const copy of copiesOf(node)) blocked[copy] = 1;
    return find(blocked, near?.flows.slice(), isEnough);
  };
  const kept = keepLatest(graph.arcCount, measure);
  return {
    flowGraph,
    unit: commonDivisor(graph.capacities),
    withoutNodes: (members, near) => {
      const flow = kept(members, near);
      assert(flow, "a search without an end in sight finds the largest flow");
      return flow;
    },
    unlessEnough: kept,
    throughputs: (flow) => {
      const through = new Float64Array(problem.nodeIds.length);
      passOn(flowGraph, flow).forEach((amount, copy) => {
        const node = intAt(nodeOf, copy);
        if (node >= 0) through[node] = numberAt(through, node) + amount;
      });
      return through;
    },
    passedOn: (flow) => passOn(flowGraph, flow),
  };
}

function passOn({ graph, nodeOf }: MeasuredGraph, { flows }: MaxFlow): Float64Array {
  const passed = new Float64Array(graph.nodeCount);
  for (let arc = 0; arc < graph.arcCount; arc += 1) {
    const tail = intAt(graph.tails, arc);
    const isWaiting = intAt(nodeOf, tail) === intAt(nodeOf, intAt(graph.heads, arc));
    if (!isWaiting) passed[tail] = numberAt(passed, tail) + numberAt(flows, arc);
  }
  return passed;
}

type Measure = (
  members: readonly number[],
  near?: MaxFlow,
  isEnough?: (value: number) => boolean,
) => MaxFlow | undefined;

// Sets come again with each larger budget; flows of this many arcs in all take 128 MB.
const keptArcs = 16_000_000;

/**
 * Keeps the flows that were asked for last, and how much was known to flow where a search ended early: the same set is not
 * measured twice in a row of questions.
 */
function keepLatest(arcCount: number, measure: Measure): Measure {
  const kept = new Map<string, MaxFlow>();
  const reached = new Map<string, number>();
  return (members, near, isEnough) => {
    const key = members.join(" ");
    const known = reached.get(key);
    if (known !== undefined && isEnough?.(known)) return undefined;
    const noted = isEnough && noting(isEnough, (value) => reached.set(key, value));
    const flow = kept.get(key) ?? measure(members, near, noted);
    if (!flow) return undefined;
    kept.delete(key);
    kept.set(key, flow);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size * arcCount > keptArcs && kept.size > 1) kept.delete(oldest);
    return flow;
  };
}

/** Tells of the value that was enough. */
const noting =
  (isEnough: (value: number) => boolean, note: (value: number) => void) =>
  (value: number): boolean => {
    if (!isEnough(value)) return false;
    note(value);
    return true;
  };

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
