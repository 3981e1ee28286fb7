import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import {
  makeSolver,
  makeUncertainProblem,
  prepareProblem,
  proofText,
  solveBlockSet,
  solveUncertain,
  type BlockProblem,
  type Solver,
  type UncertainProblem,
} from "../src/network/index.ts";
import { makeNetwork } from "./block-set/make-network.ts";
import { readNetworkFile, toProblem } from "./block-set/network-file.ts";
import { round } from "./figures.ts";
import { makeRandom } from "./random.ts";

/**
 * Networks (files, or one made from a seed) under two doubts. Rerouting: at each factor of `--reroute` the best set, beside
 * the set that is best as seen. Sources: every channel is told by one or two of `--sources` sources of 40 to 100 % (seeded);
 * the set that is best over `--scenarios` worlds together and the steadiest, beside the one that is best if all is real, each
 * judged in worlds that took no part. Amounts in the file's unit.
 */
export async function underDoubtBench(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const networks = positionals.map((file) => ({ file, network: readNetworkFile(file) }));
  if (values.nodes) {
    const shape = { nodes: Number(values.nodes), edges: Number(values.edges ?? 0), seed: Number(values.seed) };
    const network = makeNetwork({ ...shape, isHubby: !values.uniform, budgets: [] });
    networks.push({ file: network.name, network });
  }
  const solver = makeSolver();
  const budgets = values.budget.split(",").map(Number);
  const rows = [];
  try {
    for (const { file, network } of networks) {
      const problem = toProblem(network);
      const uncertain = doubted(problem, { sources: Number(values.sources), seed: values.seed });
      for (const budget of budgets) {
        const asked = { budget, solver, limit: Number(values.limit) };
        rows.push({
          file,
          budget,
          reroute: await sweepReroute(problem, { ...asked, factors: values.reroute.split(",").map(Number) }),
          sources: await sweepSources(uncertain, { ...asked, scenarios: Number(values.scenarios), seed: values.seed }),
        });
      }
    }
  } finally {
    await solver.close();
  }
  return rows;
}

const options = {
  nodes: { type: "string" },
  edges: { type: "string" },
  seed: { type: "string", default: "1" },
  uniform: { type: "boolean", default: false },
  budget: { type: "string", default: "5" },
  reroute: { type: "string", default: "1,1.25,1.5,2,3" },
  scenarios: { type: "string", default: "20" },
  sources: { type: "string", default: "40" },
  limit: { type: "string", default: "60" },
} as const;

interface Asked {
  readonly budget: number;
  readonly solver: Solver;
  /** Seconds for each search. */
  readonly limit: number;
}

const searchOf = ({ solver, limit }: Asked) => ({ solver, timeLimitSeconds: limit, now: () => performance.now() });

async function sweepReroute(problem: BlockProblem, asked: Asked & { readonly factors: readonly number[] }) {
  const prepared = prepareProblem(problem);
  const rows = [];
  const known: (readonly number[])[] = [];
  for (const factor of asked.factors) {
    const rhoQuarters = factor * 4;
    const question = { budget: asked.budget, rhoQuarters, collateralMaxMinor: null };
    const cpu = startCpu();
    const answer = await solveBlockSet(prepared, question, { ...searchOf(asked), hints: known });
    known.push(answer.members);
    const asSeen = Math.min(prepared.left(rhoQuarters, known[0] ?? []), prepared.baseline.value);
    rows.push({
      factor,
      canFlow: prepared.baseline.value / 4,
      stranded: answer.strandedQuarters / 4,
      strandedByBestAsSeen: (prepared.baseline.value - asSeen) / 4,
      proof: proofText(answer.proof),
      cpuSeconds: cpu(),
    });
  }
  return rows;
}

async function sweepSources(
  uncertain: UncertainProblem,
  asked: Asked & { readonly scenarios: number; readonly seed: string },
) {
  const cpu = startCpu();
  const question = { budget: asked.budget, rhoQuarters: 4, collateralMaxMinor: null };
  const { scenarios, seed } = asked;
  const solved = await solveUncertain(uncertain, question, { ...searchOf(asked), scenarios, seed, keptPermille: 0 });
  if (!solved.ok) throw new Error(solved.fault);
  const { certain, sampled, steadiest, unproved } = solved.value;
  const gain = ({ mean }: { readonly mean: number }): number => round((100 * (mean - certain.mean)) / certain.mean);
  return {
    scenarios,
    certain: certain.mean / 4,
    sampled: sampled.mean / 4,
    sampledGainPercent: gain(sampled),
    proof: proofText(sampled.answer.proof),
    steadiest: steadiest.mean / 4,
    steadiestGainPercent: gain(steadiest),
    unproved,
    cpuSeconds: cpu(),
  };
}

/** Each channel told by one of so many sources, one in five by a second; a source is sound in 40 to 100 % of worlds. */
function doubted(
  problem: BlockProblem,
  { sources, seed }: { readonly sources: number; readonly seed: string },
): UncertainProblem {
  const random = makeRandom(`doubt ${seed}`, 0);
  const confidences = Array.from({ length: sources }, () => 400 + random.below(601));
  const told = () => {
    const source = random.below(sources);
    return { source: `s${source}`, confidencePermille: confidences[source] ?? 0 };
  };
  const id = (node: number | undefined): string => problem.nodeIds[node ?? -1] ?? "";
  const made = makeUncertainProblem({
    flows: Array.from(problem.payers, (payer, edge) => ({
      payer: id(payer),
      payee: id(problem.payees[edge]),
      amountMinor: problem.amountsMinor[edge] ?? 0,
      supports: random.isOneIn(5, 1) ? [told(), told()] : [told()],
    })),
    sources: problem.sources.map(id),
    sinks: problem.sinks.map(id),
    isBlockable: (node) => problem.blockable[problem.nodeIds.indexOf(node)] === 1,
    costs: new Map(problem.nodeIds.map((node, index) => [node, problem.costs[index] ?? 1])),
  });
  if (!made.ok) throw new Error(made.fault);
  return made.value;
}

/** Starts to count; asked, says the processor seconds since. */
function startCpu(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return round((user + system) / 1e6);
  };
}
