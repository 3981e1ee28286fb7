import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import {
  findFewest,
  findFrontier,
  makeSolver,
  makeUncertainProblem,
  prepareProblem,
  proofText,
  solveUncertain,
  type BlockProblem,
  type UncertainFlow,
  type UncertainProblem,
} from "../../src/network/index.ts";
import { drawScenarios } from "../../src/network/vary/scenarios.ts";
import { problemOf, slowMaxFlow, smallNetwork, subsets, type Channel } from "./networks.ts";

const solver = makeSolver();
afterAll(async () => solver.close());
const search = { solver, timeLimitSeconds: 30, now: () => 0 };
const question = { budget: 1, rhoQuarters: 4, collateralMaxMinor: null };
const idsOf = ({ nodeIds }: BlockProblem, members: readonly number[]) => members.map((node) => nodeIds[node]);

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

describe("frontier", () => {
  test("says where a larger budget gives up a member", async () => {
    const problem = problemOf(notNested);
    const steps = await findFrontier(prepareProblem(problem), { ...question, budget: 2 }, search);
    expect(steps.map(({ answer, dropped }) => [idsOf(problem, answer.members), idsOf(problem, dropped)])).toEqual([
      [["m"], []],
      [["a", "b"], ["m"]],
    ]);
    expect(steps.map(({ answer }) => answer.strandedQuarters / 4)).toEqual([7, 11]);
  });
  test("never strands less with more", async () => {
    await fc.assert(
      fc.asyncProperty(smallNetwork, async (problem) => {
        const steps = await findFrontier(prepareProblem(problem), { ...question, budget: 4 }, search);
        const stranded = steps.map(({ answer }) => answer.strandedQuarters);
        expect(stranded).toEqual(stranded.toSorted((left, right) => left - right));
      }),
      { numRuns: 40 },
    );
  });
});

