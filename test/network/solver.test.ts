import { expect, test } from "vitest";
import { makeNetwork } from "../../bench/block-set/make-network.ts";
import { toProblem } from "../../bench/block-set/network-file.ts";
import {
  makeSolver,
  prepareProblem,
  prepareTimed,
  solveBlockSet,
  type BlockProblem,
  type Prepared,
  type Solver,
} from "../../src/network/index.ts";
import { makeBlockModel } from "../../src/network/solve/block-model.ts";
import { makeResidual } from "../../src/network/solve/residual.ts";
import { timedOf, type Paid } from "./timed.ts";

const made = (nodes: number, edges: number): BlockProblem =>
  toProblem(makeNetwork({ nodes, edges, seed: 1, isHubby: false, budgets: [] }));

/** A model that keeps the solver busy for long: every node may be blocked, and nothing is known. */
function busyModel() {
  const problem = made(4002, 16_000);
  const residual = makeResidual(problem, 4);
  const known = { members: [], flow: residual.withoutNodes([]) };
  const contenders = problem.nodeIds.map((_, node) => node).filter((node) => problem.blockable[node] === 1);
  const question = { budget: 7, rhoQuarters: 4, collateralMaxMinor: null };
  return makeBlockModel(problem, question, residual.flowGraph, { known, contenders }).model;
}

/** What this process has computed so far, milliseconds of a processor: what other programs do does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How long after it is called off a promise is refused, milliseconds. */
async function measureCancel(start: (signal: AbortSignal) => Promise<unknown>, afterMs: number): Promise<number> {
  const stop = new AbortController();
  const running = start(stop.signal);
  let stoppedAt = Infinity;
  setTimeout(() => {
    stoppedAt = processorMs();
    stop.abort(new Error("called off"));
  }, afterMs);
  await expect(running).rejects.toThrow("called off");
  return processorMs() - stoppedAt;
}

test("HiGHS is called off within half a second, and gives its memory back", async () => {
  const model = busyModel();
  const solver = makeSolver();
  const residentMb: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const took = await measureCancel((signal) => solver.solve(model, { seconds: 60 }, { signal }), 1500);
    expect(took).toBeLessThan(500);
    residentMb.push(process.memoryUsage().rss / 1e6);
  }
  // Each round's thread takes some 100 MB; were they kept, the last would stand 300 above the first.
  expect((residentMb.at(-1) ?? 0) - (residentMb[0] ?? 0)).toBeLessThan(150);
  await solver.close();
});

test("a search is called off within half a second at 1,000 nodes, and others run meanwhile", async () => {
  const problem = made(1002, 3800);
  const solver = makeSolver();
  let [lastAt, longestMs] = [processorMs(), 0];
  const heart = setInterval(() => {
    longestMs = Math.max(longestMs, processorMs() - lastAt);
    lastAt = processorMs();
  }, 10);
  const took = await measureCancel(async (signal) => {
    const search = { solver, timeLimitSeconds: 60, now: () => performance.now(), signal };
    // Again and again, so that the call comes in the middle of some phase.
    for (let budget = 1; ; budget = (budget % 12) + 1) {
      await solveBlockSet(prepareProblem(problem), { budget, rhoQuarters: 4, collateralMaxMinor: null }, search);
    }
  }, 700);
  clearInterval(heart);
  expect(took).toBeLessThan(500);
  expect(longestMs).toBeLessThan(500);
  await solver.close();
});

const nine = { budget: 9, rhoQuarters: 4, collateralMaxMinor: null };

/** Asks and stops; how long after the stop the answer came, milliseconds of a processor. */
async function stopAt(prepared: Prepared, solver: Solver, stop: AbortController) {
  let stoppedAt = Infinity;
  stop.signal.addEventListener("abort", () => (stoppedAt = processorMs()));
  if (stop.signal.aborted) stoppedAt = processorMs();
  const search = { solver, timeLimitSeconds: 60, now: () => performance.now(), stop: stop.signal };
  const answer = await solveBlockSet(prepared, nine, search);
  return { answer, tookMs: processorMs() - stoppedAt };
}

test("a search that is stopped answers within half a second with the best so far, and claims what is proved alone", async () => {
  const problem = made(1002, 3800);
  const solver = makeSolver();
  const whole = await solveBlockSet(prepareProblem(problem), nine, {
    solver,
    timeLimitSeconds: 60,
    now: () => performance.now(),
  });
  expect(whole.proof).toEqual({ kind: "best" });
  const stranded: number[] = [];
  for (const afterMs of [0, 5, 200]) {
    const stop = new AbortController();
    if (afterMs === 0) stop.abort();
    else setTimeout(() => stop.abort(), afterMs);
    const prepared = prepareProblem(problem);
    const { answer, tookMs } = await stopAt(prepared, solver, stop);
    expect(tookMs).toBeLessThan(500);
    expect(answer.residual.value).toBe(prepared.left(4, answer.members));
    expect(answer.boundQuarters).toBeLessThanOrEqual(whole.residual.value);
    expect(answer.isCutShort).toBe(answer.proof.kind !== "best");
    stranded.push(answer.strandedQuarters);
  }
  expect(stranded[0]).toBeLessThan(whole.strandedQuarters);
  await solver.close();
});

/** Payments in the order of their layers: in time the solver is asked. */
function madeInTime(nodes: number, edges: number): Prepared {
  const { source, sink, edges: made } = makeNetwork({ nodes, edges, seed: 1, isHubby: false, budgets: [] });
  const width = Math.round((nodes - 2) / 10);
  const name = (node: number): string => (node === source ? "s" : node === sink ? "t" : `n${node}`);
  const timeOf = (payer: number, index: number): number =>
    payer === source ? 0 : Math.floor(payer / width) * 10 + 10 + ((index * 7919) % 12);
  return prepareTimed(
    timedOf(made.map(([from, to, amount], index): Paid => [name(from), name(to), amount, timeOf(from, index)])),
  );
}

test("a stop ends HiGHS too, and its bound so far is the proof", async () => {
  const solver = makeSolver();
  const stop = new AbortController();
  let asked = 0;
  const watched: Solver = {
    close: solver.close,
    solve: (...question) => {
      asked += 1;
      setTimeout(() => stop.abort(), 300);
      return solver.solve(...question);
    },
  };
  const { answer, tookMs } = await stopAt(madeInTime(402, 1800), watched, stop);
  expect(asked).toBe(1);
  expect(tookMs).toBeLessThan(500);
  expect([answer.isCutShort, answer.proof.kind]).toEqual([true, "within"]);
  expect(answer.members.length).toBeGreaterThan(0);
  await solver.close();
});
