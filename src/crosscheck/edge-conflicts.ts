import { descendantsOf } from "../model/index.ts";
import { sql, type Sql, type TableName } from "../store/index.ts";

const accountSchemata = descendantsOf("BankAccount");

interface Tables {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly edge: TableName;
  readonly said: TableName;
  readonly candidatePair: TableName;
}

/**
 * rival(left_edge, left_key, right_edge, right_key, target_id, is_account): two ownerships of one thing by two owners
 * at one time. Owners of whom one has no name, or who are a pair that nobody has decided on, may be one: no rivals.
 */
export const rivalTable = ({ statement, cluster, edge, candidatePair }: Tables): Sql => sql`
  with named as (
    select distinct canonical_id from ${statement} join ${cluster} using (entity_id) where prop = 'name'),
  account as (
    select distinct canonical_id from ${statement} join ${cluster} using (entity_id)
    where schema in (select unnest(${accountSchemata}))),
  held as (
    select edge_id, source_id, target_id, source_id || ' > ' || target_id as value_key, min(day_from) as day_from,
      case when count(day_to) = count(*) then max(day_to) end as day_to, target_id in (select canonical_id from account) as is_account
    from ${edge} where schema = 'Ownership' and source_id in (select canonical_id from named) and target_id is not null
    group by edge_id, source_id, target_id),
  shared as (select * from held qualify count(*) over (partition by target_id) > 1),
  undecided as (
    select distinct l.canonical_id as left_id, r.canonical_id as right_id
    from ${candidatePair} as pair
    join ${cluster} as l on l.entity_id = pair.left_id join ${cluster} as r on r.entity_id = pair.right_id
    where l.canonical_id in (select source_id from shared) and r.canonical_id in (select source_id from shared))
  select one.edge_id as left_edge, one.value_key as left_key, other.edge_id as right_edge, other.value_key as right_key,
    target_id, one.is_account
  from shared as one join shared as other using (target_id)
  where one.source_id <> other.source_id
    and coalesce(one.day_from <= other.day_to, true) and coalesce(other.day_from <= one.day_to, true)
    and not exists (select 1 from undecided
      where (left_id = one.source_id and right_id = other.source_id) or (left_id = other.source_id and right_id = one.source_id))`;

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
