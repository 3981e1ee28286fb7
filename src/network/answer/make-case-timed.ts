import { at, atKey, good, type Result } from "../../base/index.ts";
import { makeFlowFinder } from "../graph/max-flow.ts";
import { numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem } from "../question/block-problem.ts";
import { makeFlowGraph } from "../question/flow-graph.ts";
import { pruneTimed } from "../time/prune-timed.ts";
import { makeTimedProblem, type TimedInput, type TimedProblem } from "../time/timed-problem.ts";
import { sumNodes } from "./find-ends.ts";

/** A case's payments in the order of time, and what could flow on them in any order. */
export interface CaseTimed {
  readonly timed: TimedProblem;
  /** Quarters of a minor unit. */
  readonly anyOrderQuarters: number;
}

/**
 * The timed problem of a case: only payments on a way from a start to an end in the order of time. A node's collateral is
 * the money that it was seen to move off every such way.
 */
export function makeCaseTimed(input: TimedInput): Result<CaseTimed, string> {
  const whole = makeTimedProblem(input);
  if (!whole.ok) return whole;
  const timed = pruneTimed(whole.value);
  const moved = movedById(whole.value.problem);
  const { paidOut, paidIn } = sumNodes(timed.problem);
  timed.problem.nodeIds.forEach((id, node) => {
    timed.problem.collateralMinor[node] = atKey(moved, id) - numberAt(paidOut, node) - numberAt(paidIn, node);
  });
  return good({ timed, anyOrderQuarters: flowInAnyOrder(whole.value.problem) });
}

function movedById(problem: BlockProblem): ReadonlyMap<string, number> {
  const { paidOut, paidIn } = sumNodes(problem);
  return new Map(problem.nodeIds.map((id, node) => [id, at(paidOut, node) + at(paidIn, node)]));
}

function flowInAnyOrder(problem: BlockProblem): number {
  const { graph, source, sink } = makeFlowGraph(problem, 4);
  return makeFlowFinder(graph, source, sink)(new Uint8Array(graph.nodeCount))?.value ?? 0;
}
