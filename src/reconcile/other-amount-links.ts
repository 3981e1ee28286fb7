import { joinSql, sql, type Sql, type TableName } from "../store/index.ts";
import { acceptMinMb } from "./candidate-table.ts";

/**
 * Links between payments alike in all but the amount, best first, when all that agrees is grouped: neither is shown by the
 * other's book. What is left of two books is fewer than what they hold, so that two of one day are likelier one by as
 * much, unless they are said to be for two things.
 */
export const otherAmountLinks = (tables: {
  readonly candidates: readonly TableName[];
  readonly weighed: TableName;
  readonly grouped: TableName;
}): Sql => sql`
  with grouped as (select no, first_no, dataset_no from ${tables.grouped} join ${tables.weighed} using (no)),
  shown as (
    select distinct one.no, one.dataset_no, other.dataset_no as by_book
    from grouped as one join grouped as other using (first_no) where other.dataset_no <> one.dataset_no),
  held as (select dataset_no, count(*) as mentions from ${tables.weighed} group by dataset_no),
  left_over as (
    select one.dataset_no, other.dataset_no as by_book, one.mentions - coalesce(shown_mentions, 0) as mentions
    from held as one cross join held as other
    left join (select dataset_no, by_book, count(*) as shown_mentions from shown group by all) as counted
      on counted.dataset_no = one.dataset_no and counted.by_book = other.dataset_no),
  pair as (${joinSql(
    tables.candidates.map((candidate) => sql`select * from ${candidate} where is_other_amount`),
    " union all ",
  )}),
  open as (
    select * from pair
    anti join shown as earlier on earlier.no = earlier_no and earlier.by_book = later_book
    anti join shown as later on later.no = later_no and later.by_book = earlier_book),
  weighed as (
    select earlier_no, later_no, joined_by,
      weight_mb + case when is_same_day and topic_mb >= 0
        then (1000 * log2(book_mentions / greatest(earlier.mentions, later.mentions, 1)))::integer else 0 end as weight_mb
    from open
    join left_over as earlier on earlier.dataset_no = earlier_book and earlier.by_book = later_book
    join left_over as later on later.dataset_no = later_book and later.by_book = earlier_book)
  select earlier_no as "left", later_no as "right", joined_by as "joinedBy", false as "isWithinBook", false as "isAmountUnsaid"
  from weighed where weight_mb >= ${acceptMinMb} order by weight_mb desc, earlier_no, later_no`;
