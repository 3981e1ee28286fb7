import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import {
  makeProblem,
  makeSolver,
  prepareProblem,
  proofText,
  solveBlockSet,
  type BlockProblem,
  type BlockQuestion,
} from "../../src/network/index.ts";
import { problemOf, slowMaxFlow, smallNetwork, subsets, type Channel } from "./networks.ts";

const solver = makeSolver();
afterAll(async () => solver.close());

const ask = async (problem: BlockProblem, asked: Partial<BlockQuestion>) =>
  solveBlockSet(
    prepareProblem(problem),
    { budget: 1, rhoQuarters: 4, collateralMaxMinor: null, ...asked },
    { solver, timeLimitSeconds: 30, now: () => 0 },
  );

function check(
  name: string,
  channels: readonly Channel[],
  asked: Partial<BlockQuestion>,
  expected: { readonly members: readonly string[]; readonly before: number; readonly after: number },
): void {
  test(name, async () => {
    const problem = problemOf(channels);
    const answer = await ask(problem, asked);
    const members = answer.members.map((node) => problem.nodeIds[node]);
    expect({ members, before: answer.baseline.value / 4, after: answer.residual.value / 4 }).toEqual(expected);
    expect(proofText(answer.proof)).toBe("proved best");
  });
}

const nothing = { members: [], before: 0, after: 0 };
describe("a question to a hard network has an answer", () => {
  check("no channel at all", [], { budget: 3 }, nothing);
  check("only payments of nothing", [["s", "a", 0]], { budget: 3 }, nothing);
  check("only payments to oneself", [["s", "s", 5]], { budget: 3 }, nothing);
  check("no way from start to end", [["t", "s", 5]], { budget: 3 }, nothing);
  check(
    "straight from start to end: nobody stands between",
    [["s", "t", 5]],
    { budget: 3 },
    { members: [], before: 5, after: 5 },
  );
  const chain: Channel[] = [
    ["s", "a", 9],
    ["a", "b", 9],
    ["b", "t", 9],
  ];
  check("a budget far beyond the network", chain, { budget: 1e9 }, { members: ["a"], before: 9, after: 0 });
  check("a budget below nothing", chain, { budget: -1 }, { members: [], before: 9, after: 9 });
  check(
    "parallel channels are one, money to oneself is none",
    [
      ["s", "a", 2],
      ["s", "a", 3],
      ["a", "a", 50],
      ["a", "t", 9],
      ["s", "b", 4],
      ["b", "t", 4],
    ],
    { budget: 1 },
    { members: ["a"], before: 9, after: 4 },
  );
  check(
    "a refund flows back and is no way on",
    [
      ["s", "a", 8],
      ["s", "a", -3],
      ["a", "t", 9],
    ],
    { budget: 1 },
    { members: ["a"], before: 8, after: 0 },
  );
  check(
    "money that only refunds bring",
    [
      ["a", "s", -6],
      ["t", "a", -6],
    ],
    { budget: 1 },
    { members: ["a"], before: 6, after: 0 },
  );
  check("a circle beside the way", [...chain, ["b", "a", 100]], { budget: 1 }, { members: ["a"], before: 9, after: 0 });
});

describe("what cannot be answered exactly is refused", () => {
  const refuse = (name: string, amountMinor: number, reason: RegExp): void =>
    test(name, () => {
      const made = makeProblem({
        flows: [{ payer: "s", payee: "t", amountMinor }],
        sources: ["s"],
        sinks: ["t"],
        isBlockable: () => true,
      });
      expect(made).toMatchObject({ ok: false, fault: expect.stringMatching(reason) });
    });
  refuse("half a minor unit", 0.5, /the amount 0.5/u);
  refuse("no number", Number.NaN, /the amount NaN/u);
  refuse("endless money", Infinity, /the amount Infinity/u);
  refuse("more than 2^53", 2 ** 53, /no whole number within 2\^53/u);
  refuse("more than can be summed in quarters", 2 ** 52, /at most 2251799813685247 can be summed exactly/u);
  test("a node that is start and end", () => {
    const made = makeProblem({ flows: [], sources: ["s"], sinks: ["s"], isBlockable: () => true });
    expect(made).toMatchObject({ ok: false, fault: expect.stringMatching(/"s" is a start and an end at once/u) });
  });
});

