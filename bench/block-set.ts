import { performance } from "node:perf_hooks";
import {
  makeSolver,
  proofText,
  prepareProblem,
  solveBlockSet,
  type BlockProblem,
  type Solver,
} from "../src/network/index.ts";
import { readNetworkFile, toProblem } from "./block-set/network-file.ts";

/** What the bench says of one file and budget; amounts in the file's unit, `optimum` null where the file states none. */
interface BlockSetFigures {
  readonly file: string;
  readonly budget: number;
  readonly residual: number;
  readonly optimum: number | null;
  readonly proof: string;
  readonly cpuSeconds: number;
  readonly firstAnswerSeconds: number;
  readonly firstAnswerResidual: number;
}

/** Solves each file's network at each of its budgets as seen (rho 1), with a limit of 120 s each. */
export async function blockSetBench(files: readonly string[]): Promise<BlockSetFigures[]> {
  const solver = makeSolver();
  const figures: BlockSetFigures[] = [];
  try {
    for (const file of files) {
      const network = readNetworkFile(file);
      const problem = toProblem(network);
      for (const { budget, optimalResidualFlow } of network.results) {
        const measured = await measure(problem, budget, solver);
        figures.push({ file, budget, optimum: optimalResidualFlow ?? null, ...measured });
      }
    }
  } finally {
    await solver.close();
  }
  return figures;
}

async function measure(problem: BlockProblem, budget: number, solver: Solver) {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const first: { seconds: number; quarters: number }[] = [];
  const answer = await solveBlockSet(
    prepareProblem(problem),
    { budget, rhoQuarters: 4, collateralMaxMinor: null },
    {
      solver,
      timeLimitSeconds: 120,
      now: () => performance.now(),
      onProgress: (quarters) => {
        if (first.length === 0) first.push({ seconds: (performance.now() - startedAt) / 1000, quarters });
      },
    },
  );
  const cpu = process.cpuUsage(cpuBefore);
  return {
    residual: answer.residual.value / 4,
    proof: proofText(answer.proof),
    cpuSeconds: round((cpu.user + cpu.system) / 1e6),
    firstAnswerSeconds: round(first[0]?.seconds ?? 0),
    firstAnswerResidual: (first[0]?.quarters ?? 0) / 4,
  };
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
