import { sql, type Sql, type TableName } from "../../store/index.ts";

/** A value that more than one in so many of an item's sources give is not rare. */
const rareOneIn = 3;
/** As few sources give an item where two of them can agree on a rare value. */
export const manySources = 2 * rareOneIn;

/**
 * rare_agreement(left_no, right_no, compared, agreed): of two sources how many items both give where the value of either
 * is one that at most a third of the item's sources give, and in how many of these they give the same. `said` is
 * (item, source_no, form); of several forms by one source the smallest counts.
 */
export const rareAgreementTable = (said: TableName): Sql => sql`
  with given as (select item, source_no, min(form) as form from ${said} group by item, source_no),
  counted as (
    select *, count(*) over (partition by item, form) * ${rareOneIn} <= count(*) over (partition by item) as is_rare
    from given)
  select one.source_no as left_no, other.source_no as right_no,
    count(*)::integer as compared, count(*) filter (where one.form = other.form)::integer as agreed
  from counted as one join counted as other using (item)
  where one.source_no < other.source_no and (one.is_rare or other.is_rare)
  group by one.source_no, other.source_no`;