/** The least that any set within budget and collateral leaves, by trying all of them. */
function exhaustive(problem: BlockProblem, { budget, rhoQuarters, collateralMaxMinor }: BlockQuestion): number {
  const sum = (values: ArrayLike<number>, set: readonly number[]): number =>
    set.reduce((total, node) => total + (values[node] ?? 0), 0);
  const blockable = problem.nodeIds.map((_, node) => node).filter((node) => problem.blockable[node] === 1);
  const allowed = subsets(blockable, budget).filter(
    (set) => sum(problem.costs, set) <= budget && sum(problem.collateralMinor, set) <= (collateralMaxMinor ?? Infinity),
  );
  return Math.min(...allowed.map((set) => slowMaxFlow(problem, rhoQuarters, set)));
}

const question = fc.record({
  budget: fc.integer({ min: 1, max: 4 }),
  rhoQuarters: fc.constantFrom(4, 5, 8),
  collateralMaxMinor: fc.constantFrom(null, 0, 5, 9),
});
const weights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 });

test("with costs, collateral and 10^15 minor units: equal to trying every set", async () => {
  await fc.assert(
    fc.asyncProperty(smallNetwork, question, weights, async (network, asked, weight) => {
      // Nine nodes of some 10^14 each, and a few units beside, so that a rounded sum would show.
      const problem: BlockProblem = {
        ...network,
        amountsMinor: network.amountsMinor.map((amount, edge) => amount * 4e12 + (edge % 7)),
        suppliesMinor: network.suppliesMinor.map((supply, index) => supply * 4e12 + index),
        costs: Int32Array.from(network.nodeIds, (_, node) => 1 + (weight[node % 9] ?? 0) / 2),
        collateralMinor: Float64Array.from(network.nodeIds, (_, node) => weight[(node + 4) % 9] ?? 0),
      };
      fc.pre(problem.suppliesMinor.reduce((total, supply) => total + supply, 0) < 2 ** 51);
      const answer = await ask(problem, asked);
      const best = exhaustive(problem, asked);
      const baseline = slowMaxFlow(problem, 4, []);
      // A millionth of the baseline is the solver's tolerance; what is said to be left is exact.
      expect(answer.residual.value).toBe(slowMaxFlow(problem, asked.rhoQuarters, answer.members));
      expect(Math.min(answer.residual.value, baseline) - Math.min(best, baseline)).toBeLessThanOrEqual(baseline / 1e6);
      expect(answer.boundQuarters).toBeLessThanOrEqual(best);
      expect(proofText(answer.proof)).toBe("proved best");
    }),
    { numRuns: 150 },
  );
});

test("a larger budget never strands less; a fixed set never strands more at a larger rho", async () => {
  await fc.assert(
    fc.asyncProperty(smallNetwork, fc.constantFrom(4, 5, 8), async (problem, rhoQuarters) => {
      const prepared = prepareProblem(problem);
      const stranded: number[] = [];
      let members: readonly number[] = [];
      for (const budget of [0, 1, 2, 3, 4]) {
        const answer = await ask(problem, { budget, rhoQuarters });
        stranded.push(answer.strandedQuarters);
        ({ members } = answer);
      }
      expect(stranded).toEqual(stranded.toSorted((left, right) => left - right));
      const left = [4, 5, 6, 8, 12].map((rho) => prepared.left(rho, members));
      expect(left).toEqual(left.toSorted((one, other) => one - other));
    }),
    { numRuns: 60 },
  );
});
