import { sql, type Sql, type TableName } from "../store/index.ts";

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
  found as (
    select whole_no, part_no, rest.no as rest_no, whole.amount_centi as amount_centi,
      abs(whole.amount_centi - part.amount_centi - rest.amount_centi) as misfit,
      abs(date_diff('day', rest.day_from, part.day_from))::integer as days
    from near
    join ${tables.pool} as whole on whole.no = whole_no
    join ${tables.pool} as part on part.no = part_no
    join ${tables.weighed} as rest on rest.dataset_no = part.dataset_no
      and (rest.payer = part.payer or rest.beneficiary = part.beneficiary
        or rest.payer_account = part.payer_account or rest.beneficiary_account = part.beneficiary_account)
    left join shown on shown.no = rest.no
    where rest.no <> part_no and rest.no not in (select no from ${tables.part})
      and rest.amount_centi between whole.amount_centi - part.amount_centi - ${tolerance} and whole.amount_centi - part.amount_centi + ${tolerance}
      and coalesce(rest.currency = part.currency, true)
      and abs(date_diff('day', rest.day_from, part.day_from)) <= ${restMaxDays}
      and not coalesce(list_contains(books, whole.dataset_no), false))
  select whole_no, [part_no, rest_no] as part_nos, false as is_join,
    (misfit * 1000000 // amount_centi)::integer as misfit_ppm, days
  from found qualify count(*) over (partition by whole_no, part_no) = 1`;

const otherAmounts = (candidates: readonly TableName[]): Sql =>
  candidates
    .map((candidate) => sql`select earlier_no, later_no from ${candidate} where is_other_amount`)
    .reduce((all, one) => sql`${all} union ${one}`);

/** Half a percent of the whole, or a flat fee of 40 units for each of two parts. */
const tolerance = sql`greatest(whole.amount_centi * 0.0051, least(8000, whole.amount_centi * 0.01))`;
