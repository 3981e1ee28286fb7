import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

// More leftover payments of one pair of parties than this would let chance find sums; they stay as they are.
const leftoverMax = 24;

/**
 * loose(no, dataset_no, ends, amount_centi, currency, refs, day): payments without a partner in another book, once
 * for each way in which their two ends are known (parties, accounts).
 */
export const looseTable = (tables: { readonly weighed: TableName; readonly alone: TableName }): Sql => sql`
  select no, dataset_no, ends, amount_centi, coalesce(currency, '') as currency, refs, day
  from (
    select no, dataset_no, amount_centi, currency, refs,
      coalesce(day_from, make_date(((month_no - 1) // 12)::integer, ((month_no - 1) % 12 + 1)::integer, 15)) as day, unnest([
        case when payer is not null and beneficiary is not null then hash('parties', payer, beneficiary) end,
        case when payer_account is not null and beneficiary_account is not null
          then hash('accounts', payer_account, beneficiary_account) end]) as ends
    from ${tables.weighed} where no in (select no from ${tables.alone}) and amount_centi > 0)
  where ends is not null and day is not null
  qualify count(*) over (partition by ends, dataset_no) <= ${leftoverMax}`;

/**
 * split(whole_no, part_nos, is_join, misfit_ppm, days): a payment of one book that is the sum of two or three payments of
 * another between the same ends within five weeks, exact or with a fee for each part; best first. `is_join`: the parts
 * are payments of their own that the first book shows as one (they lie more than nine days apart or carry two
 * transaction numbers); else the second book shows one payment in parts.
 */
export const splitTable = (loose: TableName): Sql => sql`
  with parts as (
    select one.dataset_no, one.ends, one.currency, one.amount_centi + other.amount_centi as amount_centi,
      [one.no, other.no] as part_nos, least(one.day, other.day) as day_from, greatest(one.day, other.day) as day_to,
      len(one.refs) > 0 and len(other.refs) > 0 and not list_has_any(one.refs, other.refs) as differ, other.no as last_no
    from ${loose} as one join ${loose} as other using (dataset_no, ends, currency)
    where one.no < other.no and abs(date_diff('day', one.day, other.day)) <= 38),
  more as (
    select * exclude (last_no) from parts
    union all
    select parts.dataset_no, ends, currency, parts.amount_centi + third.amount_centi, list_append(part_nos, third.no),
      least(day_from, third.day), greatest(day_to, third.day), differ
    from parts join ${loose} as third using (dataset_no, ends, currency)
    where third.no > last_no and third.day between day_to - 20 and day_from + 20)
  select distinct whole.no as whole_no, part_nos,
    len(part_nos) = 2 and (differ or date_diff('day', day_from, day_to) > 9) as is_join,
    (abs(whole.amount_centi - more.amount_centi) * 1000000 // whole.amount_centi)::integer as misfit_ppm,
    abs(date_diff('day', whole.day, day_from))::integer as days
  from ${loose} as whole join more using (ends, currency)
  where more.dataset_no <> whole.dataset_no and whole.day between day_from - 12 and day_to + 12
    and abs(whole.amount_centi - more.amount_centi) <= ${tolerance}
    and (len(part_nos) = 2 or date_diff('day', day_from, day_to) <= 20)
  order by misfit_ppm, len(part_nos), days, whole_no, part_nos`;

const tolerance = rawSql("least(whole.amount_centi * 0.0051, 40000000)");
