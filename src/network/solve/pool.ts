import { at } from "../../base/index.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import { isBetter, withinLimits, type Candidate } from "./candidate.ts";
import type { Measured } from "./residual.ts";

/** A set that was met, and what it leaves. */
export interface MetSet {
  readonly members: readonly number[];
  readonly residualQuarters: number;
}

/** The sets that were met, each measured once. */
export interface Pool {
  /** Measures a set; gives what it leaves, or infinity where it is beyond the limits. */
  add(members: readonly number[]): number;
  best(): Candidate;
  /** Other sets that strand at least 99 % as much as one, best first; at most ten. */
  near(best: Candidate, baseline: number): readonly MetSet[];
}

/** Starts with the set of nobody. */
export function makePool(problem: BlockProblem, question: BlockQuestion, { residual, whole }: Measured): Pool {
  const met = new Map<string, Candidate>([["", { members: [], flow: whole }]]);
  let best = at([...met.values()], 0);
  return {
    add: (given) => {
      const members = given.toSorted((left, right) => left - right);
      const key = members.join(" ");
      const known = met.get(key);
      if (known) return known.flow.value;
      if (!withinLimits(problem, question, members)) return Infinity;
      const candidate = { members, flow: residual.withoutNodes(members, whole) };
      met.set(key, candidate);
      if (isBetter(problem, candidate, best)) best = candidate;
      return candidate.flow.value;
    },
    best: () => best,
    near: (chosen, baseline) => {
      const stranded = (candidate: Candidate): number => baseline - Math.min(candidate.flow.value, baseline);
      return [...met.values()]
        .filter((other) => other.members.join(" ") !== chosen.members.join(" ") && other.members.length > 0)
        .filter((other) => stranded(other) > 0 && stranded(other) * 100 >= stranded(chosen) * 99)
        .toSorted((left, right) => (isBetter(problem, left, right) ? -1 : 1))
        .slice(0, 10)
        .map((other) => ({ members: other.members, residualQuarters: other.flow.value }));
    },
  };
}
