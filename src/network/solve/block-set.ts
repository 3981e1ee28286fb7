import { at, nextTurn } from "../../base/index.ts";
import type { MaxFlow } from "../graph/max-flow.ts";
import { stepsIn, usualMs, type Meter } from "../graph/meter.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import { makeBlockModel } from "./block-model.ts";
import { searchBranches } from "./branch.ts";
import type { Candidate } from "./candidate.ts";
import { findGreedySet } from "./greedy.ts";
import type { GraphMaker } from "./measured-graph.ts";
import { makePool, type MetSet, type Pool } from "./pool.ts";
import { priceOut, type PricedOut } from "./price-out.ts";
import { judgeProof, toleranceOf, type Proof } from "./proof.ts";
import { makeResidual, type Measured, type Residual } from "./residual.ts";
import type { SolveLimit } from "./solver-messages.ts";
import type { Solver } from "./solver.ts";

/** The answer to one question: whom to block, what that leaves, and how good it is known to be. Amounts in quarters of a minor unit. */
export interface BlockAnswer {
  readonly question: BlockQuestion;
  /** Node numbers, ascending; no member could be left out without leaving more. */
  readonly members: readonly number[];
  /** What can flow without any block, as seen (rho = 1). */
  readonly baseline: MaxFlow;
  /** What can still flow with the block, at the question's rho. */
  readonly residual: MaxFlow;
  readonly strandedQuarters: number;
  /** No set within the limits leaves less than this. */
  readonly boundQuarters: number;
  readonly proof: Proof;
  /** True where the time limit ended the search: only then may another run answer otherwise. */
  readonly isCutShort: boolean;
  /** Other sets that were met and strand at least 99 % as much, best first; not a complete list. */
  readonly alternatives: readonly MetSet[];
}

/** A problem with what every question to it needs: measured once, then kept. */
export interface Prepared {
  readonly problem: BlockProblem;
  /** The work of all questions to it so far. */
  readonly meter: Meter;
  /** What can flow as seen (rho = 1), nothing blocked. */
  readonly baseline: MaxFlow;
  /** The measuring at a reroute factor, and what can flow there, nothing blocked. */
  at(rhoQuarters: number): Measured;
  /** What can still flow at a reroute factor with a set blocked; each is measured once. */
  left(rhoQuarters: number, members: readonly number[]): number;
}

/** Prepares a problem for questions; `graphAt` makes another graph to measure on than the one without time. */
export function prepareProblem(problem: BlockProblem, graphAt?: GraphMaker): Prepared {
  const meter = { steps: 0 };
  const kept = new Map<number, Measured>();
  const values = new Map<string, number>();
  const atRho: Prepared["at"] = (rhoQuarters) => {
    const known = kept.get(rhoQuarters);
    if (known) return known;
    const residual = makeResidual(problem, rhoQuarters, { graphAt, meter });
    // Channels that may carry more can carry what was seen: its flow is where the search goes on.
    const seen = rhoQuarters > 4 ? kept.get(4)?.whole : undefined;
    const measured = { residual, whole: residual.withoutNodes([], seen) };
    kept.set(rhoQuarters, measured);
    return measured;
  };
  const left: Prepared["left"] = (rhoQuarters, members) => {
    const key = [rhoQuarters, ...members].join(" ");
    const { residual, whole } = atRho(rhoQuarters);
    const value = values.get(key) ?? residual.withoutNodes(members, whole).value;
    values.set(key, value);
    return value;
  };
  return { problem, meter, baseline: atRho(4).whole, at: atRho, left };
}

/** How the search is run. */
export interface BlockSearch {
  readonly solver: Solver;
  readonly timeLimitSeconds: number;
  /** Milliseconds from any fixed point, for the time limit. */
  readonly now: () => number;
  /** Whether the time limit counts the usual time of the problem's own steps, and not `now`: then the same question ends in the same place on every machine. */
  readonly isCounted?: boolean | undefined;
  /** Calls the search off: it throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the search as its time limit does: the best set so far is the answer. */
  readonly stop?: AbortSignal | undefined;
  /** Sets known from elsewhere (a smaller budget, another rho) to start from. */
  readonly hints?: readonly (readonly number[])[];
  /** Hears the first answer, and each better one: what it leaves, and what no set can get below. */
  readonly onProgress?: (residualQuarters: number, boundQuarters: number) => void;
}

