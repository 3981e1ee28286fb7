import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import {
  makeSolver,
  proofText,
  prepareProblem,
  solveBlockSet,
  type BlockProblem,
  type Solver,
} from "../src/network/index.ts";
import { makeNetwork } from "./block-set/make-network.ts";
import { measureRivals, type Rivals } from "./block-set/rivals.ts";
import { readNetworkFile, toProblem } from "./block-set/network-file.ts";
import { measureSolverPeers, type SolverPeer } from "./block-set/solver-peers.ts";

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
  /** The largest resident memory of the process so far. */
  readonly peakMb: number;
  readonly rivals?: Rivals & { readonly solvers: readonly SolverPeer[] };
}

/**
 * Solves networks at each of their budgets as seen (rho 1), with a limit of 120 s each: files, or a made one (`--nodes N
 * --edges N --seed N --uniform --budget N,N`). With `--rivals` also what other ways of choosing strand, and what native HiGHS
 * and OR-Tools make of the exported model, where the Python has them: that of `--python`, of `WINDFALL_PEERS_PYTHON`, or
 * the `python3` of the PATH.
 */
export async function blockSetBench(args: readonly string[]): Promise<BlockSetFigures[]> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const networks = positionals.map((file) => ({ file, network: readNetworkFile(file) }));
  if (values.nodes) {
    const shape = { nodes: Number(values.nodes), edges: Number(values.edges ?? 0), seed: Number(values.seed) };
    const budgets = values.budget.split(",").map(Number);
    const network = makeNetwork({ ...shape, isHubby: !values.uniform, budgets });
    networks.push({ file: network.name, network });
  }
  const solver = makeSolver();
  const figures: BlockSetFigures[] = [];
  try {
    for (const { file, network } of networks) {
      const problem = toProblem(network);
      for (const { budget, optimalResidualFlow } of network.results) {
        const { answer, ...measured } = await measure(problem, budget, solver);
        const asked = { network: network.name, budget, python: pythonOf(values.python) };
        const rivals = values.rivals && {
          ...(await measureRivals(prepareProblem(problem), budget, answer.strandedQuarters)),
          solvers: await measureSolverPeers(prepareProblem(problem), asked),
        };
        figures.push({ file, budget, optimum: optimalResidualFlow ?? null, ...measured, ...(rivals && { rivals }) });
      }
    }
  } finally {
    await solver.close();
  }
  return figures;
}

const options = {
  nodes: { type: "string" },
  edges: { type: "string" },
  seed: { type: "string", default: "1" },
  uniform: { type: "boolean", default: false },
  budget: { type: "string", default: "3,5,10" },
  rivals: { type: "boolean", default: false },
  python: { type: "string" },
} as const;

const pythonOf = (given: string | undefined): string => given ?? process.env["WINDFALL_PEERS_PYTHON"] ?? "python3";

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
    answer,
    residual: answer.residual.value / 4,
    proof: proofText(answer.proof),
    cpuSeconds: round((cpu.user + cpu.system) / 1e6),
    firstAnswerSeconds: round(first[0]?.seconds ?? 0),
    firstAnswerResidual: (first[0]?.quarters ?? 0) / 4,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1000),
  };
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
