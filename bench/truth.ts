import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scoreAnswer, scoreClusters, type Answer } from "../examples/harbour/score.ts";
import type { Truth } from "../examples/harbour/truth.ts";
import { makeSampleCase, runCase, withCase } from "../src/casefile/index.ts";
import { readArguments } from "./read-arguments.ts";
import { caseAnswer } from "./truth/case-answer.ts";
import { answerBlockQuestions } from "./truth/block-questions.ts";
import { truePaths } from "./truth/true-paths.ts";

const by = { actor: "bench", clock: (): Date => new Date("2026-01-01T00:00:00Z") };

/** The sample case generated anew for each seed, run with its defaults, and scored against its truth. */
export async function truthBench(args: readonly string[]) {
  const options = readArguments(args, { from: 1, seeds: 20, noise: 1, size: 1 }, ["each"]);
  const scores: Awaited<ReturnType<typeof scoreSeed>>[] = [];
  for (let seed = options.number("from"); seed < options.number("from") + options.number("seeds"); seed += 1) {
    const score = await scoreSeed(seed, options.number("noise"), options.number("size"));
    scores.push(score);
    if (options.isOn("each")) process.stderr.write(`${JSON.stringify({ seed, ...score })}\n`);
  }
  const of = (read: (score: (typeof scores)[number]) => number) => spread(scores.map(read));
  return {
    clusters: {
      f1: of((score) => score.clusters.pairwise.f1),
      peoplePrecision: of((score) => score.joinsOfPeople.precision),
    },
    payments: { f1: of((score) => score.payments.pairwise.f1) },
    contradictions: {
      recall: of((score) => score.contradictions.all.recall),
      precision: of((score) => score.contradictions.all.precision),
    },
    copies: { caught: of((score) => score.roots.copiesCaught), honestKept: of((score) => score.roots.honestKept) },
    cells: { covered: of((score) => score.coverage.covered / score.coverage.cells) },
    blockSet: {
      equal: sum(scores.map((score) => score.blockSets.best)),
      of: sum(scores.map((score) => score.blockSets.asked)),
    },
  };
}

async function scoreSeed(seed: number, noise: number, size: number) {
  const dir = mkdtempSync(join(tmpdir(), "windfall-truth-"));
  try {
    const sampleDir = join(dir, "sample");
    const settings = ["--seed", String(seed), "--size", String(size), "--noise", String(noise)];
    execFileSync(process.execPath, ["--import", "tsx", "examples/harbour/main.ts", "--out", sampleDir, ...settings], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const truth: Truth = JSON.parse(readFileSync(join(sampleDir, "truth.json"), "utf8"));
    const caseDir = join(dir, "case");
    await makeSampleCase(caseDir, { sampleDir, ofacDir: "resources/lists/ofac-2021-07" }, by);
    return await withCase(caseDir, by, async (open) => {
      await runCase(open, () => undefined);
      const said = await caseAnswer(open, truth, await truePaths(open, truth, join(sampleDir, "material")));
      const answer: Answer = { ...said, blockSets: await answerBlockQuestions(truth, sampleDir) };
      return {
        clusters: scoreClusters(truth, answer, ["Person", "Company", "Bank", "BankAccount"]),
        ...scoreAnswer(truth, answer),
      };
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

function spread(figures: readonly number[]): { median: number; worst: number } {
  const sorted = figures.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  const round = (figure: number | undefined): number => Math.round((figure ?? 0) * 10_000) / 10_000;
  return { median: round(median), worst: round(sorted[0]) };
}
