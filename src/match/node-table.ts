import { dropTables, makeTable, sql, text, type Database, type TableName } from "../store/index.ts";
import type { MatchContext } from "./match-context.ts";
import { kindOf, matchableSchemata, nodeKinds } from "./node-kind.ts";

/**
 * node(node_no, entity_id, kind, dataset_no, list): every entity to match, numbered by its id. `list` names the public
 * list or the hand-over in which it stands, its earliest; `is_listed` tells the first from the second.
 */
export async function makeNodes({ database, table }: MatchContext): Promise<TableName> {
  const entity = await makeTable(
    database,
    "match_entity",
    sql`select entity_id, string_agg(distinct schema, ' ' order by schema) as schemata, min(dataset_no) as dataset_no
      from (select distinct entity_id, schema, dataset_no from ${table("statement")}
        where schema in (select unnest(${matchableSchemata})))
      group by entity_id`,
  );
  const found = await database.rows(sql`select distinct schemata from ${entity} order by schemata`, { schemata: text });
  const kind = await database.temporary("match_kind", "schemata varchar, kind utinyint");
  await database.append(kind, {
    schemata: found.map(({ schemata }) => schemata),
    kind: found.map(({ schemata }) => nodeKinds[kindOf(schemata.split(" "))]),
  });
  const node = await makeTable(
    database,
    "match_node",
    sql`select (row_number() over (order by entity_id) - 1)::integer as node_no, entity_id, kind,
        coalesce(dataset.series, dataset.dataset, '') as list, dataset.series is not null as is_listed
      from ${entity} as entity
      join ${kind} as kind using (schemata)
      left join ${table("dataset")} as dataset using (dataset_no)`,
  );
  await dropTables(database, entity, kind);
  return node;
}

/** A hand-over keeps entities apart if it names at most this many in a thousand more often than once. */
const repeatedMax = 100;

/**
 * The same nodes, where a party whose every name is a company's name counts as an organisation; and with `is_tidy`:
 * whether its hand-over keeps entities apart, as a register does, and does not name them anew in every row, as a ledger.
 */
export async function settleParties(
  database: Database,
  tables: {
    readonly node: TableName;
    readonly holding: TableName;
    readonly nameFeature: TableName;
  },
): Promise<TableName> {
  return makeTable(
    database,
    "match_settled_node",
    sql`with named as (
        select node_no, bool_and(is_company) as is_company, min(value_no) as first_name
        from ${tables.holding} join ${tables.nameFeature} using (value_no) group by node_no),
      tidy as (
        select list, count(*) * 1000 <= count(distinct first_name) * ${1000 + repeatedMax} as is_tidy
        from ${tables.node} join named using (node_no) group by list)
      select node_no, entity_id, list, is_listed, coalesce(is_tidy, true) as is_tidy,
        case when kind = ${nodeKinds.party} and is_company then ${nodeKinds.organization} else kind end::utinyint as kind
      from ${tables.node} left join named using (node_no) left join tidy using (list)`,
  );
}
