import { sql, type Sql, type TableName } from "../../store/index.ts";

/**
 * book_pair(original_no, copier_no): pairs of hand-overs of different sources that tell the same things. The copier is
 * the later one, unless nearly all of the earlier one is in the later and most of the later is not in the earlier.
 */
export const bookPairTable = (tables: {
  readonly link: TableName;
  readonly base: TableName;
  readonly settled: TableName;
}): Sql => sql`
  with held as (select distinct link_id, dataset_no from ${tables.link}),
  size as (select dataset_no, count(*) as links from held group by dataset_no),
  shared as (
    select one.dataset_no as first_no, other.dataset_no as second_no, count(*) as links
    from held as one join held as other using (link_id)
    join ${tables.base} as first on first.dataset_no = one.dataset_no
    join ${tables.base} as second on second.dataset_no = other.dataset_no
    where (first.hand_over_no, first.dataset_no) < (second.hand_over_no, second.dataset_no)
      and first.source_id <> second.source_id and not first.is_note and not second.is_note
      and not coalesce(first.root_id = second.root_id, false)
    group by one.dataset_no, other.dataset_no)
  select case when is_turned then second_no else first_no end as original_no,
    case when is_turned then first_no else second_no end as copier_no
  from (
    select first_no, second_no,
      shared.links * 10 >= first.links * 9 and shared.links * 10 < second.links * 6 as is_turned
    from shared join size as first on first.dataset_no = first_no join size as second on second.dataset_no = second_no)
  where not exists (select 1 from ${tables.settled} as settled
    where settled.first_no in (first_no, second_no) and settled.second_no in (first_no, second_no))`;

// A form that more than a third of the others write is no accident.
const rareShareMax = 1 / 3;
const accidentMaxMb = 6000;
const deniedMb = 1500;
const deniedTwiceMb = 3000;
const differsMb = -4000;

/**
 * row_evidence(original_no, copier_no, file_no, part, row_no, is_linked, accident_mb, denied_mb, differs_mb, accidents,
 * compared): for each row of a possible copier how much likelier it is copied from the original than told anew: rare
 * spellings of a party that both write, values that both give and others deny, values that differ.
 */
export const rowEvidenceTable = (tables: {
  readonly told: TableName;
  readonly toldRow: TableName;
  readonly bookPair: TableName;
  readonly use: TableName;
  readonly base: TableName;
}): Sql => sql`
  with linked as (
    select original_no, copier_no, copy.link_id, copy.entity_id as copy_id, min(original.entity_id) as original_id
    from ${tables.bookPair}
    join (select distinct link_id, dataset_no, entity_id from ${tables.told}) as copy on copy.dataset_no = copier_no
    join (select distinct link_id, dataset_no, entity_id from ${tables.told}) as original
      on original.dataset_no = original_no and original.link_id = copy.link_id
    group by original_no, copier_no, copy.link_id, copy.entity_id),
  compared as (
    select linked.*, original.kind, original.thing, original.form, original.form = copy.form as agrees
    from linked
    join ${tables.told} as original on original.entity_id = original_id and original.link_id = linked.link_id
    join ${tables.told} as copy on copy.entity_id = copy_id and copy.link_id = linked.link_id and copy.kind = original.kind),
  told_alike as (
    select original_no, copier_no, kind from compared group by original_no, copier_no, kind
    having count(*) < 20 or count(*) filter (where agrees) * 20 >= count(*)),
  of_thing as (
    select copier_no, thing, sum(uses)::bigint as uses
    from (select distinct copier_no from ${tables.bookPair}) join ${tables.use} as use on use.dataset_no <> copier_no
    group by copier_no, thing),
  of_form as (
    select copier_no, thing, form, sum(uses)::bigint as uses
    from (select distinct copier_no from ${tables.bookPair}) join ${tables.use} as use on use.dataset_no <> copier_no
    group by copier_no, thing, form),
  denied as (
    select original_no, copier_no, copy_id, compared.kind, count(distinct other.dataset_no) filter (where other.form <> compared.form) as deniers,
      count(*) filter (where other.form = compared.form) as repeaters
    from compared
    join ${tables.told} as other on other.link_id = compared.link_id and other.kind = compared.kind
      and other.dataset_no not in (original_no, copier_no)
    where agrees and compared.thing is null
    group by original_no, copier_no, copy_id, compared.kind),
  weighed as (
    select compared.original_no, compared.copier_no, compared.copy_id, agrees,
      case when agrees and (of_form.uses - 0.5) / of_thing.uses <= ${rareShareMax}
        then least(${accidentMaxMb}, round(1000 * log2(of_thing.uses / (of_form.uses - 0.5)))::integer) else 0 end as accident_mb,
      case when agrees and repeaters = 0 and deniers = 1 then ${deniedMb}
        when agrees and repeaters = 0 and deniers > 1 then ${deniedTwiceMb} else 0 end as denied_mb,
      case when agrees then 0 else ${differsMb} end as differs_mb
    from compared
    join told_alike using (original_no, copier_no, kind)
    left join of_thing on of_thing.copier_no = compared.copier_no and of_thing.thing = compared.thing
    left join of_form on of_form.copier_no = compared.copier_no and of_form.thing = compared.thing and of_form.form = compared.form
    left join denied on denied.original_no = compared.original_no and denied.copier_no = compared.copier_no
      and denied.copy_id = compared.copy_id and denied.kind = compared.kind)
  select pair.original_no, pair.copier_no, row.file_no, row.part, row.row_no, bool_or(copy_id is not null) as is_linked,
    coalesce(sum(accident_mb), 0)::integer as accident_mb, coalesce(sum(denied_mb), 0)::integer as denied_mb,
    coalesce(sum(differs_mb), 0)::integer as differs_mb,
    count(*) filter (where accident_mb + denied_mb > 0)::integer as accidents, count(copy_id)::integer as compared
  from ${tables.bookPair} as pair
  join ${tables.toldRow} as row on row.dataset_no = pair.copier_no
  left join weighed on weighed.original_no = pair.original_no and weighed.copier_no = pair.copier_no
    and weighed.copy_id = row.entity_id
  group by pair.original_no, pair.copier_no, row.file_no, row.part, row.row_no`;
