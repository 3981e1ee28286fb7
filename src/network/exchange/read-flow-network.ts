import { groupBy } from "../../base/index.ts";
import { commonDescendant, isSchemaName, minorToDecimal } from "../../model/index.ts";
import {
  closedContactTable,
  integer,
  makeTable,
  nullable,
  sql,
  text,
  textList,
  type Database,
  type Sql,
  type TableName,
} from "../../store/index.ts";
import type { FlowNetwork } from "./flow-network.ts";

/** The tables that a network is read from. */
export interface NetworkTables {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly payment: TableName;
  readonly flow: TableName;
  readonly bystander: TableName;
}

/**
 * The channels of the table `flow`: one for each payer, payee and currency, with the statements of the amounts; sorted by
 * payer, payee and currency. Channels that end at a closed contact of a phone are left out and counted.
 */
export async function readFlowNetwork(
  database: Database,
  tables: NetworkTables,
  caseCurrency: string,
): Promise<FlowNetwork> {
  const closed = await makeTable(database, "exchange_closed", closedIds(tables));
  const open = sql`payer_id not in (select id from ${closed}) and payee_id not in (select id from ${closed})`;
  const edges = await database.rows(channelTable(tables, open), {
    payer: text,
    payee: text,
    currency: text,
    minor: text,
    caseMinor: nullable(text),
    payments: integer,
    undated: integer,
    firstDay: nullable(text),
    lastDay: nullable(text),
    rootsLeast: integer,
    rootsMost: integer,
    statements: textList,
  });
  const { leftOut } = await database.row(
    sql`select count(*) as "leftOut" from (
      select distinct payer_id, payee_id, currency from ${tables.flow} where not (${open}))`,
    { leftOut: integer },
  );
  const ids = [...new Set(edges.flatMap(({ payer, payee }) => [payer, payee]))].toSorted();
  const schemata = await schemataOf(database, tables, ids);
  return {
    caseCurrency,
    nodes: ids.map((id) => ({ id, schema: schemata(id) })),
    edges: edges.map(({ minor, caseMinor, ...edge }) => ({
      ...edge,
      amount: minorToDecimal(BigInt(minor), edge.currency),
      caseAmount: caseMinor === null ? null : minorToDecimal(BigInt(caseMinor), caseCurrency),
    })),
    channelsLeftOut: leftOut,
  };
}

const closedIds = ({ bystander, cluster }: NetworkTables): Sql => sql`
  select distinct coalesce(canonical_id, entity_id) as id from (${closedContactTable({ bystander, cluster })})`;

const channelTable = ({ flow, payment, statement }: NetworkTables, open: Sql): Sql => sql`
  with channel as (select * from ${flow} where ${open}),
  cited as (
    select payer_id, payee_id, currency, list(distinct lower(hex(statement_id)) order by lower(hex(statement_id))) as statements
    from channel join ${payment} using (payment_id) join ${statement} using (entity_id)
    where prop = 'amount' group by payer_id, payee_id, currency)
  select payer_id as payer, payee_id as payee, currency, sum(amount_minor)::hugeint::varchar as minor,
    sum(case_minor)::hugeint::varchar as "caseMinor", count(*) as payments,
    count(*) filter (where value_from is null) as undated, min(value_from)::varchar as "firstDay",
    max(value_to)::varchar as "lastDay", min(roots_least) as "rootsLeast", max(roots_least) as "rootsMost",
    coalesce(min(cited.statements), []) as statements
  from channel left join cited using (payer_id, payee_id, currency)
  group by payer_id, payee_id, currency order by payer_id, payee_id, currency`;

async function schemataOf(database: Database, { statement, cluster }: NetworkTables, ids: readonly string[]) {
  const rows = await database.rows(
    sql`
    select distinct canonical_id as id, schema from ${cluster} join ${statement} using (entity_id)
    where canonical_id in (select unnest(${ids}::varchar[])) order by canonical_id, schema`,
    { id: text, schema: text },
  );
  const byId = groupBy(rows, (row) => row.id);
  return (id: string): string => {
    const known = (byId.get(id) ?? []).map((row) => row.schema).filter((schema) => isSchemaName(schema));
    return commonDescendant(known) ?? known[0] ?? "Thing";
  };
}
