import { dropTables, makeTable, sql, type Database, type Sql, type TableName } from "../store/index.ts";
import { makeJoinedNodes } from "./joined-nodes.ts";
import { nodeKinds } from "./node-kind.ts";
import { parts } from "./relation-table.ts";
import type { ValueTables } from "./value-tables.ts";

/** What a later round may use of the earlier ones. */
export interface RelationInputs extends ValueTables {
  readonly node: TableName;
  readonly relation: TableName;
  readonly verdict: TableName;
}

/**
 * People who have the same part in one organisation share a value: the part, and the number of what was joined or of it
 * alone where it was not. An owner and a director of one name may be father and son, so these share none.
 */
export async function addOrganizationValues(database: Database, inputs: RelationInputs): Promise<void> {
  const joined = await makeJoinedNodes(database, inputs.verdict);
  await addValues(
    database,
    inputs,
    "organization",
    sql`
    select from_no as node_no, relation || ' ' || coalesce(first_no, to_no) as value, statement_id
    from ${inputs.relation}
    join ${inputs.node} as organization on organization.node_no = to_no
    left join ${joined} as joined on joined.node_no = to_no
    where relation in (select unnest(${parts})) and kind in (${nodeKinds.organization}, ${nodeKinds.party})`,
  );
}

/** People who deal with one firm share a value, as those who belong to it do. */
export async function addCounterpartyValues(
  database: Database,
  inputs: RelationInputs & { readonly statement: TableName },
): Promise<void> {
  const joined = await makeJoinedNodes(database, inputs.verdict);
  const end = (kinds: readonly number[]): Sql => sql`
    select statement.entity_id as payment_id, prop, node_no, statement_id
    from ${inputs.statement} as statement join ${inputs.node} as node on node.entity_id = value
    where prop in ('payer', 'beneficiary') and kind in (select unnest(${kinds}))`;
  // A ledger may hold a million payments between firms: the few ends that are people are looked up first.
  const person = await makeTable(database, "match_person_end", end([nodeKinds.person, nodeKinds.party]));
  await addValues(
    database,
    inputs,
    "counterparty",
    sql`
    select person.node_no, coalesce(first_no, firm.node_no)::varchar as value, firm.statement_id
    from (${end([nodeKinds.organization])}) as firm
    join ${person} as person using (payment_id)
    left join ${joined} as joined on joined.node_no = firm.node_no
    where person.prop <> firm.prop`,
  );
  await dropTables(database, person);
}

/** Accounts that one party holds share a value. */
export async function addHolderValues(database: Database, inputs: RelationInputs): Promise<void> {
  const joined = await makeJoinedNodes(database, inputs.verdict);
  await addValues(
    database,
    inputs,
    "holder",
    sql`
    select to_no as node_no, coalesce(first_no, from_no)::varchar as value, statement_id
    from ${inputs.relation} left join ${joined} on node_no = from_no where relation = 'holds'`,
  );
}

async function addValues(
  database: Database,
  { value, holding }: ValueTables,
  facet: "organization" | "counterparty" | "holder",
  query: Sql,
): Promise<void> {
  const shared = await makeTable(database, "match_shared", query);
  await database.run(sql`insert into ${value}
    select (select coalesce(max(value_no), -1) from ${value}) + row_number() over (order by value), ${facet}, ${facet}, value
    from (select distinct value from ${shared})`);
  await database.run(sql`insert into ${holding}
    select node_no, value_no, min(statement_id)
    from ${shared} join ${value} using (value) where facet = ${facet}
    group by node_no, value_no`);
  await dropTables(database, shared);
}
