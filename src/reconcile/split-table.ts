import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";
import { sameAccounts } from "./same-accounts.ts";

// More payments between two ends within a span of forty days would let chance find sums; they stay as they are.
const leftoverMax = 24;
// A sum at the rate of the day fits three times as much by chance as one within a fee.
const leftoverMaxAtRate = 8;

/**
 * loose(no, dataset_no, books, ends, amount_centi, case_centi, currency, refs, day, crowd): payments that not every book
 * shows, once for each way in which their two ends are known (who they are, their accounts); `books` show it, `crowd`
 * says how many others of its book lie between the same ends at that time.
 */
export const looseTable = (tables: { readonly weighed: TableName; readonly grouped: TableName }): Sql => sql`
  with shown as (
    select first_no, list(distinct dataset_no order by dataset_no) as books
    from ${tables.grouped} join ${tables.weighed} using (no) group by first_no),
  dated as (
    select no, dataset_no, coalesce(books, [dataset_no]) as books, amount_centi, case_centi, currency, refs, payer, beneficiary,
      payer_account, beneficiary_account, payer_number, beneficiary_number,
      coalesce(day_from, make_date(((month_no - 1) // 12)::integer, ((month_no - 1) % 12 + 1)::integer, 15)) as day
    from ${tables.weighed} as weighed
    left join ${tables.grouped} using (no)
    left join shown using (first_no)
    where amount_centi > 0 and len(coalesce(books, [dataset_no])) < (select count(distinct dataset_no) from ${tables.weighed}))
  select no, dataset_no, books, ends, amount_centi, case_centi, currency, refs, day, payer_number, beneficiary_number,
    count(*) over (partition by ends, dataset_no, date_diff('day', date '1970-01-01', day) // 40) as crowd
  from (
    select *, unnest([
      case when payer is not null and beneficiary is not null then hash('parties', payer, beneficiary) end,
      case when payer_account is not null and beneficiary_account is not null
        then hash('accounts', payer_account, beneficiary_account) end]) as ends
    from dated)
  where ends is not null
  qualify crowd <= ${leftoverMax}`;

/**
 * split(whole_no, part_nos, is_join, misfit_ppm, days): a payment of one book that is the sum of two or three payments of
 * another between the same ends within five weeks, exact, with a fee for each part, or (where currencies differ) at the
 * rate of the day; best first. `is_join`: the parts are payments of their own that the first book shows as one (they lie
 * more than nine days apart or carry two transaction numbers); else the second book shows one payment in parts.
 */
export const splitTable = (loose: TableName): Sql => sql`
  with parts as (
    select one.dataset_no, one.ends, [one.no, other.no] as part_nos,
      coalesce(one.payer_number, other.payer_number) as payer_number,
      coalesce(one.beneficiary_number, other.beneficiary_number) as beneficiary_number, list_concat(one.books, other.books) as books,
      one.amount_centi + other.amount_centi as amount_centi, one.case_centi + other.case_centi as case_centi,
      coalesce(one.currency, other.currency) as currency, coalesce(one.currency <> other.currency, false) as is_mixed,
      one.day is not null and other.day is not null as is_dated, least(one.day, other.day) as day_from, greatest(one.day, other.day) as day_to, greatest(one.crowd, other.crowd) as crowd,
      len(one.refs) > 0 and len(other.refs) > 0 and not list_has_any(one.refs, other.refs) as differ, other.no as last_no
    from ${loose} as one join ${loose} as other using (dataset_no, ends)
    where one.no < other.no and ${sameAccounts("one", "other")} and coalesce(abs(date_diff('day', one.day, other.day)) <= 38, true)),
  more as (
    select * exclude (last_no) from parts
    union all
    select parts.dataset_no, ends, list_append(part_nos, third.no), coalesce(parts.payer_number, third.payer_number),
      coalesce(parts.beneficiary_number, third.beneficiary_number), list_concat(parts.books, third.books),
      parts.amount_centi + third.amount_centi, parts.case_centi + third.case_centi, coalesce(parts.currency, third.currency),
      is_mixed or coalesce(parts.currency <> third.currency, false), is_dated and third.day is not null, least(day_from, third.day), greatest(day_to, third.day),
      greatest(parts.crowd, third.crowd), differ
    from parts join ${loose} as third using (dataset_no, ends)
    where third.no > last_no and ${sameAccounts("parts", "third")} and coalesce(third.day between day_to - 20 and day_from + 20, true)),
  fitted as (
    select whole.no as whole_no, part_nos, differ, day_from, day_to, coalesce(abs(date_diff('day', whole.day, day_from)), 30)::integer as days,
      case when is_mixed or coalesce(whole.currency <> more.currency, false) then
        case when whole.case_centi > 0 and is_dated and whole.day is not null and greatest(whole.crowd, more.crowd) <= ${leftoverMaxAtRate}
          and abs(whole.case_centi - more.case_centi) <= whole.case_centi * 0.012
          then 1000000 + abs(whole.case_centi - more.case_centi) * 1000000 // whole.case_centi end
      when abs(whole.amount_centi - more.amount_centi) <= ${tolerance}
        then abs(whole.amount_centi - more.amount_centi) * 1000000 // whole.amount_centi end as misfit_ppm
    from ${loose} as whole join more using (ends)
    where ${sameAccounts("whole", "more")} and not list_contains(whole.books, more.dataset_no) and not list_contains(more.books, whole.dataset_no)
      and coalesce(whole.day between day_from - 12 and day_to + 12, true)
      and (len(part_nos) = 2 or coalesce(date_diff('day', day_from, day_to) <= 20, true)))
  select whole_no, part_nos, bool_and(len(part_nos) = 2 and (differ or coalesce(date_diff('day', day_from, day_to) > 9, false))) as is_join,
    min(misfit_ppm)::integer as misfit_ppm, min(days) as days
  from fitted where misfit_ppm is not null
  group by whole_no, part_nos`;

/** Half a percent of the whole, or a flat fee of 40 units for each part of a whole of 160 units or more. */
const tolerance = rawSql(`greatest(whole.amount_centi * 0.0051,
  case when whole.amount_centi >= 16000 then least(len(part_nos) * 4000, whole.amount_centi * 0.01) else 0 end)`);
