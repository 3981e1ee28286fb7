import { descendantsOf } from "../model/index.ts";
import { sql, type Sql, type TableName } from "../store/index.ts";
import { edgeSchemata, keptProperties } from "./kept-properties.ts";
import { valueKey } from "./value-key.ts";

const paymentSchemata = descendantsOf("Payment");

/**
 * said(statement_id, dataset_no, entity_id, canonical_id, schema, prop, prop_type, value_key): each statement that gets
 * a finding; the main property of an edge holds both its ends, "who > what". What leads to a closed contact is left out.
 */
export const saidTable = (tables: {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly subject: TableName;
  readonly edge: TableName;
  readonly closed: TableName;
}): Sql => sql`
  with kept as (
    select unnest(${keptProperties.map(([schema]) => schema)}) as schema,
      unnest(${keptProperties.map(([, prop]) => prop)}) as prop)
  select distinct statement_id, dataset_no, statement.entity_id, subject.canonical_id, schema, prop, prop_type,
    case when prop_type = 'entity' then coalesce(target.canonical_id, statement.value)
      else ${valueKey("prop_type", "statement.value")} end as value_key
  from (
    select statement_id, dataset_no, entity_id, schema, prop, prop_type, value from ${tables.statement}
    where schema not in (select unnest(${paymentSchemata}))
      and not (prop_type = 'entity' and value in (select entity_id from ${tables.closed}))) as statement
  join kept using (schema, prop)
  join ${tables.subject} as subject on subject.entity_id = statement.entity_id
  left join ${tables.cluster} as target
    on target.entity_id = case when prop_type = 'entity' then statement.value end
  union all
  select distinct statement_id, dataset_no, statement.entity_id, edge_id, edge.schema, prop, 'edge',
    concat_ws(' > ', coalesce(source_id, '?'), coalesce(target_id, '?'))
  from (
    select statement_id, dataset_no, entity_id, prop from ${tables.statement}
    where schema in (select unnest(${edgeSchemata.map(({ schema }) => schema)}))) as statement
  join ${tables.edge} as edge on edge.entity_id = statement.entity_id and edge.source_prop = statement.prop`;

/** Who says a value supports it; a date more exact than another supports it too: who says 1970-03-05 says 1970. */
export const supportOfSaid = (tables: { readonly said: TableName; readonly schemata: TableName }): Sql => sql`
  select canonical_id, schemata.schema, prop, value_key, statement_id, dataset_no
  from (
    select canonical_id, prop, value_key, statement_id, dataset_no from ${tables.said}
    union all
    select said.canonical_id, said.prop, shorter.value_key, statement_id, dataset_no
    from ${tables.said} as said
    join (select distinct canonical_id, prop, value_key from ${tables.said} where prop_type = 'date' and length(value_key) < 10)
      as shorter using (canonical_id, prop)
    where prop_type = 'date' and length(shorter.value_key) < length(said.value_key)
      and starts_with(said.value_key, shorter.value_key))
  join ${tables.schemata} as schemata using (canonical_id)`;
