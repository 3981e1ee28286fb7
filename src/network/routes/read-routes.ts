import { atKey } from "../../base/index.ts";
import {
  closedContactTable,
  integer,
  makeTable,
  sql,
  text,
  type Database,
  type Sql,
  type TableName,
} from "../../store/index.ts";
import { relationTable } from "./relation-table.ts";
import { makeRouteGraph, type RouteGraph } from "./route-graph.ts";

/** The tables that paths are looked for in. */
export interface RouteTables {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly payment: TableName;
  readonly flow: TableName;
  readonly finding: TableName;
  readonly findingStatement: TableName;
  readonly bystander: TableName;
}

/** What is linked by payments and recorded relations, and the tables that say how. */
export interface ReadRoutes {
  readonly graph: RouteGraph;
  readonly relation: TableName;
  /** closed(id): closed contacts of phones, which are on no path. */
  readonly closed: TableName;
}

/** Reads the pairs that payments, relations or both link; a closed contact of a phone is in none. */
export async function readRoutes(
  database: Database,
  tables: RouteTables,
  via: { readonly payments: boolean; readonly relations: boolean },
): Promise<ReadRoutes> {
  const closed = await makeTable(
    database,
    "route_closed",
    sql`select distinct coalesce(canonical_id, entity_id) as id
      from (${closedContactTable({ bystander: tables.bystander, cluster: tables.cluster })})`,
  );
  const relation = await makeTable(database, "route_relation", relationTable(tables));
  const rows: { left: string; right: string; roots: number }[] = [];
  const pairs = pairTable({ flow: tables.flow, relation, closed }, via);
  for await (const chunk of database.chunks(pairs, { left: text, right: text, roots: integer })) rows.push(...chunk);
  const nodeIds = [...new Set(rows.flatMap(({ left, right }) => [left, right]))].toSorted();
  const numberById = new Map(nodeIds.map((id, index) => [id, index]));
  const graph = makeRouteGraph(
    nodeIds,
    rows.map(({ left, right, roots }) => ({ left: atKey(numberById, left), right: atKey(numberById, right), roots })),
  );
  return { graph, relation, closed };
}

const pairTable = (
  { flow, relation, closed }: { readonly flow: TableName; readonly relation: TableName; readonly closed: TableName },
  via: { readonly payments: boolean; readonly relations: boolean },
): Sql => sql`
  with link as (
    select payer_id as a, payee_id as b, roots_least as roots from ${flow} where ${via.payments}
    union all select source_id, target_id, roots from ${relation} where ${via.relations})
  select least(a, b) as "left", greatest(a, b) as "right", max(roots) as roots from link
  where a <> b and a not in (select id from ${closed}) and b not in (select id from ${closed})
  group by 1, 2 order by 1, 2`;
