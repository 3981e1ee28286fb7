import { at } from "../base/index.ts";
import { integer, sql, type Database, type Sql, type TableName } from "../store/index.ts";
import { dropTables, makeTable } from "./make-table.ts";
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

/** joined(node_no, first_no): what the joins so far come to, without the guards that clusters have: it is evidence, not a cluster. */
async function makeJoinedNodes(database: Database, verdict: TableName): Promise<TableName> {
  const pairs = await database.rows(
    sql`select left_no as "left", right_no as "right" from ${verdict} where verdict = 'join' order by left_no, right_no`,
    { left: integer, right: integer },
  );
  const parent = new Map<number, number>();
  const find = (node: number): number => {
    let root = node;
    for (let above = parent.get(root); above !== undefined && above !== root; above = parent.get(root)) root = above;
    for (let next = node; next !== root;) {
      const above = parent.get(next) ?? root;
      parent.set(next, root);
      next = above;
    }
    return root;
  };
  for (const { left, right } of pairs) {
    const roots = [find(left), find(right)].toSorted((one, other) => one - other);
    parent.set(at(roots, 0), at(roots, 0));
    parent.set(at(roots, 1), at(roots, 0));
  }
  const nodes = [...parent.keys()];
  const joined = await database.temporary("match_joined", "node_no integer, first_no integer");
  await database.append(joined, { node_no: nodes, first_no: nodes.map(find) });
  return joined;
}