/**
 * Finds the nodes within budget and collateral whose block leaves the least flow from the starts to the ends when every
 * seen channel may carry rho times what was seen. Where no set can take the flow below what was seen to flow, none is
 * looked for. A price for the budget gives first sets and a bound, a greedy search more sets; what is still open then is left
 * to HiGHS, which proposes sets and a bound;
 * every amount is the exact largest flow of the integer search, never the solver's number.
 */
export async function solveBlockSet(
  { problem, baseline, meter, at: atRho }: Prepared,
  question: BlockQuestion,
  search: BlockSearch,
): Promise<BlockAnswer> {
  const clock = search.isCounted ? () => usualMs(meter) : search.now;
  const startedAt = clock();
  const secondsLeft = (): number => (search.stop?.aborted ? 0 : search.timeLimitSeconds - (clock() - startedAt) / 1000);
  const { residual, whole } = atRho(question.rhoQuarters);
  const pool = makePool(problem, question, { residual, whole });
  const goOn = (): boolean => secondsLeft() > search.timeLimitSeconds / 2;
  const judge = (bound: number): boolean =>
    judgeProof({ baseline: baseline.value, residual: pool.best().flow.value, bound }).kind === "best";
  const pause = makePause(search);
  const isStopped = (): boolean => search.stop?.aborted === true;
  const priced = await priceOut(problem, question, { residual, whole, meter, pause, isStopped });
  for (const set of [...priced.sets, ...(search.hints ?? [])]) pool.add(set);
  const isHopeless = priced.bound >= baseline.value;
  if (isHopeless || judge(priced.bound)) search.onProgress?.(pool.best().flow.value, priced.bound);
  const { graph } = residual.flowGraph;
  const isGreedy = !isHopeless && !(judge(priced.bound) && graph.arcCount > largeArcs);
  const greedy = isGreedy ? await findGreedySet(problem, question, { residual, whole, goOn, pause }) : pool.best();
  pool.add(greedy.members);
  const single = isGreedy && goOn() && canBuyOne(problem, question) ? greedy.flow.value : 0;
  const simple = Math.max(priced.bound, single);
  search.onProgress?.(pool.best().flow.value, simple);
  const proved = judge(simple)
    ? { bound: simple, isFinished: true }
    : await improve(problem, question, { residual, whole, meter, pool, priced, search, secondsLeft, pause });
  const best = leaveOutIdle(pool.best(), baseline.value, residual);
  const boundQuarters = Math.min(Math.max(simple, proved.bound), best.flow.value);
  const strandedQuarters = baseline.value - Math.min(best.flow.value, baseline.value);
  return {
    question,
    members: best.members,
    baseline,
    residual: best.flow,
    strandedQuarters,
    boundQuarters,
    proof: judgeProof({ baseline: baseline.value, residual: best.flow.value, bound: boundQuarters }),
    isCutShort: !proved.isFinished,
    alternatives: pool.near(best, baseline.value),
  };
}

interface Improving extends Measured {
  readonly meter: Meter;
  readonly pool: Pool;
  readonly priced: PricedOut;
  readonly search: BlockSearch;
  readonly secondsLeft: () => number;
  readonly pause: () => Promise<void>;
}

/** Lets others run, at most every 50 ms, and ends the search where it is called off. */
function makePause({ now, signal }: BlockSearch): () => Promise<void> {
  let last = now();
  return async () => {
    signal?.throwIfAborted();
    if (now() - last < 50) return;
    await nextTurn();
    last = now();
    signal?.throwIfAborted();
  };
}

/** A model of more nodes and arcs than this takes the solver's memory (4 GB at most) before it gives a bound. */
const modelSizeMax = 400_000;

/** Searches by branches where a price bounds them; asks the solver what that leaves open. */
async function improve(problem: BlockProblem, question: BlockQuestion, improving: Improving) {
  const { residual, pool, priced, search, secondsLeft, pause } = improving;
  // Shares of a price bound less well, and their branches are slow: there the solver does better.
  if (priced.isShared) return askSolver(problem, question, improving);
  const half = secondsLeft() / 2;
  const branched = await searchBranches(problem, question, {
    find: priced.find,
    bestValue: () => pool.best().flow.value,
    tryMembers: pool.add,
    unit: residual.unit,
    goOn: () => secondsLeft() > half,
    isStopped: () => search.stop?.aborted === true,
    pause,
  });
  search.onProgress?.(pool.best().flow.value, branched.bound);
  if (branched.isFinished) return branched;
  const asked = await askSolver(problem, question, improving);
  return { bound: Math.max(branched.bound, asked.bound), isFinished: asked.isFinished };
}

