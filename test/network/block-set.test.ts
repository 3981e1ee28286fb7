import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { makeNetwork } from "../../bench/block-set/make-network.ts";
import { toProblem } from "../../bench/block-set/network-file.ts";
import {
  makeProblem,
  makeSolver,
  proofText,
  prepareProblem,
  solveBlockSet,
  type BlockAnswer,
  type BlockProblem,
  type Prepared,
} from "../../src/network/index.ts";
import { joinScenarios } from "../../src/network/doubt/join-scenarios.ts";
import { problemOf, slowMaxFlow, smallNetwork, subsets, type Channel } from "./networks.ts";

const solver = makeSolver();
afterAll(async () => solver.close());

interface Asked {
  readonly budget: number;
  readonly rho?: number;
  readonly collateralMax?: number;
}

const ask = async (problem: BlockProblem, { budget, rho = 4, collateralMax }: Asked): Promise<BlockAnswer> =>
  solveBlockSet(
    prepareProblem(problem),
    { budget, rhoQuarters: rho, collateralMaxMinor: collateralMax ?? null },
    { solver, timeLimitSeconds: 30, now: () => 0 },
  );

/** The least that any allowed set leaves, by trying all of them. */
function exhaustive(problem: BlockProblem, { budget, rho = 4 }: Asked): number {
  const blockable = problem.nodeIds.map((_, node) => node).filter((node) => problem.blockable[node] === 1);
  const cost = (set: readonly number[]): number => set.reduce((sum, node) => sum + (problem.costs[node] ?? 0), 0);
  const allowed = subsets(blockable, budget).filter((set) => cost(set) <= budget);
  return Math.min(...allowed.map((set) => slowMaxFlow(problem, rho, set)));
}

function check(
  name: string,
  channels: readonly Channel[],
  asked: Asked & { readonly fixed?: readonly string[]; readonly costs?: Record<string, number> },
  expected: { readonly members: readonly string[]; readonly before: number; readonly after: number },
): void {
  test(`block: ${name}`, async () => {
    const problem = problemOf(channels, asked);
    const answer = await ask(problem, asked);
    expect({
      members: answer.members.map((node) => problem.nodeIds[node]),
      before: answer.baseline.value / 4,
      after: answer.residual.value / 4,
    }).toEqual(expected);
    expect(proofText(answer.proof)).toBe("proved best");
  });
}

const twoWays: Channel[] = [
  ["s", "a", 6],
  ["s", "b", 4],
  ["a", "t", 6],
  ["b", "t", 4],
];

check("the node that carries most", twoWays, { budget: 1 }, { members: ["a"], before: 10, after: 4 });
check("a budget larger than the network", twoWays, { budget: 50 }, { members: ["a", "b"], before: 10, after: 0 });
check("a budget of nothing", twoWays, { budget: 0 }, { members: [], before: 10, after: 10 });
check("nobody may be blocked", twoWays, { budget: 2, fixed: ["a", "b"] }, { members: [], before: 10, after: 10 });
check(
  "no way from start to end",
  [
    ["s", "a", 6],
    ["b", "t", 4],
  ],
  { budget: 2 },
  { members: [], before: 0, after: 0 },
);
check(
  "a node dearer than the budget",
  twoWays,
  { budget: 2, costs: { a: 3 } },
  { members: ["b"], before: 10, after: 6 },
);
check(
  "the first id of two that are as good",
  [
    ["s", "b", 5],
    ["s", "a", 5],
    ["a", "t", 5],
    ["b", "t", 5],
  ],
  { budget: 1 },
  { members: ["a"], before: 10, after: 5 },
);
check(
  "one narrow place instead of two wide ones",
  [...twoWays.map(([p, q, m]): Channel => [p, q === "t" ? "c" : q, m]), ["c", "t", 10]],
  { budget: 3 },
  { members: ["c"], before: 10, after: 0 },
);
check(
  "10^15 minor units",
  [
    ["s", "a", 1e15],
    ["s", "b", 7],
    ["a", "t", 1e15],
    ["b", "t", 7],
  ],
  { budget: 1 },
  { members: ["a"], before: 1e15 + 7, after: 7 },
);