describe("fewest", () => {
  test("is the least budget that any set needs", async () => {
    await fc.assert(
      fc.asyncProperty(
        smallNetwork,
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom(4, 6),
        async (problem, percent, rho) => {
          const baseline = slowMaxFlow(problem, 4, []);
          const blockable = problem.nodeIds.map((_, node) => node).filter((node) => problem.blockable[node] === 1);
          const isEnough = (set: readonly number[]): boolean =>
            100 * (baseline - Math.min(slowMaxFlow(problem, rho, set), baseline)) >= percent * baseline;
          const sizes = subsets(blockable, 3)
            .filter(isEnough)
            .map((set) => set.length);
          const fewest = await findFewest(
            prepareProblem(problem),
            { ...question, budget: 3, rhoQuarters: rho },
            { ...search, percent },
          );
          expect(fewest.isProved).toBe(true);
          const expected = sizes.length === 0 ? null : Math.min(...sizes);
          expect(fewest.answer === null ? null : fewest.answer.members.length).toBe(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A large way that one source alone tells of, and a smaller one that two tell of. */
const told: UncertainFlow[] = [
  { payer: "s", payee: "a", amountMinor: 10, supports: [{ source: "rumour", confidencePermille: 250 }] },
  { payer: "a", payee: "t", amountMinor: 10, supports: [{ source: "rumour", confidencePermille: 250 }] },
  { payer: "s", payee: "b", amountMinor: 6, supports: [{ source: "books", confidencePermille: 950 }] },
  {
    payer: "b",
    payee: "t",
    amountMinor: 6,
    supports: [
      { source: "bank", confidencePermille: 900 },
      { source: "books", confidencePermille: 950 },
    ],
  },
];

function uncertainOf(flows: readonly UncertainFlow[]): UncertainProblem {
  const made = makeUncertainProblem({ flows, sources: ["s"], sinks: ["t"], isBlockable: () => true });
  if (!made.ok) throw new Error(made.fault);
  return made.value;
}

async function solve(flows: readonly UncertainFlow[], scenarios: number, budget = 1) {
  const solved = await solveUncertain(
    uncertainOf(flows),
    { ...question, budget },
    { ...search, scenarios, seed: "case" },
  );
  if (!solved.ok) throw new Error(solved.fault);
  return solved.value;
}

describe("uncertain", () => {
  test("samples prefer what is sure to what would be large", async () => {
    const { certain } = uncertainOf(told);
    const answer = await solve(told, 40);
    expect(idsOf(certain, answer.certain.members)).toEqual(["a"]);
    expect(idsOf(certain, answer.sampled.members)).toEqual(["b"]);
    expect(proofText(answer.sampled.answer.proof)).toBe("proved best");
    expect(answer.sampled.meanStrandedQuarters).toBeGreaterThan(answer.certain.meanStrandedQuarters);
    expect(answer.sampled.meanStrandedElsewhereQuarters).toBeGreaterThan(answer.certain.meanStrandedElsewhereQuarters);
    expect(answer.chosen.map(({ node }) => certain.nodeIds[node])).toEqual(["b", "a"]);
    expect(
      answer.withoutSource.map(({ source, members, strandedQuarters }) => [
        source,
        idsOf(certain, members),
        strandedQuarters / 4,
      ]),
    ).toEqual([
      ["bank", ["a"], 10],
      ["books", ["a"], 10],
      ["rumour", ["b"], 6],
    ]);
  });
  test("the same seed gives the same answer, and sure channels give the certain one in every scenario", async () => {
    expect(JSON.stringify(await solve(told, 8))).toBe(JSON.stringify(await solve(told, 8)));
    const sure = told.map((flow) => ({ ...flow, supports: [{ source: "x", confidencePermille: 1000 }] }));
    const answer = await solve(sure, 5);
    expect(answer.chosen.map(({ scenarios }) => scenarios)).toEqual([5]);
    expect(answer.sampled.members).toEqual(answer.certain.members);
    expect(answer.sampled.meanStrandedQuarters).toBe(40);
  });
  test("draws come as often as they should, and together within a source", () => {
    const supports = [
      [{ source: "x", confidencePermille: 300 }],
      [{ source: "x", confidencePermille: 700 }],
      [{ source: "y", confidencePermille: 500 }],
      [
        { source: "x", confidencePermille: 300 },
        { source: "y", confidencePermille: 500 },
      ],
      [],
    ];
    const rows = drawScenarios(supports, { seed: "s", first: 0, count: 2000 });
    const shares = supports.map((_, edge) => rows.filter((row) => row[edge] === 1).length / rows.length);
    [0.3, 0.7, 0.5, 0.65, 0].forEach((expected, edge) =>
      expect(Math.abs((shares[edge] ?? 1) - expected)).toBeLessThan(0.035),
    );
    expect(rows.every((row) => row[0] !== 1 || row[1] === 1)).toBe(true);
    expect(rows.slice(5, 9)).toEqual(drawScenarios(supports, { seed: "s", first: 5, count: 4 }));
  });
  test("a confidence that is none is refused, and so are more sums than are exact", async () => {
    const wrong = { payer: "s", payee: "t", amountMinor: 1, supports: [{ source: "x", confidencePermille: 1001 }] };
    expect(() => uncertainOf([wrong])).toThrow(/the confidence 1001 of source "x"/u);
    const large = { payer: "s", payee: "t", amountMinor: 1e15, supports: [{ source: "x", confidencePermille: 1000 }] };
    await expect(solve([large], 4)).rejects.toThrow(/use fewer scenarios/u);
  });
  test("the sampled set is the best of all sets over the scenarios", async () => {
    const flows = fc.array(
      fc.record({
        payer: fc.constantFrom("s", "s", "a", "b", "c"),
        payee: fc.constantFrom("a", "b", "c", "t", "t"),
        amountMinor: fc.integer({ min: -1, max: 20 }),
        supports: fc.array(
          fc.record({ source: fc.constantFrom("x", "y", "z"), confidencePermille: fc.integer({ min: 0, max: 1000 }) }),
          { maxLength: 2 },
        ),
      }),
      { minLength: 3, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(flows, fc.integer({ min: 1, max: 2 }), async (given, budget) => {
        const uncertain = uncertainOf(given);
        const { sampled, certain } = await solve(given, 5, budget);
        const problems = drawScenarios(uncertain.supports, { seed: "case", first: 0, count: 5 }).map(
          uncertain.scenario,
        );
        const nodes = uncertain.certain.nodeIds.map((_, node) => node);
        const blockable = nodes.filter((node) => uncertain.certain.blockable[node] === 1);
        const left = (set: readonly number[]): number =>
          problems.reduce((total, problem) => total + slowMaxFlow(problem, 4, set), 0);
        expect(sampled.answer.residual.value).toBe(Math.min(...subsets(blockable, budget).map(left)));
        expect(sampled.meanStrandedQuarters).toBe(Math.floor((left([]) - left(sampled.members)) / 5));
        expect(sampled.meanStrandedQuarters).toBeGreaterThanOrEqual(certain.meanStrandedQuarters);
      }),
      { numRuns: 40 },
    );
  });
});
