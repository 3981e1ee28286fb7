import type { MaxFlow } from "../graph/max-flow.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import { isBetter, withinLimits, type Candidate } from "./candidate.ts";
import { rankCarriers, type Residual } from "./residual.ts";

/**
 * A good set at once: nodes are added one by one, each the one that leaves the least (by gain alone and by gain for its
 * cost; the better of the two runs), then exchanged one by one as long as that leaves less. Every value is an exact
 * largest flow. A node is tried only while what it carries, less what finds another way, could beat the best one found. `goOn` may end it early.
 */
export async function findGreedySet(
  problem: BlockProblem,
  question: BlockQuestion,
  measured: {
    readonly residual: Residual;
    readonly whole: MaxFlow;
    readonly goOn: () => boolean;
    readonly pause: () => Promise<void>;
  },
): Promise<Candidate> {
  const search: Search = { problem, question, ...measured };
  const whole = { members: [], flow: measured.whole };
  const plain = await fill(search, whole, false);
  const isPriced = problem.costs.some((cost) => cost !== problem.costs[0]) || question.collateralMaxMinor !== null;
  const start = isPriced ? better(problem, plain, await fill(search, whole, true)) : plain;
  return exchange(search, start);
}

interface Search {
  readonly problem: BlockProblem;
  readonly question: BlockQuestion;
  readonly residual: Residual;
  readonly whole: MaxFlow;
  readonly goOn: () => boolean;
  /** Lets others run; throws where the search is called off. */
  readonly pause: () => Promise<void>;
}

const better = (problem: BlockProblem, left: Candidate, right: Candidate): Candidate =>
  isBetter(problem, right, left) ? right : left;

/** Adds nodes until nothing more fits or helps. */
async function fill(search: Search, start: Candidate, isPerCost: boolean): Promise<Candidate> {
  let best = start;
  for (;;) {
    const added = await addOne(search, best, isPerCost);
    if (!added) return best;
    best = added;
  }
}

/** The set with the one node more that lowers the flow most, or nothing where none lowers it. */
async function addOne(search: Search, from: Candidate, isPerCost: boolean): Promise<Candidate | null> {
  const { problem, question, residual, goOn, pause } = search;
  const through = residual.throughputs(from.flow);
  const worth = (node: number, gain: number): number => (isPerCost ? gain / intAt(problem.costs, node) : gain);
  const carriers = rankCarriers(problem, through);
  const ranked = isPerCost
    ? carriers.toSorted((a, b) => worth(b, numberAt(through, b)) - worth(a, numberAt(through, a)) || a - b)
    : carriers;
  let best: Candidate | null = null;
  let bestWorth = 0;
  for (const node of ranked) {
    if (worth(node, numberAt(through, node)) <= bestWorth || !goOn()) break;
    const members = [...from.members, node].toSorted((left, right) => left - right);
    if (!withinLimits(problem, question, members)) continue;
    await pause();
    const gainOf = (value: number): number => worth(node, from.flow.value - value);
    const isBeaten = (value: number): boolean => gainOf(value) <= bestWorth;
    const flow = residual.unlessEnough(members, from.flow, isBeaten);
    const gained = flow ? gainOf(flow.value) : 0;
    if (flow && gained > bestWorth) {
      best = { members, flow };
      bestWorth = gained;
    }
  }
  return best;
}

/** Takes one member out and fills up again, as long as that leaves less. */
async function exchange(search: Search, start: Candidate): Promise<Candidate> {
  let best = start;
  for (let round = 0; round < 8; round += 1) {
    const found = await exchangeOnce(search, best);
    if (found === best) return best;
    best = found;
  }
  return best;
}

async function exchangeOnce(search: Search, from: Candidate): Promise<Candidate> {
  const { problem, residual, goOn } = search;
  let best = from;
  for (const member of from.members) {
    if (!goOn()) return best;
    const members = from.members.filter((other) => other !== member);
    const without = { members, flow: residual.withoutNodes(members, from.flow) };
    best = better(problem, best, await fill(search, without, false));
  }
  return best;
}
