import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { at } from "../src/base/index.ts";
import {
  findTimedFlow,
  makeSolver,
  makeTimedProblem,
  prepareProblem,
  prepareTimed,
  proofText,
  solveBlockSet,
  type TimedProblem,
} from "../src/network/index.ts";
import { hashOfFile, round } from "./figures.ts";
import { compareCutDown } from "./temporal/cut-down.ts";
import { findNetEnds } from "./temporal/net-ends.ts";
import { readTransfers } from "./temporal/read-transfers.ts";

/**
 * The largest flow in time order through a file of timed payments, beside the one without time, the best block set of
 * both, and cut-down cases against brute force. Without `--from` and `--to` the ends are the `--ends` accounts that
 * pay most more than they receive, and as many that receive most more than they pay.
 */
export async function temporalFlowBench(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const file = at(positionals, 0);
  const started = performance.now();
  const transfers = readTransfers(file);
  const readAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const net = findNetEnds(transfers, Number(values.ends));
  const sources = values.from?.split(",") ?? net.sources;
  const sinks = values.to?.split(",") ?? net.sinks;
  const made = makeTimedProblem({
    transfers,
    sources,
    sinks,
    isBlockable: () => true,
    leastStay: Number(values.stay),
  });
  if (!made.ok) throw new Error(made.fault);
  const timed = made.value;
  const flow = findTimedFlow(timed, 4);
  const flowCpu = process.cpuUsage(cpuBefore);
  const flowSeconds = (performance.now() - readAt) / 1000;
  const withoutTime = prepareProblem(timed.problem).baseline.value;
  return {
    file,
    input: hashOfFile(file),
    accounts: timed.problem.nodeIds.length,
    transfers: transfers.length,
    ends: `${values.from ? "as given" : `the ${sources.length} that pay most more than they receive`} to ${values.to ? "those given" : `the ${sinks.length} that receive most more than they pay`}`,
    sameTime: timed.leastStay === 0 ? "money can go on at the time it came" : `money stays ${timed.leastStay} at least`,
    valueMinor: flow.valueQuarters / 4,
    withoutTimeMinor: withoutTime / 4,
    timesOverstated: round(withoutTime / flow.valueQuarters),
    paths: flow.paths.length,
    liveTransfers: flow.liveTransfers,
    copies: flow.copies,
    arcs: flow.arcs,
    readSeconds: round((readAt - started) / 1000),
    flowSeconds: round(flowSeconds),
    flowCpuSeconds: round((flowCpu.user + flowCpu.system) / 1e6),
    bruteForce: compareCutDown(timed, flow, 100),
    blockSets: await blockInTime(timed, values.budget.split(",").map(Number)),
  };
}

const options = {
  from: { type: "string" },
  to: { type: "string" },
  ends: { type: "string", default: "100" },
  stay: { type: "string", default: "0" },
  budget: { type: "string", default: "3,5,10" },
} as const;

/** The best sets in time, and what the set that is best without time strands in time. */
async function blockInTime(timed: TimedProblem, budgets: readonly number[]) {
  const solver = makeSolver();
  const rows = [];
  try {
    for (const budget of budgets) {
      const question = { budget, rhoQuarters: 4, collateralMaxMinor: null };
      const search = { solver, timeLimitSeconds: 60, now: () => performance.now() };
      const cpuBefore = process.cpuUsage();
      const prepared = prepareTimed(timed);
      const answer = await solveBlockSet(prepared, question, search);
      const cpu = process.cpuUsage(cpuBefore);
      const without = await solveBlockSet(prepareProblem(timed.problem), question, search);
      rows.push({
        budget,
        residual: answer.residual.value / 4,
        proof: proofText(answer.proof),
        cpuSeconds: round((cpu.user + cpu.system) / 1e6),
        strandedMinor: answer.strandedQuarters / 4,
        strandedBySetWithoutTimeMinor: (answer.baseline.value - prepared.left(4, without.members)) / 4,
      });
    }
  } finally {
    await solver.close();
  }
  return rows;
}
