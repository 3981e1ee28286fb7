import { askAgain } from "../doubt/ask-again.ts";
import type { BlockRequest } from "./block-request.ts";
import { readCoverage } from "./coverage.ts";
import { putQuestion } from "./put-question.ts";
import { solveBudgets, type BlockRun } from "./solve-all.ts";
import { makeSolver } from "../solve/solver.ts";
import { refusedRow, writeRows, type BlockSetRow, type BlockSource } from "./write-rows.ts";

/**
 * Answers a question from the table `flow`: the best sets for every budget and reroute factor and the advice for each
 * budget, each with its check file and explanation. Writes no shared table. Where the amounts cannot be summed exactly
 * there is one row without members that says so.
 */
export async function answerBlockQuestion(
  source: BlockSource,
  request: BlockRequest,
  run: BlockRun,
): Promise<BlockSetRow[]> {
  const coverage = await readCoverage(
    source.database,
    { payment: source.table("payment"), flow: source.table("flow") },
    request,
  );
  const put = await putQuestion(source, request);
  if ("refusal" in put) return [refusedRow(request, coverage, put.refusal)];
  const solver = makeSolver();
  try {
    const answers = await solveBudgets(put.prepared, request, { ...run, solver });
    const asked = { ...put, answers, coverage };
    const reached = { ...request, budget: Math.max(...answers.map(({ budget }) => budget)), enoughPercent: null };
    const again = await askAgain(source, reached, { run: { ...run, solver }, asked });
    return await writeRows(source, reached, { ...asked, ...again });
  } finally {
    await solver.close();
  }
}
