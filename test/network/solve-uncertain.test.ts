import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { slowTimedFlow } from "../../bench/temporal/slow-timed-flow.ts";
import {
  makeSolver,
  makeUncertainProblem,
  proofText,
  pruneTimed,
  solveUncertain,
  type BlockProblem,
  type UncertainChannel,
  type UncertainProblem,
} from "../../src/network/index.ts";
import { drawScenarios } from "../../src/network/doubt/scenarios.ts";
import { uncertainInTime } from "../../src/network/doubt/uncertain-problem.ts";
import { slowMaxFlow, subsets } from "./networks.ts";
import { smallTimed } from "./timed.ts";

const solver = makeSolver();
afterAll(async () => solver.close());
const search = { solver, timeLimitSeconds: 30, now: () => 0 };
const question = { budget: 1, rhoQuarters: 4, collateralMaxMinor: null };
const idsOf = ({ nodeIds }: BlockProblem, members: readonly number[]) => members.map((node) => nodeIds[node]);

/** A large way that one source alone tells of, and a smaller one that two tell of. */
const told: UncertainChannel[] = [
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

function uncertainOf(flows: readonly UncertainChannel[]): UncertainProblem {
  const made = makeUncertainProblem({ flows, sources: ["s"], sinks: ["t"], isBlockable: () => true });
  if (!made.ok) throw new Error(made.fault);
  return made.value;
}

async function solve(flows: readonly UncertainChannel[], scenarios: number, { budget = 1, rhoQuarters = 4 } = {}) {
  const solved = await solveUncertain(
    uncertainOf(flows),
    { ...question, budget, rhoQuarters },
    { ...search, scenarios, seed: "case", keptPermille: 0 },
  );
  if (!solved.ok) throw new Error(solved.fault);
  return solved.value;
}

describe("uncertain", () => {
  test("samples prefer what is sure to what would be large", async () => {
    const { problem } = uncertainOf(told).certain;
    const answer = await solve(told, 40);
    expect(idsOf(problem, answer.certain.members)).toEqual(["a"]);
    expect(idsOf(problem, answer.sampled.members)).toEqual(["b"]);
    expect(answer.steadiest).toMatchObject({ members: answer.sampled.members, mean: answer.sampled.mean });
    expect(proofText(answer.sampled.answer.proof)).toBe("proved best");
    expect(answer.sampled.mean).toBeGreaterThan(answer.certain.mean);
    expect(answer.chosen.map(({ node }) => problem.nodeIds[node])).toEqual(["b", "a"]);
    expect(answer.canFlow).toHaveLength(120);
  });
  test("the same seed gives the same answer, and sure channels give the certain one in every scenario", async () => {
    expect(JSON.stringify(await solve(told, 8))).toBe(JSON.stringify(await solve(told, 8)));
    const sure = told.map((flow) => ({ ...flow, supports: [{ source: "x", confidencePermille: 1000 }] }));
    const answer = await solve(sure, 5);
    expect(answer.chosen.map(({ scenarios }) => scenarios)).toEqual([5]);
    expect(answer.sampled.members).toEqual(answer.certain.members);
    expect([answer.sampled.mean, answer.sampled.least]).toEqual([40, 40]);
  });
  test("draws come as often as they should, and together within a source", () => {
    const [x3, x7, y5] = [
      { source: "x", confidencePermille: 300 },
      { source: "x", confidencePermille: 700 },
      { source: "y", confidencePermille: 500 },
    ];
    const supported = [[x3], [x7], [y5], [x3, y5], []].map((supports, index) => ({ id: String(index), supports }));
    const plan = { seed: "s", first: 0, count: 2000, keptPermille: 0 };
    const shareOf = (rows: readonly Uint8Array[], edge: number): number =>
      rows.filter((row) => row[edge] === 1).length / rows.length;
    const rows = drawScenarios(supported, plan);
    [0.3, 0.7, 0.5, 0.65, 0].forEach((expected, edge) =>
      expect(Math.abs(shareOf(rows, edge) - expected)).toBeLessThan(0.035),
    );
    expect(rows.every((row) => row[0] !== 1 || row[1] === 1)).toBe(true);
    expect(rows.slice(5, 9)).toEqual(drawScenarios(supported, { ...plan, first: 5, count: 4 }));
    // What no sound source says is kept by a draw of its own.
    const kept = drawScenarios(supported, { ...plan, keptPermille: 400 });
    [0.58, 0.82, 0.7, 0.79, 0.4].forEach((expected, edge) =>
      expect(Math.abs(shareOf(kept, edge) - expected)).toBeLessThan(0.035),
    );
  });
  test("a confidence that is none is refused, and so are more sums than are exact", async () => {
    const wrong = { payer: "s", payee: "t", amountMinor: 1, supports: [{ source: "x", confidencePermille: 1001 }] };
    expect(() => uncertainOf([wrong])).toThrow(/the confidence 1001 of source "x"/u);
    const large = { payer: "s", payee: "t", amountMinor: 1e15, supports: [{ source: "x", confidencePermille: 1000 }] };
    await expect(solve([large], 4)).rejects.toThrow(/use fewer scenarios/u);
  });
  test("the sampled set strands most of all sets over the scenarios, at every factor", async () => {
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
    let stranding = 0;
    await fc.assert(
      fc.asyncProperty(
        flows,
        fc.integer({ min: 1, max: 2 }),
        fc.constantFrom(4, 6, 8),
        async (given, budget, rhoQuarters) => {
          const uncertain = uncertainOf(given);
          const { problem } = uncertain.certain;
          const { sampled } = await solve(given, 5, { budget, rhoQuarters });
          const plan = { seed: "case", first: 0, count: 5, keptPermille: 0 };
          const scenarios = drawScenarios(uncertain.flows, plan).map((isReal) => uncertain.scenario(isReal).problem);
          const blockable = problem.nodeIds.map((_, node) => node).filter((node) => problem.blockable[node] === 1);
          const left = (set: readonly number[]): number =>
            scenarios.reduce(
              (sum, each) => sum + Math.min(slowMaxFlow(each, 4, []), slowMaxFlow(each, rhoQuarters, set)),
              0,
            );
          const least = Math.min(...subsets(blockable, budget).map(left));
          expect(sampled.answer.residual.value).toBe(least);
          expect(left(sampled.members)).toBe(least);
          stranding += sampled.answer.strandedQuarters > 0 ? 1 : 0;
        },
      ),
      // Enough draws that some strand in every series: of 60 now and then fewer than ten do.
      { numRuns: 150 },
    );
    expect(stranding).toBeGreaterThan(10);
  });
  test("in time, the sampled set strands most of all sets over the scenarios", async () => {
    await fc.assert(
      fc.asyncProperty(smallTimed, fc.constantFrom(4, 6), async (whole, rhoQuarters) => {
        const timed = pruneTimed(whole);
        const flows = Array.from(timed.payers, (payer, edge) => ({
          id: String(edge),
          edge,
          start: timed.problem.sources.indexOf(payer),
          amountMinor: timed.amountsMinor[edge] ?? 0,
          supports: [{ source: `${edge % 3}`, confidencePermille: 600 }],
        }));
        const uncertain = uncertainInTime(timed, flows);
        const plan = { seed: "case", keptPermille: 300 };
        const asked = { ...question, rhoQuarters };
        const solved = await solveUncertain(uncertain, asked, { ...search, ...plan, scenarios: 4 });
        const drawn = drawScenarios(flows, { ...plan, first: 0, count: 4 });
        const left = (set: readonly number[]): number =>
          drawn.reduce((sum, isReal) => {
            const world = {
              ...timed,
              amountsMinor: timed.amountsMinor.map((minor, edge) => minor * (isReal[edge] ?? 0)),
            };
            const { suppliesMinor } = uncertain.scenario(isReal).problem;
            const real = { ...world, problem: { ...timed.problem, suppliesMinor } };
            return sum + Math.min(slowTimedFlow(real, 4), slowTimedFlow(real, rhoQuarters, set));
          }, 0);
        const blockable = [...timed.problem.nodeIds.keys()].filter((node) => timed.problem.blockable[node] === 1);
        const least = Math.min(...subsets(blockable, 1).map(left));
        expect(solved.ok && solved.value.sampled.answer.residual.value).toBe(least);
      }),
      { numRuns: 30 },
    );
  });
});
