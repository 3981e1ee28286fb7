import { sql, type Sql, type TableName } from "../store/index.ts";
import { edgeSchemata, paperSchemata } from "./kept-properties.ts";

/** node_subject(entity_id, canonical_id): every node entity but the closed contacts of a phone. */
export const nodeSubjectTable = (tables: { readonly cluster: TableName; readonly closed: TableName }): Sql => sql`
  select entity_id, canonical_id from ${tables.cluster} where entity_id not in (select entity_id from ${tables.closed})`;

/**
 * paper_subject(entity_id, canonical_id): passports and other papers, those of closed contacts left out; one number of
 * one country is one paper.
 */
export const paperSubjectTable = ({ statement, closed }: Pick<EdgeTables, "statement" | "closed">): Sql => sql`
  select entity_id, coalesce('paper-' || md5(country || chr(10) || number), entity_id) as canonical_id
  from (
    select entity_id, min(value) filter (where prop = 'country') as country,
      nullif(upper(regexp_replace(min(value) filter (where prop in ('number', 'passportNumber')), '[^\\p{L}\\p{N}]', '', 'g')), '')
        as number
    from ${statement} where schema in (select unnest(${paperSchemata})) group by entity_id
    having not bool_or(prop_type = 'entity' and value in (select entity_id from ${closed})))`;

interface EdgeTables {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly closed: TableName;
}

/**
 * edge(entity_id, edge_id, schema, source_prop, source_entity, source_id, target_id, day_from, day_to): every edge but payments with
 * its ends by canonical id; edges of one schema between the same ends are one edge, whoever tells of them. An edge that
 * ends at a closed contact is left out.
 */
export const edgeTable = (tables: EdgeTables): Sql => sql`
  with edge_schema as (
    select unnest(${edgeSchemata.map(({ schema }) => schema)}) as schema,
      unnest(${edgeSchemata.map(({ source }) => source)}) as source_prop,
      unnest(${edgeSchemata.map(({ target }) => target)}) as target_prop),
  ends as (
    select entity_id, min(schema) as schema, min(source_prop) as source_prop,
      min(value) filter (where prop = source_prop) as source, min(value) filter (where prop = target_prop) as target,
      min(value) filter (where prop in ('startDate', 'date')) as day_from,
      max(value) filter (where prop in ('endDate', 'date')) as day_to
    from ${tables.statement} join edge_schema using (schema)
    where prop in (source_prop, target_prop, 'startDate', 'endDate', 'date')
    group by entity_id
    having not coalesce(bool_or(prop in (source_prop, target_prop) and value in (select entity_id from ${tables.closed})), false))
  select ends.entity_id, schema, source_prop, ends.source as source_entity, coalesce(source.canonical_id, ends.source) as source_id,
    coalesce(target.canonical_id, ends.target) as target_id, day_from, day_to,
    'edge-' || md5(concat_ws(chr(10), schema, coalesce(source.canonical_id, ends.source, ends.entity_id),
      coalesce(target.canonical_id, ends.target, ends.entity_id))) as edge_id
  from ends
  left join ${tables.cluster} as source on source.entity_id = ends.source
  left join ${tables.cluster} as target on target.entity_id = ends.target`;

/** subject(entity_id, canonical_id): what gets findings, payments apart: nodes, papers, edges. */
export const subjectTable = (tables: {
  readonly node: TableName;
  readonly paper: TableName;
  readonly edge: TableName;
}): Sql => sql`
  select entity_id, canonical_id from ${tables.node}
  union all select entity_id, canonical_id from ${tables.paper}
  union all select entity_id, edge_id from ${tables.edge}`;
