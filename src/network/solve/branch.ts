import { at } from "../../base/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import { costOf } from "./candidate.ts";
import { makeContest } from "./contenders.ts";
import type { PricedFinder, PricedFlow, Settled } from "./priced-graph.ts";
import { searchPrice } from "./price-search.ts";

/** What a search by branches needs. */
export interface Branching {
  readonly find: PricedFinder;
  /** What the best set met so far leaves, quarters. */
  readonly bestValue: () => number;
  /** Measures a set; gives what it leaves. */
  readonly tryMembers: (members: readonly number[]) => number;
  /** Every flow's value is a multiple of this. */
  readonly unit: number;
  readonly goOn: () => boolean;
  readonly isStopped: () => boolean;
  readonly pause: () => Promise<void>;
}

/** How a search by branches ended: no set leaves less than `bound`. */
export interface Branched {
  readonly bound: number;
  readonly isFinished: boolean;
}

/** Where the price bounds well, a few dozen branches suffice; where it does not, thousands do not. */
const branchesMax = 300;

/**
 * Searches all sets by branches: a node is blocked, or spared, until the bound at the best price (`searchPrice`) shows of
 * every branch that it holds nothing better than what was met. Exact: all bounds are whole numbers.
 */
export async function searchBranches(
  problem: BlockProblem,
  question: BlockQuestion,
  branching: Branching,
): Promise<Branched> {
  const { bestValue, unit, goOn } = branching;
  const open: Branch[] = [{ blocked: [], spared: new Set(), bound: 0 }];
  for (let count = 0; open.length > 0 && count < branchesMax && goOn(); count += 1) {
    const branch = open.pop();
    if (!branch || branch.bound >= bestValue()) continue;
    open.push(...(await expand(problem, question, branch, branching)));
  }
  const least = open.reduce((bound, branch) => Math.min(bound, branch.bound), bestValue());
  return { bound: Math.ceil(least / unit) * unit, isFinished: least >= bestValue() };
}

interface Branch extends Settled {
  /** The flow at the best price of the branch above. */
  readonly near?: PricedFlow;
  readonly bound: number;
}

/** The branches below one; the one to look at first comes last. */
async function expand(
  problem: BlockProblem,
  question: BlockQuestion,
  branch: Branch,
  { find, bestValue, tryMembers, unit, isStopped, pause }: Branching,
): Promise<Branch[]> {
  const budget = question.budget - costOf(problem, branch.blocked);
  const unpriced = tryMembers(branch.blocked);
  // Beyond the collateral limit already: so is every set below.
  if (unpriced === Infinity) return [];
  const { near } = branch;
  const asked = {
    budget,
    settled: branch,
    find,
    unpriced,
    enough: bestValue(),
    isStopped,
    pause,
    ...(near && { near }),
  };
  const found = await searchPrice(problem, asked);
  for (const set of found.sets) tryMembers(set);
  const bound = Math.max(branch.bound, Math.ceil(found.bound / unit) * unit);
  if (bound >= bestValue()) return [];
  const node = chooseNode(problem, budget, { branch, best: found.best, bestValue: bestValue() });
  if (node < 0) return [];
  const below = { bound, near: found.best };
  return [
    { ...below, blocked: branch.blocked, spared: new Set([...branch.spared, node]) },
    { ...below, blocked: [...branch.blocked, node], spared: branch.spared },
  ];
}

/** The node that carries most for its cost of those that a better set of this branch can hold; -1 where there is none. */
function chooseNode(
  problem: BlockProblem,
  budget: number,
  { branch, best, bestValue }: { readonly branch: Settled; readonly best: PricedFlow; readonly bestValue: number },
): number {
  const settled = new Set([...branch.blocked, ...branch.spared]);
  const through = best.through.map((amount, node) => (settled.has(node) ? 0 : amount));
  const contenders = makeContest(problem, { budget }, through).contenders(best.flow.value - bestValue);
  const members = new Set(best.members);
  const worth = (node: number): number => numberAt(through, node) / intAt(problem.costs, node);
  const ranked = contenders.toSorted(
    (left, right) =>
      Number(members.has(right)) - Number(members.has(left)) || worth(right) - worth(left) || left - right,
  );
  return ranked.length === 0 ? -1 : at(ranked, 0);
}