/** Asks the solver. Its bound is taken less its tolerance, then raised to the next value that a flow can have. */
async function askSolver(problem: BlockProblem, question: BlockQuestion, improving: Improving) {
  const { residual, meter, pool, priced, search, secondsLeft } = improving;
  const known = pool.best();
  const { arcCount, nodeCount } = residual.flowGraph.graph;
  if (secondsLeft() <= 0 || arcCount + nodeCount > modelSizeMax) return { bound: 0, isFinished: false };
  const contenders = priced.contenders(known.flow.value);
  const { model, nodes, scale } = makeBlockModel(problem, question, residual.flowGraph, { known, contenders });
  const toMembers = (blocks: readonly number[]): number[] => blocks.map((block) => at(nodes, block));
  const toQuarters = (bound: number): number => {
    const least = (bound * scale - toleranceOf(known.flow.value)) / residual.unit;
    return Number.isFinite(least) ? Math.max(0, Math.ceil(least) * residual.unit) : 0;
  };
  const limit = limitOf(secondsLeft(), search);
  if ("iterations" in limit && limit.iterations < model.numCols + model.numRows) return { bound: 0, isFinished: false };
  let met = 0;
  try {
    const solving = search.solver.solve(model, limit, {
      signal: eitherOf(search.signal, search.stop),
      onProposal: (blocks) => pool.add(toMembers(blocks)),
      onBound: (bound) => {
        met = Math.max(met, toQuarters(bound));
        search.onProgress?.(pool.best().flow.value, met);
      },
    });
    const end = await orStopped(solving, search.stop);
    meter.steps += end.iterations * stepsPerIteration;
    pool.add(toMembers(end.blocks));
    return { bound: toQuarters(end.bound), isFinished: end.isFinished };
  } catch (cause) {
    search.signal?.throwIfAborted();
    if (!search.stop?.aborted) throw cause;
    return { bound: met, isFinished: false };
  }
}

/** A work, or the reason of a stop as soon as that comes: the solver's thread takes a while to end. */
async function orStopped<Value>(work: Promise<Value>, stop: AbortSignal | undefined): Promise<Value> {
  if (!stop) return work;
  const done = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener("abort", () => reject(stop.reason), { once: true, signal: done.signal });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    done.abort();
  }
}

const eitherOf = (...signals: readonly (AbortSignal | undefined)[]): AbortSignal =>
  AbortSignal.any(signals.filter((signal) => signal !== undefined));

/**
 * An iteration of the solver's takes as long as so many steps, roughly, whatever the model. It ends at its limit only
 * between relaxations, and the first takes about as many iterations as the model has rows and columns: with fewer, it is
 * not asked at all.
 */
const stepsPerIteration = 15_000;

const limitOf = (seconds: number, { isCounted }: BlockSearch): SolveLimit =>
  isCounted ? { iterations: Math.floor(stepsIn(seconds) / stepsPerIteration) } : { seconds };

/** Where a set is proved best before the greedy search and there are more arcs than this, that search is left out. */
const largeArcs = 50_000;

/** Whether no two nodes can be blocked together: then the greedy search tried every set that could be best. */
function canBuyOne(problem: BlockProblem, { budget }: BlockQuestion): boolean {
  const leastCost = Array.from(problem.costs.keys())
    .filter((node) => problem.blockable[node] === 1)
    .reduce((least, node) => Math.min(least, at(problem.costs, node)), Infinity);
  return Math.floor(budget / leastCost) === 1;
}

/** Leaves out each member, last first, without which nothing more is stranded less. */
function leaveOutIdle(best: Candidate, baseline: number, residual: Residual): Candidate {
  let kept = best;
  const allowed = Math.min(best.flow.value, baseline);
  for (const member of best.members.toReversed()) {
    const members = kept.members.filter((other) => other !== member);
    const flow = residual.withoutNodes(members, kept.flow);
    if (Math.min(flow.value, baseline) <= allowed) kept = { members, flow };
  }
  return kept;
}
