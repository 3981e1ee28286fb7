import { rows } from "../generated/path-relations.ts";
import { sql, type Sql, type TableName } from "../../store/index.ts";

/** One kind of relation that is a step, and how it is said from its source to its target. */
export interface Relation {
  readonly schema: string;
  readonly source: string;
  readonly target: string;
  readonly words: string;
}

/** The relations that are steps. */
export const relations: readonly Relation[] = rows.map(([schema = "", source = "", target = "", words = ""]) => ({
  schema,
  source,
  target,
  words,
}));

/**
 * relation(schema, source_id, target_id, roots, source_statement, target_statement): each recorded relation between two
 * canonical entities, once for each pair of statements that say its ends; `roots`: by how many independent sources the best
 * supported finding about its ends is said, 0 where none is.
 */
export const relationTable = (tables: {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly finding: TableName;
  readonly findingStatement: TableName;
}): Sql => sql`
  with end_of as (
    select unnest(${relations.map(({ schema }) => schema)}) as schema,
      unnest(${relations.map(({ source }) => source)}) as source, unnest(${relations.map(({ target }) => target)}) as target),
  said as (
    select s.entity_id, s.schema, t.canonical_id, s.statement_id, s.prop = e.source as is_source
    from ${tables.statement} s join end_of e on e.schema = s.schema and s.prop in (e.source, e.target)
    join ${tables.cluster} t on t.entity_id = s.value),
  supported as (
    select s.entity_id, max(roots_least) as roots
    from ${tables.findingStatement} join ${tables.finding} f using (finding_id) join ${tables.statement} s using (statement_id)
    join end_of e on e.schema = s.schema and f.prop in (e.source, e.target)
    where stance = 'supports' group by s.entity_id)
  select source.schema::varchar as schema, source.canonical_id as source_id, target.canonical_id as target_id,
    coalesce(roots, 0) as roots,
    source.statement_id as source_statement, target.statement_id as target_statement
  from said source join said target on target.entity_id = source.entity_id
  left join supported on supported.entity_id = source.entity_id
  where source.is_source and not target.is_source and source.canonical_id <> target.canonical_id`;