// a carries most as seen, but b can take its money over if known channels carry double; nobody can take over c's.
const joint: Channel[] = [
  ["s", "m", 18],
  ["m", "a", 10],
  ["m", "b", 9],
  ["a", "t", 10],
  ["b", "t", 9],
  ["r", "c", 7],
  ["c", "t", 7],
];

test("with channels that carry double, the set that is best as seen strands less than the one that is best then", async () => {
  const problem = problemOf(joint, { from: ["s", "r"], fixed: ["m"] });
  const seen = await ask(problem, { budget: 1 });
  const doubled = await ask(problem, { budget: 1, rho: 8 });
  expect(seen.members.map((node) => problem.nodeIds[node])).toEqual(["a"]);
  expect(doubled.members.map((node) => problem.nodeIds[node])).toEqual(["c"]);
  expect(doubled.strandedQuarters / 4).toBe(7);
  expect(slowMaxFlow(problem, 8, seen.members) / 4).toBe(25);
});

test("supplies do not grow with rerouting", async () => {
  const problem = problemOf(joint, { from: ["s", "r"], fixed: ["m", "a", "b", "c"] });
  expect((await ask(problem, { budget: 1, rho: 8 })).residual.value / 4).toBe(25);
});

test("a collateral limit is kept", async () => {
  const plain = problemOf(twoWays);
  const problem = { ...plain, collateralMinor: Float64Array.from(plain.nodeIds, (id) => (id === "a" ? 100 : 1)) };
  const answer = await ask(problem, { budget: 1, collateralMax: 50 });
  expect(answer.members.map((node) => problem.nodeIds[node])).toEqual(["b"]);
});

test("equal to trying every set, for every budget up to 4, as seen and rerouted", async () => {
  await fc.assert(
    fc.asyncProperty(
      smallNetwork,
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(4, 6, 8),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 9, maxLength: 9 }),
      async (network, budget, rho, costs) => {
        const problem = { ...network, costs: Int32Array.from(network.nodeIds, (_, node) => costs[node % 9] ?? 1) };
        const answer = await ask(problem, { budget, rho });
        const best = exhaustive(problem, { budget, rho });
        const baseline = slowMaxFlow(problem, 4, []);
        expect(Math.min(answer.residual.value, baseline)).toBe(Math.min(best, baseline));
        expect(answer.strandedQuarters).toBe(baseline - Math.min(best, baseline));
        expect(answer.boundQuarters).toBeLessThanOrEqual(answer.residual.value);
        expect(proofText(answer.proof)).toBe("proved best");
      },
    ),
    { numRuns: 120 },
  );
});

test("a larger budget never strands less; for one set a larger rho never strands more", async () => {
  await fc.assert(
    fc.asyncProperty(smallNetwork, fc.constantFrom(4, 6, 8), async (problem, rho) => {
      const stranded: number[] = [];
      for (const budget of [1, 2, 3]) stranded.push((await ask(problem, { budget, rho })).strandedQuarters);
      expect(stranded).toEqual(stranded.toSorted((left, right) => left - right));
      const { members } = await ask(problem, { budget: 2, rho });
      const left = [4, 5, 6, 8, 12].map((factor) => slowMaxFlow(problem, factor, members));
      expect(left).toEqual(left.toSorted((a, b) => a - b));
    }),
    { numRuns: 40 },
  );
});

test("the same network asked twice gives the same set, and the order of the payments does not matter", async () => {
  const channels: Channel[] = [
    ["s", "b", 5],
    ["s", "a", 5],
    ["a", "t", 5],
    ["b", "t", 5],
    ["s", "c", 5],
    ["c", "t", 5],
  ];
  const answers = [
    await ask(problemOf(channels), { budget: 2, rho: 6 }),
    await ask(problemOf(channels), { budget: 2, rho: 6 }),
    await ask(problemOf(channels.toReversed()), { budget: 2, rho: 6 }),
  ];
  expect(new Set(answers.map((answer) => JSON.stringify([answer.members, answer.boundQuarters]))).size).toBe(1);
});

