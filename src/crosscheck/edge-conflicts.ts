import { sql, type Sql, type TableName } from "../store/index.ts";

/** rival(left_edge, left_key, right_edge, right_key, is_account): two ownerships of one thing at one time by parties that are surely two. */
export const rivalTable = (tables: { readonly held: TableName; readonly apart: TableName }): Sql => sql`
  select one.edge_id as left_edge, one.value_key as left_key, other.edge_id as right_edge, other.value_key as right_key,
    one.is_account
  from ${tables.apart} as apart
  join ${tables.held} as one on one.target_id = apart.target_id and one.source_id = left_id
  join ${tables.held} as other on other.target_id = apart.target_id and other.source_id = right_id
  where coalesce(one.day_from <= other.day_to, true) and coalesce(other.day_from <= one.day_to, true)`;

/** Two holders of one account at one time. */
export const holderConflicts = (rival: TableName): Sql => sql`
  select left_edge, 'owner', left_key, right_edge, 'owner', right_key, 'One account has one holder at a time.'
  from ${rival} where is_account`;

/** Owners whose shares of one thing exceed the whole together. */
export const shareConflicts = (tables: { readonly rival: TableName; readonly said: TableName }): Sql => sql`
  with share as (
    select canonical_id as edge_id, max(try_cast(value_key as decimal(9, 4))) as percentage
    from ${tables.said} where schema = 'Ownership' and prop = 'percentage' group by canonical_id)
  select left_edge, 'owner', left_key, right_edge, 'owner', right_key,
    'Together the two would own more than the whole.'
  from ${tables.rival} join share as one on one.edge_id = left_edge join share as other on other.edge_id = right_edge
  where not is_account and one.percentage + other.percentage > 100.5`;

/** The names under which contradicted edges give their first end: an edge itself stands in a row, its ends in cells. */
export const supportOfContradictedEdges = (tables: {
  readonly conflict: TableName;
  readonly support: TableName;
  readonly statement: TableName;
}): Sql => sql`
  select distinct edge.canonical_id, edge.schema, edge.prop, edge.value_key, name.statement_id, name.dataset_no
  from ${tables.support} as edge
  join ${tables.statement} as link on link.statement_id = edge.statement_id and link.dataset_no = edge.dataset_no
  join ${tables.statement} as name on name.entity_id = link.value and name.prop = 'name' and name.dataset_no = edge.dataset_no
  where link.prop_type = 'entity' and (edge.canonical_id, edge.prop, edge.value_key) in (
    select (canonical_id, prop, value_key) from ${tables.conflict})`;
