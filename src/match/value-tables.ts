import { at } from "../base/index.ts";
import { dropTables, makeTable, sql, type TableName } from "../store/index.ts";
import type { MatchContext } from "./match-context.ts";
import { rows as comparedProperties } from "./generated/compared-properties.ts";
import { nodeKinds } from "./node-kind.ts";

/** The values that are compared, and who has them. */
export interface ValueTables {
  /** value(value_no, facet, scope, value): each distinct value once, numbered by facet, scope and value. */
  readonly value: TableName;
  /** holding(node_no, value_no, statement_id): the values of each node, its own and those of what it holds. */
  readonly holding: TableName;
}

/**
 * Collects what is compared: a node's own values; the numbers of the accounts that it holds or pays from; its papers;
 * the addresses at which it stands; the code of the bank that keeps it. Each holding cites the statement in which the value itself stands.
 */
export async function makeValues(context: MatchContext, node: TableName, relation: TableName): Promise<ValueTables> {
  const { database } = context;
  const raw = await makeTable(database, "match_raw", rawValues(context, node, relation, await makeProperties(context)));
  const value = await makeTable(
    database,
    "match_value",
    sql`select (row_number() over (order by facet, scope, value) - 1)::integer as value_no, facet, scope, value
      from (select distinct facet, scope, value from ${raw})`,
  );
  const holding = await makeTable(
    database,
    "match_holding",
    sql`select node_no, value_no, min(statement_id) as statement_id
      from ${raw} join ${value} using (facet, scope, value)
      group by node_no, value_no`,
  );
  await dropTables(context.database, raw);
  return { value, holding };
}

async function makeProperties({ database }: MatchContext): Promise<TableName> {
  const property = await database.temporary("match_property", "prop varchar, facet varchar, scope varchar");
  await database.append(property, {
    prop: comparedProperties.map((row) => at(row, 0)),
    facet: comparedProperties.map((row) => at(row, 1)),
    scope: comparedProperties.map((row) => at(row, 2)),
  });
  return property;
}

const rawValues = ({ table }: MatchContext, node: TableName, relation: TableName, property: TableName) => sql`
  with own as (
    select node_no, kind, prop, facet, scope, value, statement_id
    from ${table("statement")} as statement
    join ${property} as property using (prop)
    join ${node} as node using (entity_id)),
  paper as (
    select holder.value as entity_id, 'document' as facet,
      case when holder.schema = 'Passport' then 'passport ' || coalesce(country.value, '') else 'document' end as scope,
      number.value, number.statement_id
    from ${table("statement")} as holder
    join ${table("statement")} as number
      on number.entity_id = holder.entity_id and number.prop in ('passportNumber', 'number', 'personalNumber')
    left join ${table("statement")} as country on country.entity_id = holder.entity_id and country.prop = 'country'
    where holder.prop = 'holder' and holder.schema in ('Passport', 'Identification')
      and number.schema in ('Passport', 'Identification'))
  select node_no, facet, ${nameScope} as scope, ${plainValue} as value, statement_id from own
  union all
  select from_no, facet, scope, value, own.statement_id
  from ${relation} as relation
  join own on own.node_no = relation.to_no
  where relation = 'holds' and own.kind = ${nodeKinds.account} and facet = 'account'
    or relation = 'holds' and own.kind = ${nodeKinds.userAccount} and facet in ('phone', 'email')
    or relation = 'at' and own.kind = ${nodeKinds.address} and facet = 'address'
  union all
  select from_no, 'bank', 'bank', ${plainValue}, own.statement_id
  from ${relation} as relation
  join own on own.node_no = relation.to_no
  where relation = 'kept by' and prop = 'swiftBic'
  union all
  select node_no, facet, scope, value, statement_id from paper join ${node} as node using (entity_id)`;

/** A name is read by what bears it, so that the same text borne by a person and by a company is two values. */
const nameScope = sql`case when facet <> 'name' then scope
  when kind = ${nodeKinds.person} then 'person' when kind = ${nodeKinds.party} then 'party'
  when kind = ${nodeKinds.organization} then 'organization' else 'other' end`;

/** The first eight signs of a bank's code name the bank, the rest a branch. */
const plainValue = sql`case when prop in ('swiftBic', 'bic') then upper(left(value, 8)) else value end`;
