import { at } from "../../base/index.ts";
import { integer, listOf, makeTable, sql, text, type Database, type TableName } from "../../store/index.ts";
import { inWindow } from "../answer/channel-table.ts";
import type { BlockRequest } from "../answer/block-request.ts";
import { putQuestion, type PutQuestion } from "../answer/put-question.ts";
import { toMinorDown } from "../answer/round-quarters.ts";
import type { BlockRun } from "../answer/solve-all.ts";
import type { BlockSource } from "../answer/write-rows.ts";
import { rows as confidenceRows } from "../generated/source-confidence.ts";
import { intAt } from "../graph/typed-arrays.ts";
import { proofText } from "../solve/proof.ts";
import { makeSolver } from "../solve/solver.ts";
import { solveUncertain, type JudgedMembers } from "./solve-uncertain.ts";
import { uncertainInTime, uncertainNetwork, type UncertainFlow, type UncertainProblem } from "./uncertain-problem.ts";

/** What an advice is worth when nobody knows which sources are sound. Amounts in minor units of the case currency. */
export interface Uncertain {
  /** How many worlds were searched, as many more to choose in, and as many again to judge in. */
  readonly worlds: number;
  /** Sources that stand or fall together, and how often each is sound in the worlds, per cent of what its grade says. */
  readonly sources: readonly { readonly label: string; readonly percent: number }[];
  /** What can flow in the worlds: least, in the middle, most. */
  readonly canFlow: readonly [number, number, number];
  /** How often each node is in the best set of a searched world, most often first. */
  readonly chosen: readonly { readonly id: string; readonly worlds: number }[];
  /** Of the searched worlds, those whose own best set is not proved best. */
  readonly unproved: number;
  /** The advice, judged in worlds that took no part in any choice, as are the others. */
  readonly advice: JudgedSet;
  /** The set that strands most over the searched worlds together, and how well that is proved of these worlds. */
  readonly together: JudgedSet & { readonly proof: string };
  /** Of these and the sets best in one world, the one that strands most in the worlds that were searched and those to choose in. */
  readonly steadiest: JudgedSet;
}

/** A set and what it strands at the largest factor, over the worlds that it is judged in. */
export interface JudgedSet {
  readonly members: readonly string[];
  readonly mean: number;
  readonly least: number;
}

const percentOf: ReadonlyMap<string, number> = new Map(
  confidenceRows.map(([letter = "", percent = ""]) => [letter, Number(percent)]),
);

/**
 * Draws worlds in which each source is sound or not, as often as its grade says, all that it tells alike: of what only
 * unsound ones tell a part is dropped. One set is sought that strands most over all searched worlds together, and in each
 * its own best set. A source that retells another stands and falls with it. The same case gives the same worlds.
 */
export async function askUncertain(
  source: BlockSource,
  request: BlockRequest,
  { run, advice, worlds }: { readonly run: BlockRun; readonly advice: readonly string[]; readonly worlds: number },
): Promise<Uncertain | { readonly refusal: string }> {
  const put = await putQuestion(source, request);
  if ("refusal" in put) return put;
  const telling = await makeTelling(source);
  const uncertain = await readUncertain(source, put, { request, telling });
  const { nodeIds } = put.prepared.problem;
  const wanted = new Set(advice);
  const { budget, collateralMaxMinor, rhoQuarters, timeLimitSeconds } = request;
  const question = { budget, collateralMaxMinor, rhoQuarters: Math.max(...rhoQuarters) };
  const solver = makeSolver();
  try {
    const solved = await solveUncertain(uncertain, question, {
      now: run.now,
      signal: run.signal,
      onScenario: (done, total) => run.progress?.(done, total, "worlds"),
      solver,
      timeLimitSeconds,
      scenarios: worlds,
      seed: "worlds",
      keptPermille: 10 * (percentOf.get("unsound-kept") ?? 50),
      certain: [...nodeIds.keys()].filter((node) => wanted.has(at(nodeIds, node))),
    });
    if (!solved.ok) return { refusal: solved.fault.replace("scenarios", "worlds") };
    const { canFlow, chosen, unproved, certain, sampled, steadiest } = solved.value;
    const idsOf = (members: readonly number[]): string[] => members.map((node) => at(nodeIds, node));
    const told = ({ members, mean, least }: JudgedMembers): JudgedSet => ({
      members: idsOf(members),
      mean: toMinorDown(mean),
      least: toMinorDown(least),
    });
    const flows = canFlow.map(toMinorDown);
    return {
      worlds,
      sources: await readSources(source.database, telling),
      canFlow: [at(flows, 0), at(flows, Math.floor(flows.length / 2)), at(flows, flows.length - 1)],
      chosen: chosen.map(({ node, scenarios }) => ({ id: at(nodeIds, node), worlds: scenarios })),
      unproved,
      advice: { ...told(certain), members: advice },
      together: { ...told(sampled), proof: proofText(sampled.answer.proof) },
      steadiest: told(steadiest),
    };
  } finally {
    await solver.close();
  }
}

