import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scoreAnswer, scoreClusters, type Answer } from "../../examples/harbour/score.ts";
import type { Truth } from "../../examples/harbour/truth.ts";
import type { OpenCase } from "../../src/casefile/index.ts";
import { answerBlockQuestions } from "./block-questions.ts";
import { caseAnswer } from "./case-answer.ts";
import { truePaths } from "./true-paths.ts";

/** Scores a sample case that was run against the truth beside its material. */
export async function scoreCase(open: OpenCase, sampleDir: string) {
  const truth: Truth = JSON.parse(readFileSync(join(sampleDir, "truth.json"), "utf8"));
  const said = await caseAnswer(open, truth, await truePaths(open, truth, join(sampleDir, "material")));
  const answer: Answer = { ...said, blockSets: await answerBlockQuestions(truth, sampleDir) };
  return {
    clusters: scoreClusters(truth, answer, ["Person", "Company", "Bank", "BankAccount"]),
    ...scoreAnswer(truth, answer),
  };
}
