import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSampleCase, runCase, trainCase, withCase } from "../src/casefile/index.ts";
import { readArguments } from "./read-arguments.ts";
import { scoreCase } from "./truth/score-case.ts";

const by = { actor: "bench", clock: (): Date => new Date("2026-01-01T00:00:00Z") };

type Score = Awaited<ReturnType<typeof scoreCase>>;

/**
 * The sample case generated anew for each seed, run with its defaults, and scored against its truth. Single figures are
 * medians over the seeds; `worst` holds the worst seed's.
 */
export async function truthBench(args: readonly string[]) {
  const options = readArguments(args, { from: 1, seeds: 20, noise: 1, size: 1 }, ["each", "train"]);
  const scores: Score[] = [];
  for (let seed = options.number("from"); seed < options.number("from") + options.number("seeds"); seed += 1) {
    const score = await scoreSeed(seed, {
      noise: options.number("noise"),
      size: options.number("size"),
      isTrained: options.isOn("train"),
    });
    scores.push(score);
    if (options.isOn("each")) process.stderr.write(`${JSON.stringify({ seed, ...score })}\n`);
  }
  const spread = (read: (score: Score) => number) => spreadOf(scores.map(read));
  return {
    clusters: {
      f1: spread((score) => score.clusters.pairwise.f1),
      peoplePrecision: spread((score) => score.joinsOfPeople.precision),
    },
    payments: { f1: spread((score) => score.payments.pairwise.f1) },
    contradictions: medians(scores, {
      recall: (score) => score.contradictions.all.recall,
      precision: (score) => score.contradictions.all.precision,
    }),
    copies: medians(scores, {
      caught: (score) => score.roots.copiesCaught,
      honestKept: (score) => score.roots.honestKept,
    }),
    cells: medians(scores, { covered: (score) => score.coverage.covered / score.coverage.cells }),
    blockSet: {
      equal: sum(scores.map((score) => score.blockSets.best)),
      of: sum(scores.map((score) => score.blockSets.asked)),
    },
  };
}

async function scoreSeed(
  seed: number,
  { noise, size, isTrained }: { noise: number; size: number; isTrained: boolean },
): Promise<Score> {
  const dir = mkdtempSync(join(tmpdir(), "windfall-truth-"));
  try {
    const sampleDir = join(dir, "sample");
    const settings = ["--seed", String(seed), "--size", String(size), "--noise", String(noise)];
    execFileSync(process.execPath, ["--import", "tsx", "examples/harbour/main.ts", "--out", sampleDir, ...settings], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const caseDir = join(dir, "case");
    await makeSampleCase(caseDir, { sampleDir, ofacDir: "resources/lists/ofac-2021-07" }, by);
    return await withCase(caseDir, by, async (open) => {
      await runCase(open, () => undefined);
      if (isTrained) {
        await trainCase(open, { actor: "bench", isShipped: false });
        await runCase(open, () => undefined);
      }
      return scoreCase(open, sampleDir);
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

type Reads = Readonly<Record<string, (score: Score) => number>>;

function medians(scores: readonly Score[], reads: Reads) {
  const spreads = Object.entries(reads).map(([name, read]) => ({ name, ...spreadOf(scores.map(read)) }));
  return {
    ...Object.fromEntries(spreads.map(({ name, median }) => [name, median])),
    worst: Object.fromEntries(spreads.map(({ name, worst }) => [name, worst])),
  };
}

function spreadOf(figures: readonly number[]): { median: number; worst: number } {
  const sorted = figures.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  const round = (figure: number | undefined): number => Math.round((figure ?? 0) * 10_000) / 10_000;
  return { median: round(median), worst: round(sorted[0]) };
}
