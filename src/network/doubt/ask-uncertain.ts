import { at } from "../../base/index.ts";
import { integer, makeTable, sql, text, type Database, type TableName } from "../../store/index.ts";
import { rows as confidenceRows } from "../generated/source-confidence.ts";
import type { Prepared } from "../solve/block-set.ts";
import { makeSolver } from "../solve/solver.ts";
import type { BlockRequest } from "../answer/block-request.ts";
import { putQuestion } from "../answer/put-question.ts";
import { toMinorDown, toMinorUp } from "../answer/round-quarters.ts";
import { solveBudgets, type BlockRun } from "../answer/solve-all.ts";
import type { BlockSource } from "../answer/write-rows.ts";

/** What an advice is worth when nobody knows which sources are sound. Amounts in minor units of the case currency. */
export interface Uncertain {
  /** How many worlds were drawn to choose in, and as many more to judge in. */
  readonly worlds: number;
  /** Sources that stand or fall together, and how often each is sound in the worlds, per cent of what its grade says. */
  readonly sources: readonly { readonly label: string; readonly percent: number }[];
  /** What can flow in the worlds: least, in the middle, most. */
  readonly canFlow: readonly [number, number, number];
  /** How often each node is in the best set of a world, most often first. */
  readonly chosen: readonly { readonly id: string; readonly worlds: number }[];
  /** The advice, and the set that strands most on average; each judged in worlds that took no part in the choice. */
  readonly advice: JudgedSet;
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
 * unsound ones tell a part is dropped. In each world the best set of the largest budget is sought. Of all sets that were
 * best in one, and the advice, the steadiest strands most on average; both are then judged in worlds of their own. A source
 * that retells another stands and falls with it. The same case gives the same worlds.
 */
export async function askUncertain(
  source: BlockSource,
  request: BlockRequest,
  { run, advice, worlds }: { readonly run: BlockRun; readonly advice: readonly string[]; readonly worlds: number },
): Promise<Uncertain | { readonly refusal: string }> {
  const seen = await putQuestion(source, request);
  if ("refusal" in seen) return seen;
  const { problem } = seen.prepared;
  const ids = (nodes: readonly number[]): string[] => nodes.map((node) => at(problem.nodeIds, node));
  const fixed: BlockRequest = {
    ...request,
    rhoQuarters: [Math.max(...request.rhoQuarters)],
    from: { entities: ids(problem.sources), countries: [] },
    to: { entities: ids(problem.sinks), countries: [] },
  };
  const telling = await makeTelling(source);
  const drawn: Prepared[] = [];
  for (let world = 0; world < 2 * worlds; world += 1) {
    const put = await putQuestion(await worldOf(source, telling, world), fixed);
    if ("refusal" in put) return put;
    drawn.push(put.prepared);
  }
  const [chosenIn, judgedIn] = [drawn.slice(0, worlds), drawn.slice(worlds)];
  const best = await bestSets(chosenIn, fixed, { ...run, advice });
  const counts = new Map<string, number>();
  for (const set of best) for (const id of set) counts.set(id, (counts.get(id) ?? 0) + 1);
  const candidates = [advice, ...best].map((members) => ({ members, ...judge(chosenIn, fixed, members) }));
  const steadiest = candidates.reduce((top, each) => (each.mean > top.mean ? each : top), at(candidates, 0));
  const flows = drawn.map((each) => toMinorDown(each.baseline.value)).toSorted((left, right) => left - right);
  return {
    worlds,
    sources: await readSources(source.database, telling),
    canFlow: [at(flows, 0), at(flows, Math.floor(flows.length / 2)), at(flows, flows.length - 1)],
    chosen: [...counts]
      .map(([id, times]) => ({ id, worlds: times }))
      .toSorted((left, right) => right.worlds - left.worlds || (left.id < right.id ? -1 : 1)),
    advice: { members: advice, ...judge(judgedIn, fixed, advice) },
    steadiest: { members: steadiest.members, ...judge(judgedIn, fixed, steadiest.members) },
  };
}

async function bestSets(
  worlds: readonly Prepared[],
  request: BlockRequest,
  { advice, ...run }: BlockRun & { readonly advice: readonly string[] },
): Promise<string[][]> {
  const solver = makeSolver();
  try {
    const sets: string[][] = [];
    for (const [index, prepared] of worlds.entries()) {
      run.progress?.(index, worlds.length, "worlds");
      const hints = [membersIn(prepared, advice), ...sets.map((set) => membersIn(prepared, set))];
      const answers = await solveBudgets(prepared, request, {
        now: run.now,
        signal: run.signal,
        solver,
        from: request.budget,
        hints,
      });
      const members = answers.find(({ rhoQuarters }) => rhoQuarters === 0)?.answer.members ?? [];
      sets.push(members.map((node) => at(prepared.problem.nodeIds, node)));
    }
    return sets;
  } finally {
    await solver.close();
  }
}

function judge(
  worlds: readonly Prepared[],
  { rhoQuarters }: BlockRequest,
  members: readonly string[],
): Omit<JudgedSet, "members"> {
  const stranded = worlds.map((prepared) => {
    const canFlow = toMinorDown(prepared.baseline.value);
    return canFlow - Math.min(canFlow, toMinorUp(prepared.left(at(rhoQuarters, 0), membersIn(prepared, members))));
  });
  const sum = stranded.reduce((total, minor) => total + minor, 0);
  return { mean: Math.floor(sum / Math.max(stranded.length, 1)), least: Math.min(...stranded) };
}

function membersIn({ problem }: Prepared, ids: readonly string[]): number[] {
  const wanted = new Set(ids);
  return [...problem.nodeIds.keys()].filter((node) => wanted.has(at(problem.nodeIds, node)));
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

/** The flows of one world: what a sound source tells, and a part of what only others do. Drawn by hashes, so always the same. */
async function worldOf({ database, table }: BlockSource, telling: TableName, world: number): Promise<BlockSource> {
  const kept = await makeTable(
    database,
    `network_world_${world}`,
    sql`select * from ${table("flow")} semi join (
      select payment_id from ${telling} group by payment_id
      having bool_or(hash(origin, ${world}::integer) % 100 < percent)
        or hash(payment_id, ${world}::integer, 'kept') % 100 < ${percentOf.get("unsound-kept") ?? 50}::integer) using (payment_id)`,
  );
  return { database, table: (each) => (each === "flow" ? kept : table(each)) };
}
