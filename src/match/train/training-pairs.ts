import { dropTables, integer, makeTable, sql, type Database, type Sql, type TableName } from "../../store/index.ts";
import { groups } from "../match-model.ts";
import { nodeKinds } from "../node-kind.ts";
import type { PreparedMatch } from "../prepare-match.ts";

/** At most so many pairs that were brought together are counted of each group, and so many drawn at random. */
const metMax = 150_000;
const drawn = 150_000;

/** The groups whose weights are learnt: things of other kinds are too unlike each other for one estimate. */
export const trainedGroups = ["people", "organizations"] as const;

/** The pairs from which a model is learnt, and how many they stand for. */
export interface TrainingPairs {
  /** train_pair(left_no, right_no, among, is_random, decision): `decision` is same or different where a person decided. */
  readonly pair: TableName;
  /** By group: how many pairs there are in all, and of which part of those brought together a pair of the table is one. */
  readonly counts: ReadonlyMap<number, { readonly allPairs: number; readonly every: number }>;
}

/** Draws the pairs: the same ones from the same case. A decided pair is in it even where nothing brought it together. */
export async function makeTrainingPairs(
  database: Database,
  { node, ranked }: PreparedMatch,
  decision: Sql,
): Promise<TrainingPairs> {
  const pair = await database.temporary(
    "match_train_pair",
    "left_no integer, right_no integer, among utinyint, is_random boolean, decision varchar",
  );
  const decided = await makeTable(
    database,
    "match_decided",
    sql`select least(one.node_no, other.node_no) as left_no, greatest(one.node_no, other.node_no) as right_no, decision,
        case when ${nodeKinds.organization} in (one.kind, other.kind) then ${groups.organizations} else ${groups.people} end as among
      from (${decision}) join ${node} as one on one.entity_id = left_id join ${node} as other on other.entity_id = right_id
      where decision in ('same', 'different')
        and one.kind in (${nodeKinds.person}, ${nodeKinds.party}, ${nodeKinds.organization})
        and other.kind in (${nodeKinds.person}, ${nodeKinds.party}, ${nodeKinds.organization})`,
  );
  await database.run(sql`insert into ${pair} select left_no, right_no, among, false, decision from ${decided}`);
  const counts = new Map<number, { allPairs: number; every: number }>();
  for (const group of trainedGroups) {
    const among = groups[group];
    const { met } = await database.row(sql`select count(*) as met from ${ranked} where among = ${among}`, {
      met: integer,
    });
    const every = Math.max(1, Math.ceil(met / metMax));
    await database.run(sql`insert into ${pair} select left_no, right_no, among, false, null
      from ${ranked} anti join ${decided} using (left_no, right_no)
      where among = ${among} and hash(left_no, right_no) % ${every}::ubigint = 0`);
    counts.set(among, { allPairs: await drawPairs(database, { pair, node, group }), every });
  }
  return { pair, counts };
}

/** Draws pairs of a group at random; returns how many pairs there are that could have been drawn. */
async function drawPairs(
  database: Database,
  { pair, node, group }: { pair: TableName; node: TableName; group: (typeof trainedGroups)[number] },
): Promise<number> {
  const among = groups[group];
  const kind = group === "people" ? nodeKinds.person : nodeKinds.organization;
  const member = await makeTable(
    database,
    "match_train_member",
    sql`select (row_number() over (order by node_no) - 1)::integer as place, node_no, kind, list, is_listed
      from ${node} where kind in (${kind}, ${nodeKinds.party})`,
  );
  const { members } = await database.row(sql`select count(*) as members from ${member}`, { members: integer });
  if (members < 2) return 0;
  const draw = await makeTable(
    database,
    "match_draw",
    sql`select distinct least(one, other) as one_place, greatest(one, other) as other_place
      from (select (hash(draw, 1) % ${members}::ubigint)::integer as one, (hash(draw, 2) % ${members}::ubigint)::integer as other
        from range(${drawn}) as draws(draw))
      where one <> other`,
  );
  const kept = await makeTable(
    database,
    "match_drawn_pair",
    sql`select least(one.node_no, other.node_no) as left_no, greatest(one.node_no, other.node_no) as right_no
      from ${draw} join ${member} as one on one.place = one_place join ${member} as other on other.place = other_place
      where not (one.is_listed and other.is_listed and one.list = other.list) and (${group === "people"} or ${kind} in (one.kind, other.kind))`,
  );
  await database.run(
    sql`insert into ${pair} select left_no, right_no, ${among}::utinyint, true, null from ${kept} order by left_no, right_no`,
  );
  const { keptPairs, draws } = await database.row(
    sql`select (select count(*) from ${kept}) as "keptPairs", (select count(*) from ${draw}) as draws`,
    { keptPairs: integer, draws: integer },
  );
  await dropTables(database, kept, draw, member);
  return Math.round(((members * (members - 1)) / 2) * (keptPairs / Math.max(draws, 1)));
}