test("a solve that is called off ends at once and the solver can be asked again", async () => {
  const own = makeSolver();
  const problem = layered(12, 40);
  const stop = new AbortController();
  const startedAt = performance.now();
  const running = solveBlockSet(
    prepareProblem(problem),
    { budget: 9, rhoQuarters: 4, collateralMaxMinor: null },
    {
      solver: own,
      timeLimitSeconds: 60,
      now: () => performance.now(),
      signal: stop.signal,
      onProgress: () => stop.abort(new Error("called off")),
    },
  );
  await expect(running).rejects.toThrow("called off");
  expect(performance.now() - startedAt).toBeLessThan(20_000);
  const again = await solveBlockSet(
    prepareProblem(problemOf(joint)),
    { budget: 1, rhoQuarters: 4, collateralMaxMinor: null },
    { solver: own, timeLimitSeconds: 30, now: () => 0 },
  );
  expect(again.members.length).toBe(1);
  await own.close();
});

test("a time limit gives the best set so far with a word that does not say proved", async () => {
  const network = makeNetwork({ nodes: 202, edges: 750, seed: 4, isHubby: true, budgets: [] });
  let elapsedMs = 0;
  const answer = await solveBlockSet(
    prepareProblem(toProblem(network)),
    { budget: 5, rhoQuarters: 4, collateralMaxMinor: null },
    { solver, timeLimitSeconds: 0.2, now: () => (elapsedMs += 1000) },
  );
  expect(answer.isCutShort).toBe(true);
  expect(answer.strandedQuarters).toBeGreaterThan(0);
  expect(proofText(answer.proof)).toMatch(/^(within [\d.]+ % of best|no proof)$/u);
  expect(answer.boundQuarters).toBeLessThanOrEqual(answer.residual.value);
});

test("a counted search ends in the same place whatever the clock says, with the solver and without", async () => {
  const problem = toProblem(makeNetwork({ nodes: 202, edges: 750, seed: 4, isHubby: true, budgets: [] }));
  const question = { budget: 5, rhoQuarters: 4, collateralMaxMinor: null };
  const counted = (prepared: Prepared, timeLimitSeconds: number, now: () => number) =>
    solveBlockSet(prepared, question, { solver, timeLimitSeconds, now, isCounted: true });
  let hours = 0;
  const jumping = (): number => (hours += 1) * 3_600_000;
  const short = await counted(prepareProblem(problem), 0.01, () => 0);
  expect(await counted(prepareProblem(problem), 0.01, jumping)).toEqual(short);
  expect(short.isCutShort).toBe(true);
  // Several worlds side by side are more than prices settle: here the solver is asked.
  const worlds = [0, 1, 2].map((world) => prepareProblem({ ...problem, amountsMinor: halved(problem, world) }));
  const joined = (): Prepared => prepareProblem(problem, (rho) => joinScenarios(worlds, rho));
  const long = await counted(joined(), 10, jumping);
  expect(proofText(long.proof)).toBe("proved best");
  expect(long).toEqual(await counted(joined(), 10, () => 0));
  const less = await counted(joined(), 1, () => 0);
  expect([less.isCutShort, less.boundQuarters < less.residual.value]).toEqual([true, true]);
});

/** Every third amount halved. */
const halved = ({ amountsMinor }: BlockProblem, world: number): Float64Array =>
  amountsMinor.map((minor, edge) => ((edge * 7 + world) % 3 === 0 ? Math.ceil(minor / 2) : minor));

/** A layered network that no greedy search settles; amounts by a fixed rule. */
function layered(layers: number, width: number): BlockProblem {
  const channels: Channel[] = [];
  const name = (layer: number, place: number): string =>
    `n${String(layer).padStart(2, "0")}-${String(place).padStart(2, "0")}`;
  for (let place = 0; place < width; place += 1) {
    channels.push(["s", name(0, place), 5000], [name(layers - 1, place), "t", 5000]);
    for (let layer = 0; layer + 1 < layers; layer += 1) {
      for (const step of [1, 7, 11]) {
        const amount = 100 + ((place * 7919 + layer * 104_729 + step * 1_299_709) % 997);
        channels.push([name(layer, place), name(layer + 1, (place * 3 + step) % width), amount]);
      }
    }
  }
  return problemOf(channels);
}

test("a cost that is no whole number from 1 is refused by its node", () => {
  const made = makeProblem({
    flows: [{ payer: "s", payee: "t", amountMinor: 1 }],
    sources: ["s"],
    sinks: ["t"],
    isBlockable: () => true,
    costs: new Map([["a", 1.5]]),
  });
  expect(made).toEqual({ ok: false, fault: 'the cost 1.5 of "a" is no whole number from 1' });
});
