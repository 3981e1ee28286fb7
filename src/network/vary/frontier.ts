import type { BlockQuestion } from "../question/block-problem.ts";
import { solveBlockSet, type BlockAnswer, type BlockSearch, type Prepared } from "../solve/block-set.ts";

/** The answer for one budget of several. */
export interface FrontierStep {
  readonly answer: BlockAnswer;
  /** Members of the set for the budget before that are not in this one: empty where the sets are nested. */
  readonly dropped: readonly number[];
}

/**
 * The best sets for every budget from 1 to the question's. A larger budget never strands less, since each search starts
 * from the set before; but its set need not hold that set: then whoever blocks one by one ends elsewhere (Royset and Wood
 * 2007, INFORMS Journal on Computing 19(2), trace such frontiers). The time limit counts for each budget.
 */
export async function findFrontier(
  prepared: Prepared,
  question: BlockQuestion,
  search: BlockSearch,
): Promise<FrontierStep[]> {
  const steps: FrontierStep[] = [];
  for (let budget = 1; budget <= question.budget; budget += 1) {
    const before = steps.at(-1)?.answer.members ?? [];
    const hints = [...(search.hints ?? []), before];
    const answer = await solveBlockSet(prepared, { ...question, budget }, { ...search, hints });
    const members = new Set(answer.members);
    steps.push({ answer, dropped: before.filter((node) => !members.has(node)) });
  }
  return steps;
}
