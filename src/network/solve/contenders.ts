import { at } from "../../base/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import { rankCarriers } from "./residual.ts";

/**
 * What any set within the budget can take away at most, and which nodes a set can hold that takes away as much as a
 * known one. Blocking takes away no more than its nodes carried together in one largest flow, so each such flow bounds
 * every set.
 */
export interface Contest {
  /** The most that a set can take away, quarters. */
  readonly most: number;
  /** The nodes that are in some set of which that flow does not show that it takes away less than `least`; ascending. */
  contenders(least: number): number[];
}

/** Prepares the bound from what passes each node of the problem in one largest flow. */
export function makeContest(
  problem: BlockProblem,
  question: Pick<BlockQuestion, "budget">,
  through: Float64Array,
): Contest {
  const worth = (node: number): number => numberAt(through, node) / intAt(problem.costs, node);
  const affordable = rankCarriers(problem, through)
    .filter((node) => intAt(problem.costs, node) <= question.budget)
    .toSorted((left, right) => worth(right) - worth(left) || left - right);
  const fill = (budget: number, without: number): number => {
    let [left, total] = [budget, 0];
    for (let index = 0; index < affordable.length && left > 0; index += 1) {
      const node = at(affordable, index);
      if (node === without) continue;
      const cost = intAt(problem.costs, node);
      const carried = numberAt(through, node);
      // The last node may fit in part only: counted in part, which is more than any whole choice (Dantzig 1957).
      total += cost <= left ? carried : Math.ceil((carried * left) / cost);
      left -= Math.min(cost, left);
    }
    return total;
  };
  return {
    most: fill(question.budget, -1),
    contenders: (least) =>
      affordable
        .filter((node) => {
          const rest = fill(question.budget - intAt(problem.costs, node), node);
          return numberAt(through, node) + rest >= least;
        })
        .toSorted((left, right) => left - right),
  };
}
