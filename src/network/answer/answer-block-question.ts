import { at } from "../../base/index.ts";
import { prepareProblem } from "../solve/block-set.ts";
import type { BlockRequest } from "./block-request.ts";
import { readChannels, type Channels } from "./channel-table.ts";
import { readCoverage, type Coverage } from "./coverage.ts";
import { effectOf } from "./explain-set.ts";
import type { Explanation } from "./explanation.ts";
import { findEnds, numbersOf } from "./find-ends.ts";
import { findNamed, type EntityTables, type Named } from "./find-named.ts";
import { makeCaseProblem } from "./make-case-problem.ts";
import { solveAll, type BlockRun } from "./solve-all.ts";
import { refusedRow, writeRows, type BlockSetRow, type BlockSource, type Solved } from "./write-rows.ts";

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
  const solved = await solveRequest(source, request, run);
  if ("refusal" in solved) return [refusedRow(request, coverage, solved.refusal)];
  const withoutOutsized = await askWithoutOutsized(source, request, { run, coverage, solved });
  return writeRows(source, request, { ...solved, coverage, withoutOutsized });
}

type Found = Pick<Solved, "prepared" | "answers" | "ends">;

async function solveRequest(
  source: BlockSource,
  request: BlockRequest,
  run: BlockRun,
): Promise<Found | { readonly refusal: string }> {
  const channels = await readChannels(source.database, source.table("flow"), request);
  if ("refusal" in channels) return channels;
  const { ends, protectedNodes } = await chooseNodes(source, channels, request);
  const problem = makeCaseProblem(channels, ends, protectedNodes);
  if ("refusal" in problem) return problem;
  const prepared = prepareProblem(problem);
  return { prepared, ends, answers: await solveAll(prepared, request, run) };
}

/** Asks again without the few payments that are out of all proportion: slips of one book, or the heart of the matter. */
async function askWithoutOutsized(
  source: BlockSource,
  request: BlockRequest,
  { run, coverage, solved }: { readonly run: BlockRun; readonly coverage: Coverage; readonly solved: Found },
): Promise<Explanation["withoutOutsized"]> {
  const { outsized } = coverage;
  if (outsized.payments === 0 || solved.answers.some(({ answer }) => answer.isCutShort)) return null;
  const amountMaxMinor = Number(outsized.aboveMinor);
  const again = await solveRequest(source, { ...request, amountMaxMinor }, run);
  if ("refusal" in again) return null;
  const { prepared, answers } = again;
  const advice = answers.find(({ budget, rhoQuarters }) => budget === request.budget && rhoQuarters === 0)?.answer;
  return {
    members: (advice?.members ?? []).map((node) => at(prepared.problem.nodeIds, node)),
    effects: request.rhoQuarters.map((rho) => effectOf(prepared, rho, advice?.members ?? [])),
  };
}

async function chooseNodes({ database, table }: BlockSource, channels: Channels, request: BlockRequest) {
  const tables: EntityTables = { statement: table("statement"), cluster: table("cluster") };
  const named = async (setting: BlockRequest["from"]): Promise<Named | null> =>
    setting ? findNamed(database, tables, setting) : null;
  const kept = await findNamed(database, tables, { entities: request.protect, countries: [] });
  return {
    ends: findEnds(channels, await named(request.from), await named(request.to)),
    protectedNodes: numbersOf(channels, kept.ids),
  };
}
