import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { defaultSettings } from "../../src/model/index.ts";
import {
  makeSolver,
  prepareProblem,
  requestOf,
  solveBudgets,
  type BlockProblem,
  type BlockRequest,
} from "../../src/network/index.ts";
import { problemOf, slowMaxFlow, smallNetwork, subsets, type Channel } from "./networks.ts";

const solver = makeSolver();
afterAll(async () => solver.close());

/** The advice for each budget. */
async function adviceOf(problem: BlockProblem, changes: Partial<BlockRequest>) {
  const request = { ...requestOf(defaultSettings), rhoQuarters: [4], ...changes };
  const answers = await solveBudgets(prepareProblem(problem), request, { solver, now: () => 0 });
  return answers.filter(({ rhoQuarters }) => rhoQuarters === 0);
}

// One node carries most; the two that together carry everything do not count it among them.
const notNested: Channel[] = [
  ["s", "a", 6],
  ["s", "b", 5],
  ["a", "m", 4],
  ["a", "n", 2],
  ["b", "m", 3],
  ["b", "n", 2],
  ["m", "t", 7],
  ["n", "t", 4],
];

describe("the sets of every budget", () => {
  test("a larger one may give up a member", async () => {
    const problem = problemOf(notNested);
    const advice = await adviceOf(problem, { budget: 2 });
    expect(advice.map(({ answer }) => answer.members.map((node) => problem.nodeIds[node]))).toEqual([
      ["m"],
      ["a", "b"],
    ]);
    expect(advice.map(({ answer }) => answer.strandedQuarters / 4)).toEqual([7, 11]);
  });
  test("never strand less with more", async () => {
    await fc.assert(
      fc.asyncProperty(smallNetwork, async (problem) => {
        const stranded = (await adviceOf(problem, { budget: 4 })).map(({ answer }) => answer.strandedQuarters);
        expect(stranded).toEqual(stranded.toSorted((left, right) => left - right));
      }),
      { numRuns: 40 },
    );
  });
});

test("the search for the fewest ends at the least budget that any set needs, and bounds show that less is not enough", async () => {
  await fc.assert(
    fc.asyncProperty(
      smallNetwork,
      fc.integer({ min: 1, max: 100 }),
      fc.constantFrom(4, 6),
      async (problem, enoughPercent, rho) => {
        const baseline = slowMaxFlow(problem, 4, []);
        const blockable = problem.nodeIds.map((_, node) => node).filter((node) => problem.blockable[node] === 1);
        const stranded = (set: readonly number[]): number =>
          baseline - Math.min(slowMaxFlow(problem, rho, set), baseline);
        const isEnough = (quarters: number): boolean => 100 * quarters >= enoughPercent * baseline;
        const sizes = subsets(blockable, 3)
          .filter((set) => isEnough(stranded(set)))
          .map((set) => Math.max(set.length, 1));
        const advice = await adviceOf(problem, { budget: 3, rhoQuarters: [rho], enoughPercent });
        expect(advice.at(-1)?.budget).toBe(sizes.length === 0 ? 3 : Math.min(...sizes));
        for (const { answer } of sizes.length === 0 ? advice : advice.slice(0, -1))
          expect(isEnough(baseline - Math.min(answer.boundQuarters, baseline))).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});
