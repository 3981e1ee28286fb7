import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { slowTimedFlow } from "../../bench/temporal/slow-timed-flow.ts";
import {
  findTimedFlow,
  makeSolver,
  prepareTimed,
  proofText,
  solveBlockSet,
  type TimedProblem,
} from "../../src/network/index.ts";
import { makeBlockModel } from "../../src/network/solve/block-model.ts";
import { slowMaxFlow, subsets } from "./networks.ts";
import { smallTimed, timedOf, type Paid } from "./timed.ts";

const solver = makeSolver();
afterAll(async () => solver.close());

function check(name: string, paid: readonly Paid[], expected: number, stay = 0): void {
  test(`flow in time: ${name}`, () => {
    expect(findTimedFlow(timedOf(paid, { stay }), 4).valueQuarters / 4).toBe(expected);
  });
}

const inTurn: Paid[] = [
  ["s", "a", 7, 1],
  ["a", "t", 5, 2],
];
check("money goes on after it came", inTurn, 5);
check(
  "money that came too late stays",
  [
    ["s", "a", 7, 3],
    ["a", "t", 5, 2],
  ],
  0,
);
check(
  "only what had come by then",
  [
    ["s", "a", 3, 1],
    ["a", "t", 9, 2],
    ["s", "a", 9, 3],
    ["a", "t", 4, 4],
  ],
  7,
);
const atOnce: Paid[] = [
  ["b", "t", 6, 5],
  ["a", "b", 6, 5],
  ["s", "a", 6, 5],
];
check("payments of one time follow each other in any order", atOnce, 6);
check("with a stay of one, they do not", atOnce, 0, 1);
check("with a stay of one, what came a day before goes on", inTurn, 5, 1);
check(
  "a circle at one time makes no money",
  [
    ["a", "b", 9, 1],
    ["b", "a", 9, 1],
    ["s", "a", 2, 1],
    ["b", "t", 9, 1],
  ],
  2,
);
check(
  "money waits at a node past other payments",
  [
    ["s", "a", 4, 1],
    ["a", "b", 1, 2],
    ["c", "a", 5, 3],
    ["a", "t", 9, 4],
    ["b", "t", 9, 5],
  ],
  4,
);
check(
  "a refund is a flow back at its time",
  [
    ["a", "s", -7, 1],
    ["a", "t", 4, 2],
  ],
  4,
);
check(
  "to oneself and of nothing carry nothing",
  [
    ["s", "a", 7, 1],
    ["a", "a", 9, 2],
    ["a", "t", 0, 3],
    ["a", "t", 2, 4],
  ],
  2,
);
check("no start among the payments", [["a", "t", 5, 1]], 0);
check("no end among the payments", [["s", "a", 5, 1]], 0);
check("straight from start to end, before time zero", [["s", "t", 1e15, -3]], 1e15);

test("a payment without a whole time is refused", () => {
  expect(() => timedOf([["s", "t", 1, 0.5]])).toThrow(/the time 0.5 of a payment from "s" to "t"/u);
  expect(() => timedOf([["s", "t", 1, Number.NaN]])).toThrow(/the time NaN/u);
  expect(() => timedOf([["s", "t", 1, 1]], { stay: -1 })).toThrow(/the stay -1/u);
});

test("paths name their payments in time order", () => {
  const timed = timedOf([
    ["b", "t", 3, 9],
    ["s", "s", 1, 0],
    ["s", "a", 5, 1],
    ["a", "b", 4, 4],
  ]);
  const { paths } = findTimedFlow(timed, 4);
  expect(paths.map(({ transfers, quarters }) => [transfers.map((each) => timed.positions[each]), quarters])).toEqual([
    [[2, 3, 0], 12],
  ]);
});

const rhos = fc.constantFrom(4, 5, 8);
const anyBlocked = fc.array(fc.nat({ max: 5 }), { maxLength: 2 });

test("equal to brute force, by paths that fit into payments, supplies and time", () => {
  let flowing = 0;
  fc.assert(
    fc.property(smallTimed, rhos, anyBlocked, (timed, rho, picks) => {
      const blocked = picks.filter((node) => timed.problem.blockable[node] === 1);
      const { valueQuarters, paths } = findTimedFlow(timed, rho, blocked);
      expect(valueQuarters).toBe(slowTimedFlow(timed, rho, blocked));
      flowing += valueQuarters > 0 ? 1 : 0;
      const used = new Float64Array(timed.payers.length);
      for (const { transfers, quarters } of paths) {
        expect(isInTimeOrder(timed, transfers)).toBe(true);
        for (const transfer of transfers) used[transfer] = (used[transfer] ?? 0) + quarters;
      }
      expect(used.every((quarters, transfer) => quarters <= rho * (timed.amountsMinor[transfer] ?? 0))).toBe(true);
      expect(paths.reduce((total, { quarters }) => total + quarters, 0)).toBe(valueQuarters);
    }),
    { numRuns: 300 },
  );
  expect(flowing).toBeGreaterThan(30);
});