/** The payments of a question, each with the sources that stand behind it, on the network that it was put to. */
async function readUncertain(
  { database, table }: BlockSource,
  { prepared: { problem }, inTime }: PutQuestion,
  { request, telling }: { readonly request: BlockRequest; readonly telling: TableName },
): Promise<UncertainProblem> {
  const places = inTime ? { ...inTime.timed, nodeIds: problem.nodeIds } : problem;
  const days = inTime?.timed.times;
  const key = (payer: string, payee: string, day: number | null): string =>
    [payer, payee, ...(days ? [day] : [])].join("\u0000");
  const idOf = (node: number): string => at(problem.nodeIds, node);
  const edges = new Map(
    Array.from(places.payers, (payer, edge) => [
      key(idOf(payer), idOf(intAt(places.payees, edge)), days?.[edge] ?? null),
      edge,
    ]),
  );
  const starts = new Map(problem.sources.map((node, index) => [idOf(node), index]));
  const flows: UncertainFlow[] = [];
  for await (const rows of database.chunks(
    sql`
    with told as (
      select payment_id, list({source: origin, percent: percent} order by origin) as supports
      from ${telling} group by payment_id)
    select payment_id as id, payer_id as payer, payee_id as payee, case_minor as "amountMinor",
      coalesce(date_diff('day', date '1970-01-01', value_to), 0) as day, coalesce(supports, []) as supports
    from ${table("flow")} left join told using (payment_id)
    where case_minor > 0 and payer_id <> payee_id and ${inWindow(request)} and (value_to is not null or ${!days})
    order by payment_id, payer_id, payee_id`,
    {
      id: text,
      payer: text,
      payee: text,
      amountMinor: integer,
      day: integer,
      supports: listOf({ source: text, percent: integer }),
    },
  ))
    for (const { id, payer, payee, amountMinor, day, supports } of rows) {
      const [edge, start] = [edges.get(key(payer, payee, day)) ?? -1, starts.get(payer) ?? -1];
      if (edge < 0 && start < 0) continue;
      const held = supports.map(({ source, percent }) => ({ source, confidencePermille: 10 * percent }));
      flows.push({ id, amountMinor, edge, start, supports: held });
    }
  return inTime ? uncertainInTime(inTime.timed, flows) : uncertainNetwork(problem, flows);
}

/** telling(payment_id, origin, percent): the sources that stand for themselves behind each payment, and how often each is sound. */
async function makeTelling({ database, table }: BlockSource): Promise<TableName> {
  const confidence = await database.temporary("network_confidence", "letter varchar, percent integer");
  await database.append(confidence, { letter: [...percentOf.keys()], percent: [...percentOf.values()] });
  return makeTable(
    database,
    "network_telling",
    sql`
    with recursive link as (
      select child_id, min(parent_id) as parent_id from ${table("source_link")} where parent_id is not null group by child_id),
    origin as (
      select source_id, source_id as origin, 0 as depth from ${table("source")}
      union all
      select origin.source_id, link.parent_id, depth + 1 from origin join link on link.child_id = origin.origin where depth < 20),
    last as (
      select source_id, origin from origin qualify row_number() over (partition by source_id order by depth desc) = 1)
    select distinct payment_id, origin, percent
    from ${table("payment")} join ${table("dataset")} using (dataset_no) join last using (source_id)
    join ${table("source")} as graded on graded.source_id = origin
    join ${confidence} on letter = reliability`,
  );
}

const readSources = (database: Database, telling: TableName): Promise<{ label: string; percent: number }[]> =>
  database.rows(sql`select distinct origin as label, percent from ${telling} order by origin`, {
    label: text,
    percent: integer,
  });
