import { at } from "../../base/index.ts";
import { moneyInShort } from "../../model/index.ts";
import type { BlockQuestion } from "../question/block-problem.ts";
import { usualMs } from "../graph/meter.ts";
import { solveBlockSet, type BlockAnswer, type Prepared } from "../solve/block-set.ts";
import { judgeProof, proofText, type ProofAmounts } from "../solve/proof.ts";
import type { Solver } from "../solve/solver.ts";
import type { BlockRequest } from "./block-request.ts";

/** One answered budget: the best set for a reroute factor; or, where that is 0, the advice over the whole list. */
export interface BudgetAnswer {
  readonly budget: number;
  readonly rhoQuarters: number;
  /** For the advice: the set as it does at the largest factor. */
  readonly answer: BlockAnswer;
}

/** How a run is watched, timed and called off. */
export interface BlockRun {
  readonly now: () => number;
  /** Whether time limits count steps in place of `now`: see `BlockSearch` of `solve`. */
  readonly isCounted?: boolean;
  /** Calls the run off: it throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the run as its time limit does: what is known so far is the answer. */
  readonly stop?: AbortSignal | undefined;
  readonly progress?: (done: number, total: number, what: string) => void;
  /** Hears of the search that is going on what the best set so far stops, and what no set can beat, as amounts in words. */
  readonly onBest?: ((best: string, bound: string) => void) | undefined;
}

/** Where a search starts: at a budget of 1 and from nothing, unless told otherwise. */
export interface SearchStart {
  readonly from?: number;
  /** Sets known from elsewhere. */
  readonly hints?: readonly (readonly number[])[];
}

/**
 * Solves every budget from 1 (or `from`) at every reroute factor, smaller budgets first (each set is where the next search starts, so
 * that a larger budget never strands less), and picks the advice for each budget. A stop ends it at the budget that it is at.
 */
export async function solveBudgets(
  prepared: Prepared,
  request: BlockRequest,
  run: BlockRun & SearchStart & { readonly solver: Solver },
): Promise<BudgetAnswer[]> {
  const rhos = [...new Set(request.rhoQuarters)].toSorted((left, right) => left - right);
  const { solver, isCounted } = run;
  const clock = isCounted ? () => usualMs(prepared.meter) : run.now;
  const endsAt = clock() + request.timeLimitSeconds * 1000;
  const answers: BudgetAnswer[] = [];
  for (let budget = run.from ?? 1; budget <= request.budget; budget += 1) {
    for (const rhoQuarters of rhos) {
      const left = Math.max((endsAt - clock()) / 1000, 0);
      run.progress?.(answers.length, request.budget * rhos.length, "chokepoints");
      const question: BlockQuestion = { budget, rhoQuarters, collateralMaxMinor: request.collateralMaxMinor };
      const answer = await solveBlockSet(prepared, question, {
        solver,
        timeLimitSeconds: left / 2,
        now: run.now,
        isCounted,
        signal: run.signal,
        stop: run.stop,
        hints: [...(run.hints ?? []), ...answers.map((earlier) => earlier.answer.members)],
        onProgress: (residual, bound) => {
          const amounts = { baseline: prepared.baseline.value, residual, bound };
          run.onBest?.(stopped(amounts, residual, request.currency), stopped(amounts, bound, request.currency));
          run.progress?.(
            answers.length,
            request.budget * rhos.length,
            progressText(question, amounts, request.currency),
          );
        },
      });
      answers.push({ budget, rhoQuarters, answer });
    }
    if (run.stop?.aborted || isEnough(answers.at(-1), request)) break;
  }
  return withAdvice(prepared, answers, rhos);
}

/** How far a search is: what the best set so far stops, what no set can beat, and the gap between them. */
function progressText({ budget, rhoQuarters }: BlockQuestion, amounts: ProofAmounts, currency: string): string {
  const [best, bound] = [amounts.residual, amounts.bound].map((left) => stopped(amounts, left, currency));
  return `budget ${budget}, reroute ${rhoQuarters / 4}: ${best} of at most ${bound}, ${proofText(judgeProof(amounts))}`;
}

/** What is stopped where so many quarters still get through. */
const stopped = ({ baseline }: ProofAmounts, left: number, currency: string): string =>
  moneyInShort(BigInt(Math.max(0, Math.floor((baseline - left) / 4))), currency);

/** Whether the answer, of the largest factor, stops as much as was asked for. */
const isEnough = (last: BudgetAnswer | undefined, { enoughPercent }: BlockRequest): boolean =>
  enoughPercent !== null &&
  last !== undefined &&
  last.answer.strandedQuarters * 100 >= last.answer.baseline.value * enoughPercent;

function withAdvice(prepared: Prepared, answers: readonly BudgetAnswer[], rhos: readonly number[]): BudgetAnswer[] {
  const budgets = [...new Set(answers.map((answer) => answer.budget))];
  return budgets.flatMap((budget) => {
    const ofBudget = answers.filter((answer) => answer.budget === budget);
    const advice: BudgetAnswer = { budget, rhoQuarters: 0, answer: pickAdvice(prepared, ofBudget, rhos) };
    return [[advice], ofBudget].flat();
  });
}

/**
 * The advice maximises the worst value over the factors. For one set a larger factor never strands more, so the worst is
 * that of the largest factor; among the sets that are equal there, the next factor decides, and so on; then fewer
 * nodes, then the ids.
 */
function pickAdvice(prepared: Prepared, answers: readonly BudgetAnswer[], rhos: readonly number[]): BlockAnswer {
  const largest = at(answers, answers.length - 1).answer;
  const left = (members: readonly number[], rho: number): number =>
    Math.min(prepared.left(rho, members), prepared.baseline.value);
  const candidates = answers
    .map(({ answer }) => answer.members)
    .map((members) => ({ members, left: rhos.toReversed().map((rho) => left(members, rho)) }))
    .toSorted((a, b) =>
      compareLists([...a.left, a.members.length, ...a.members], [...b.left, b.members.length, ...b.members]),
    );
  const { members } = at(candidates, 0);
  const { residual, whole } = prepared.at(largest.question.rhoQuarters);
  return { ...largest, members, residual: residual.withoutNodes(members, whole) };
}

function compareLists(left: readonly number[], right: readonly number[]): number {
  const differing = left.findIndex((item, index) => item !== right[index]);
  return differing < 0 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}