function isInTimeOrder(timed: TimedProblem, transfers: readonly number[]): boolean {
  const [first = -1] = transfers;
  const isChained = transfers.slice(1).every((transfer, index) => {
    const before = transfers[index] ?? -1;
    const isNext = timed.payees[before] === timed.payers[transfer];
    return isNext && (timed.times[before] ?? 0) + timed.leastStay <= (timed.times[transfer] ?? 0);
  });
  const { sources, sinks } = timed.problem;
  const isFromStart = sources.includes(timed.payers[first] ?? -1);
  return isChained && isFromStart && sinks.includes(timed.payees[transfers.at(-1) ?? -1] ?? -1);
}

test("time takes away, and a stay takes away more", () => {
  fc.assert(
    fc.property(smallTimed, rhos, (timed, rho) => {
      const [none, one] = [0, 1].map((leastStay) => findTimedFlow({ ...timed, leastStay }, rho).valueQuarters);
      expect(none).toBeLessThanOrEqual(slowMaxFlow(timed.problem, rho, []));
      expect(one).toBeLessThanOrEqual(none ?? 0);
    }),
    { numRuns: 300 },
  );
});

test("all payments at one time flow as without time", () => {
  fc.assert(
    fc.property(smallTimed, rhos, (timed, rho) => {
      const together = { ...timed, leastStay: 0, times: timed.times.map(() => 3) };
      expect(findTimedFlow(together, rho).valueQuarters).toBe(slowMaxFlow(timed.problem, rho, []));
    }),
    { numRuns: 200 },
  );
});

test("block sets in time: equal to trying every set, a node blocked at all times", async () => {
  let stranded = 0;
  await fc.assert(
    fc.asyncProperty(smallTimed, rhos, fc.integer({ min: 1, max: 2 }), async (timed, rhoQuarters, budget) => {
      const answer = await solveBlockSet(
        prepareTimed(timed),
        { budget, rhoQuarters, collateralMaxMinor: null },
        { solver, timeLimitSeconds: 30, now: () => 0 },
      );
      const blockable = timed.problem.nodeIds.map((_, node) => node).filter((node) => timed.problem.blockable[node]);
      const least = Math.min(...subsets(blockable, budget).map((set) => slowTimedFlow(timed, rhoQuarters, set)));
      const baseline = slowTimedFlow(timed, 4);
      expect(answer.baseline.value).toBe(baseline);
      expect(Math.min(answer.residual.value, baseline)).toBe(Math.min(least, baseline));
      expect(answer.residual.value).toBe(slowTimedFlow(timed, rhoQuarters, answer.members));
      expect(proofText(answer.proof)).toBe("proved best");
      stranded += answer.strandedQuarters > 0 ? 1 : 0;
    }),
    { numRuns: 100, seed: 7 },
  );
  expect(stranded).toBeGreaterThan(5);
});

test("the solver's model in time bounds all sets: its optimum is that of trying every set", async () => {
  await fc.assert(
    fc.asyncProperty(smallTimed, rhos, fc.integer({ min: 0, max: 2 }), async (timed, rhoQuarters, budget) => {
      const { residual, whole } = prepareTimed(timed).at(rhoQuarters);
      const contenders = timed.problem.nodeIds.map((_, node) => node).filter((node) => timed.problem.blockable[node]);
      // Without a block there is nothing whole-numbered, and no bound of whole numbers is stated.
      fc.pre(contenders.length > 0);
      const question = { budget, rhoQuarters, collateralMaxMinor: null };
      const known = { members: [], flow: whole };
      const { model, scale } = makeBlockModel(timed.problem, question, residual.flowGraph, { known, contenders });
      const { bound } = await solver.solve(model, { seconds: 30 });
      const least = Math.min(...subsets(contenders, budget).map((set) => slowTimedFlow(timed, rhoQuarters, set)));
      expect(Math.abs(bound * scale - least)).toBeLessThan(0.5);
    }),
    { numRuns: 150, seed: 3 },
  );
});
