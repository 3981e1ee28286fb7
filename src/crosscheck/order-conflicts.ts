import { assert } from "../base/index.ts";
import { descendantsOf, isSchemaName } from "../model/index.ts";
import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";
import { rows } from "./generated/impossible-orders.ts";

// Enough places to see it; a company founded late may have thousands of payments before.
const shownMax = 5;

interface ImpossibleOrder {
  readonly schemata: readonly string[];
  readonly property: string;
  readonly relation: "after" | "before";
  readonly edgeSchema: string;
  readonly end: string;
  readonly edgeProperty: string;
  readonly sentence: string;
}

const orders: readonly ImpossibleOrder[] = rows.map(
  ([schema = "", property = "", relation = "", edgeSchema = "", end = "", edgeProperty = "", sentence = ""]) => {
    assert(isSchemaName(schema), `impossible-orders.tsv: "${schema}" is a schema`);
    assert(relation === "after" || relation === "before", `impossible-orders.tsv: "${relation}" is after or before`);
    return { schemata: descendantsOf(schema), property, relation, edgeSchema, end, edgeProperty, sentence };
  },
);

const column = (read: (order: ImpossibleOrder) => string): Sql =>
  sql`unnest(${orders.flatMap((order) => order.schemata.map(() => read(order)))})`;

/** The first day that a date as far as it is said may be, and the last. */
const firstDay = (value: string): string => `try_cast(left(${value} || '-01-01', 10) as date)`;
const lastDay = (value: string): string => `case length(${value}) when 4 then try_cast(${value} || '-12-31' as date)
  when 7 then last_day(try_cast(${value} || '-01' as date)) else try_cast(left(${value}, 10) as date) end`;

/**
 * against(canonical_id, prop, value_key, statement_id, dataset_no, sentence, other): dates of an entity with the
 * statements on what it took part in that cannot stand in that order; the earliest (or latest) few of each.
 */
export const orderConflicts = (tables: {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly said: TableName;
}): Sql => sql`
  with impossible as (
    select ${column((order) => order.property)} as prop, unnest(${orders.flatMap((order) => order.schemata)}) as schema,
      ${column((order) => order.relation)} as relation, ${column((order) => order.edgeSchema)} as edge_schema,
      ${column((order) => order.end)} as end_prop, ${column((order) => order.edgeProperty)} as edge_prop,
      ${column((order) => order.sentence)} as sentence),
  own as (
    select distinct canonical_id, prop, value_key, ${rawSql(firstDay("value_key"))} as day_from,
      ${rawSql(lastDay("value_key"))} as day_to, relation, edge_schema, end_prop, edge_prop, sentence
    from ${tables.said} join impossible using (schema, prop)),
  part as (
    select own.*, edge_end.entity_id as edge_entity
    from own
    join ${tables.cluster} as cluster using (canonical_id)
    join ${tables.statement} as edge_end
      on edge_end.value = cluster.entity_id and edge_end.prop = own.end_prop and edge_end.schema = own.edge_schema),
  clash as (
    select distinct canonical_id, part.prop, value_key, dated.statement_id, dated.dataset_no, sentence, dated.value as other, relation
    from part
    join ${tables.statement} as dated
      on dated.entity_id = part.edge_entity and dated.prop = part.edge_prop and dated.schema = part.edge_schema
    where case relation when 'after' then part.day_from > ${rawSql(lastDay("dated.value"))}
      else part.day_to < ${rawSql(firstDay("dated.value"))} end)
  select canonical_id, prop, value_key, statement_id, dataset_no, sentence, other
  from clash
  qualify row_number() over (partition by canonical_id, prop, value_key, sentence
    order by case relation when 'after' then other end, case relation when 'before' then other end desc, statement_id) <= ${shownMax}`;

/** Dates of one entity in an impossible order: it ends before it begins. */
export const lifeConflicts = (said: TableName): Sql => sql`
  with span as (
    select unnest(['birthDate', 'incorporationDate', 'startDate', 'openingDate']) as first_prop,
      unnest(['deathDate', 'dissolutionDate', 'endDate', 'closingDate']) as last_prop),
  dated as (
    select distinct canonical_id, prop, value_key, ${rawSql(firstDay("value_key"))} as day_from, ${rawSql(lastDay("value_key"))} as day_to,
      case when prop in ('startDate', 'endDate') then entity_id end as entity_id
    from ${said} where prop in (select unnest([first_prop, last_prop]) from span)),
  clash as (
    select begun.canonical_id, first_prop, begun.value_key as first_key, last_prop, ended.value_key as last_key
    from span join dated as begun on begun.prop = first_prop
    join dated as ended on ended.prop = last_prop and ended.canonical_id = begun.canonical_id
      and ended.entity_id is not distinct from begun.entity_id
    where begun.day_from > ended.day_to)
  select canonical_id, first_prop, first_key, canonical_id, last_prop, last_key, 'It ends before it begins.' from clash
  union
  select canonical_id, last_prop, last_key, canonical_id, first_prop, first_key, 'It ends before it begins.' from clash`;
