import { sql, type Sql, type TableName } from "../store/index.ts";

/**
 * statement_root(statement_id, dataset_no, root_id): the root of each statement that stands in rows with a root of their
 * own and nowhere else; one place outside them gives it the root of its hand-over.
 */
export const statementRootTable = (tables: {
  readonly root: TableName;
  readonly statement: TableName;
  readonly occurrence: TableName;
}): Sql => sql`
  with range as (select * from ${tables.root} where file_no is not null),
  placed as (
    select statement_id, statement.dataset_no, range.basis is not null as is_inside, range.root_id
    from ${tables.statement} as statement
    join ${tables.occurrence} as occurrence using (statement_id)
    left join range on range.dataset_no = statement.dataset_no and range.file_no = occurrence.file_no
      and range.part = occurrence.part and occurrence.row_no between range.row_from and range.row_to
    where statement.dataset_no in (select dataset_no from range))
  select statement_id, dataset_no, min(root_id) as root_id from placed
  group by statement_id, dataset_no having bool_and(is_inside)`;

/**
 * rooted(canonical_id, schema, prop, value_key, statement_id, dataset_no, stance, root_id, source_id, is_note, is_list, hand_over_no): every
 * statement of every finding with its root: that of the range of rows where it stands, else of its hand-over.
 */
export const rootedTable = (tables: {
  readonly support: TableName;
  readonly against: TableName;
  readonly base: TableName;
  readonly statementRoot: TableName;
}): Sql => sql`
  with stance as (
    select canonical_id, schema, prop, value_key, statement_id, dataset_no, 'supports' as stance from ${tables.support}
    union all
    select distinct canonical_id, null, prop, value_key, statement_id, dataset_no, 'contradicts' from ${tables.against})
  select stance.canonical_id, stance.schema, stance.prop, value_key, stance.statement_id, stance.dataset_no, stance.stance,
    case when own.statement_id is null then base.root_id else own.root_id end as root_id, source_id, is_note, is_list, hand_over_no
  from stance
  join ${tables.base} as base using (dataset_no)
  left join ${tables.statementRoot} as own
    on own.statement_id = stance.statement_id and own.dataset_no = stance.dataset_no`;

const findingId = sql`unhex(md5(concat_ws(chr(10), canonical_id, prop, value_key)))`;

/** Every finding: its verdict, its independent sources, when it was first said, and a sentence. */
export const findingTable = (tables: {
  readonly rooted: TableName;
  readonly against: TableName;
  readonly latestHandOver: number;
}): Sql => sql`
  with root as (
    select canonical_id, prop, value_key, min(schema) as schema, root_id, case when root_id is null then source_id end as unknown_id,
      bool_and(is_note) as is_note, bool_and(is_list) as is_list, min(hand_over_no) as hand_over_no
    from ${tables.rooted} where stance = 'supports'
    group by canonical_id, prop, value_key, root_id, case when root_id is null then source_id end),
  counted as (
    select canonical_id, prop, value_key, min(schema) as schema, min(hand_over_no) as first_hand_over, min(root_id) as one_root,
      count(root_id) filter (where not is_note)::integer as least,
      count(unknown_id) filter (where not is_note)::integer as unknowns, bool_and(is_note) as is_note,
      bool_and(is_list) as is_listed
    from root group by canonical_id, prop, value_key),
  other as (
    select canonical_id, prop, value_key, array_to_string(list(other order by other)[:3], ', ') as others, count(*) as other_count,
      min(sentence) as sentence
    from (select distinct canonical_id, prop, value_key, other, sentence from ${tables.against})
    group by canonical_id, prop, value_key),
  denier as (
    select canonical_id, prop, value_key, count(distinct root_id) as deniers, min(root_id) as one_denier,
      count(*) filter (where root_id is null) as unknown_deniers
    from ${tables.rooted} where stance = 'contradicts' group by canonical_id, prop, value_key)
  select ${findingId}, canonical_id, schema, prop, value_key,
    case when others is not null then 'contradicted' when least >= 2 then 'corroborated' when least = 1 then 'single'
      else 'unknown' end,
    least, least + unknowns, first_hand_over >= ${tables.latestHandOver}, is_listed, first_hand_over,
    case
      when others is not null then 'It cannot be true together with ' || others
        || case when other_count > 3 then ' and ' || (other_count - 3) || ' more' else '' end || '. ' || sentence
        || case when least = 1 and deniers = 1 and unknown_deniers = 0 and unknowns = 0 and one_denier = one_root
          then ' Both come from one independent source.' else '' end
      when least >= 2 then 'Said by ' || least || ' independent sources.'
      when least = 1 then 'Said by one independent source'
        || case when unknowns > 0 then ', and by ' || unknowns || ' whose root is unknown' else '' end || '.'
      when is_note then 'Said by an analyst''s own note alone.'
      else 'Said by sources whose root is unknown.' end
  from counted
  left join other using (canonical_id, prop, value_key)
  left join denier using (canonical_id, prop, value_key)`;

/** What each finding rests on, and what speaks against it. */
export const findingStatementTable = (rooted: TableName): Sql => sql`
  select distinct ${findingId}, statement_id, dataset_no, stance, root_id from ${rooted}`;
