import type { MaxFlow } from "../graph/max-flow.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";

/** A set of nodes (numbers, ascending) and the largest flow without them. */
export interface Candidate {
  readonly members: readonly number[];
  readonly flow: MaxFlow;
}

/** What blocking all of the members costs. */
export const costOf = (problem: BlockProblem, members: readonly number[]): number =>
  members.reduce((total, node) => total + intAt(problem.costs, node), 0);

/** The collateral of all of the members, minor units. */
export const collateralOf = (problem: BlockProblem, members: readonly number[]): number =>
  members.reduce((total, node) => total + numberAt(problem.collateralMinor, node), 0);

/** Whether a set keeps to the budget and the collateral limit. */
export const withinLimits = (problem: BlockProblem, question: BlockQuestion, members: readonly number[]): boolean =>
  costOf(problem, members) <= question.budget &&
  (question.collateralMaxMinor === null || collateralOf(problem, members) <= question.collateralMaxMinor);

/**
 * Whether one set is to be preferred: it leaves less; else it costs less; else its collateral is less; else it has fewer
 * nodes; else its ids come first. A total order, so that the answer does not depend on the order of the search.
 */
export function isBetter(problem: BlockProblem, left: Candidate, right: Candidate): boolean {
  const steps = [
    left.flow.value - right.flow.value,
    costOf(problem, left.members) - costOf(problem, right.members),
    collateralOf(problem, left.members) - collateralOf(problem, right.members),
    left.members.length - right.members.length,
    compareMembers(left.members, right.members),
  ];
  return (steps.find((step) => step !== 0) ?? 0) < 0;
}

function compareMembers(left: readonly number[], right: readonly number[]): number {
  const differing = left.findIndex((node, index) => node !== right[index]);
  return differing < 0 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}
