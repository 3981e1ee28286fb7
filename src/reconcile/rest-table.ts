import { acceptMinMb } from "./candidate-table.ts";
import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

// Parts follow each other within a week, and a value date lies up to three days later.
const restMaxDays = 12;

/**
 * rest(whole_no, part_nos, is_join, misfit_ppm, days): a payment of one book that is alike to a smaller one of another in
 * all but the amount, where the other book holds the rest: one row near in time with one end in common, the amount that
 * is missing, and no place in the first book.
 */
export const restTable = (tables: {
  readonly candidates: readonly TableName[];
  readonly pool: TableName;
  readonly weighed: TableName;
  readonly part: TableName;
  readonly grouped: TableName;
}): Sql => sql`
  with other as (${otherAmounts(tables.candidates)}),
  near as (
    select distinct case when e.amount_centi > r.amount_centi then e.no else r.no end as whole_no,
      case when e.amount_centi > r.amount_centi then r.no else e.no end as part_no
    from other join ${tables.pool} as e on e.no = earlier_no join ${tables.pool} as r on r.no = later_no
    where e.amount_centi <> r.amount_centi and coalesce(e.currency = r.currency, true)),
  shown as (
    select grouped.no, books from ${tables.grouped} as grouped join (
      select first_no, list(distinct dataset_no order by dataset_no) as books
      from ${tables.grouped} join ${tables.weighed} using (no) group by first_no) using (first_no)),
  sought as (
    select whole_no, part_no, whole.dataset_no as whole_dataset_no, part.dataset_no as dataset_no, whole.amount_centi as amount_centi,
      whole.amount_centi - part.amount_centi as missing, ${tolerance} as tolerance, part.currency as currency, part.day_from as day_from,
      unnest(${endKeys("part")}) as end_key, ${bucket("part")} as bucket
    from near join ${tables.pool} as whole on whole.no = whole_no join ${tables.pool} as part on part.no = part_no),
  held as (
    select no, dataset_no, amount_centi, currency, day_from, unnest(${endKeys("weighed")}) as end_key, ${bucket("weighed")} as bucket
    from ${tables.weighed} as weighed
    where dataset_no in (select dataset_no from sought) and no not in (select no from ${tables.part})),
  spread as (select * exclude (bucket), unnest([bucket - 1, bucket, bucket + 1]) as bucket from sought),
  found as (
    select distinct whole_no, part_no, rest.no as rest_no, spread.amount_centi as amount_centi,
      abs(missing - rest.amount_centi) as misfit, abs(date_diff('day', rest.day_from, spread.day_from))::integer as days
    from spread join held as rest using (dataset_no, end_key, bucket)
    left join shown on shown.no = rest.no
    where rest.no <> part_no and rest.amount_centi between missing - tolerance and missing + tolerance
      and coalesce(rest.currency = spread.currency, true)
      and abs(date_diff('day', rest.day_from, spread.day_from)) <= ${restMaxDays}
      and not coalesce(list_contains(books, whole_dataset_no), false))
  select whole_no, [part_no, rest_no] as part_nos, false as is_join,
    (misfit * 1000000 // amount_centi)::integer as misfit_ppm, days
  from found qualify count(*) over (partition by whole_no, part_no) = 1`;

const endColumns = ["payer", "beneficiary", "payer_account", "beneficiary_account"] as const;

const otherAmounts = (candidates: readonly TableName[]): Sql =>
  candidates
    .map(
      (candidate) =>
        sql`select earlier_no, later_no from ${candidate} where is_other_amount and weight_mb >= ${acceptMinMb}`,
    )
    .reduce((all, one) => sql`${all} union ${one}`);

/** Half a percent of the whole, or a flat fee of 40 units for each of two parts. */
const tolerance = sql`greatest(whole.amount_centi * 0.0051, least(8000, whole.amount_centi * 0.01))`;

const bucket = (side: string): Sql => rawSql(`epoch_ms(${side}.day_from) // ${86_400_000 * (restMaxDays + 1)}`);

/** Each end's party and account, as one key each. */
const endKeys = (side: string): Sql =>
  rawSql(
    `[${endColumns.map((column) => `case when ${side}.${column} is not null then hash('${column}', ${side}.${column}) end`).join(", ")}]`,
  );
