import type { BlockQuestion } from "../question/block-problem.ts";
import { solveBlockSet, type BlockAnswer, type BlockSearch, type Prepared } from "../solve/block-set.ts";

/** The cheapest set that strands enough. */
export interface Fewest {
  /** The answer for the least budget that was found enough; null where the question's own budget is not enough. */
  readonly answer: BlockAnswer | null;
  /** Whether it is proved that no smaller budget, or where there is no answer not even this one, is enough. */
  readonly isProved: boolean;
}

/**
 * Finds the least budget, up to the question's, whose best set strands at least so many per cent (whole, 1 to 100) of what
 * can flow as seen. Budgets are halved, as a larger one never strands less. The time limit counts for each of the few
 * budgets that are tried.
 */
export async function findFewest(
  prepared: Prepared,
  question: BlockQuestion,
  { percent, ...search }: BlockSearch & { readonly percent: number },
): Promise<Fewest> {
  const wanted = (BigInt(prepared.baseline.value) * BigInt(percent) + 99n) / 100n;
  const mostLeft = prepared.baseline.value - Number(wanted);
  const solve = (budget: number, hints: readonly (readonly number[])[]): Promise<BlockAnswer> =>
    solveBlockSet(prepared, { ...question, budget }, { ...search, hints });
  const unblocked = prepared.at(question.rhoQuarters).whole.value;
  if (unblocked <= mostLeft) return { answer: await solve(0, []), isProved: true };
  const largest = await solve(question.budget, search.hints ?? []);
  if (largest.residual.value > mostLeft) return { answer: null, isProved: largest.boundQuarters > mostLeft };
  let [tooLittle, enough] = [0, question.budget];
  let best = largest;
  let isProved = true;
  while (enough - tooLittle > 1) {
    const budget = Math.floor((tooLittle + enough) / 2);
    const answer = await solve(budget, [...(search.hints ?? []), best.members]);
    if (answer.residual.value <= mostLeft) [best, enough] = [answer, budget];
    else [isProved, tooLittle] = [answer.boundQuarters > mostLeft, budget];
  }
  return { answer: best, isProved };
}
