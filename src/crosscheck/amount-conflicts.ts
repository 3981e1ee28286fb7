import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

/**
 * told_amount(payment_id, whole, amount_centi, parts, rounding_centi, currency, value_key): the amount that each
 * book gives a payment, parts added up, in hundredths, with half of the last digit that is written. A book that shows
 * some of the parts that another one shows tells no whole.
 */
export const toldAmountTable = (toldValue: TableName): Sql => sql`
  with mention as (
    select payment_id, entity_id, whole, abs(min(${centi("value")}) filter (where prop = 'amount')) as centi,
      min(${digits}) filter (where prop = 'amount') as digits,
      min(value) filter (where prop = 'currency' and regexp_full_match(value, '[A-Z]{3}')) as currency
    from ${toldValue} where not is_join group by payment_id, entity_id, whole),
  book as (
    select payment_id, whole, sum(centi)::bigint as amount_centi, list(centi order by centi) as amounts,
      sum(case when digits > 0 and centi % digits = 0 then centi // digits // 2 else 0 end)::bigint as rounding_centi,
      min(currency) as currency, count(*) as parts,
      count(centi) = count(*) and count(distinct currency) <= 1 as is_told
    from mention group by payment_id, whole)
  select payment_id, whole, amount_centi, parts, rounding_centi, currency,
    ${money} || coalesce(' ' || currency, '') as value_key
  from book
  where is_told and not exists (
    select 1 from book as other where other.payment_id = book.payment_id and other.parts > book.parts
      and list_has_all(other.amounts, book.amounts))`;

const centi = (value: string): Sql => rawSql(`(try_cast(${value} as decimal(18, 2)) * 100)::bigint`);

/**
 * The digits of the amount as they are written, of a sentence those of the number that has the amount's digits: what one
 * of the last place is worth follows from the amount, however it is written.
 */
const digits = rawSql(`try_cast(left(coalesce(
  list_filter(list_transform(regexp_extract_all(written, '[0-9]+(?:[.,][0-9]+)*'), lambda number: regexp_replace(number, '[^0-9]', '', 'g')),
    lambda number: trim(number, '0') = trim(regexp_replace(value, '[^0-9]', '', 'g'), '0'))[1],
  regexp_replace(written, '[^0-9]', '', 'g')), 18) as bigint)`);

const money = rawSql("(amount_centi // 100)::varchar || '.' || lpad((amount_centi % 100)::varchar, 2, '0')");

/** Amounts support their own value, each part the sum. */
export const supportOfAmounts = (tables: { readonly toldValue: TableName; readonly toldAmount: TableName }): Sql => sql`
  select payment_id, 'Payment', 'amount', value_key, statement_id, dataset_no
  from ${tables.toldAmount} join ${tables.toldValue} using (payment_id, whole) where prop = 'amount'`;

/** paid_on(payment_id, day): the days on which a payment is said to have been made; those of the month where no book says the day. */
export const paidOnTable = (toldValue: TableName): Sql => sql`
  with told as (
    select distinct payment_id, length(value) = 7 as is_month, try_cast(left(value || '-01', 10) as date) as day
    from ${toldValue} where prop = 'date' and length(value) >= 7 and not is_join)
  select distinct payment_id, case when is_month then day + unnest(range(day(last_day(day))))::integer else day end as day
  from told
  qualify not is_month or bool_and(is_month) over (partition by payment_id)`;

/**
 * rated_amount(told_amount's columns, day, case_centi, case_rounding_centi, flat_centi): told amounts and a flat fee of
 * 40 units in the case currency at the rate of each day of the payment. Where no currency is told, rows for each that
 * the case knows.
 */
export const ratedAmountTable = (tables: {
  readonly toldAmount: TableName;
  readonly paidOn: TableName;
  readonly rate: TableName;
  readonly caseCurrency: string;
}): Sql => sql`
  with daily as (
    select currency, rate_date, max(rate_millionths) as rate_millionths from ${tables.rate} group by currency, rate_date),
  known as (
    select currency from daily union select currency from ${tables.toldAmount} where currency is not null),
  candidate as (
    select told.* replace (coalesce(told.currency, known.currency) as currency), coalesce(day, date '1900-01-01') as day
    from ${tables.toldAmount} as told
    left join known on told.currency is null
    left join ${tables.paidOn} using (payment_id)),
  first_rate as (select currency, min(rate_date) as rate_date from daily group by currency),
  rated as (
    select candidate.*, coalesce(daily.rate_millionths, early.rate_millionths,
      case when candidate.currency = ${tables.caseCurrency} then 1000000 end) as rate_millionths
    from candidate
    asof left join daily on daily.currency = candidate.currency and daily.rate_date <= candidate.day
    left join first_rate on first_rate.currency = candidate.currency
    left join daily as early on early.currency = first_rate.currency and early.rate_date = first_rate.rate_date)
  select * exclude (rate_millionths), (amount_centi::hugeint * rate_millionths // 1000000)::bigint as case_centi,
    (rounding_centi::hugeint * rate_millionths // 1000000)::bigint as case_rounding_centi,
    (4000 * rate_millionths // 1000000) as flat_centi
  from rated`;

/**
 * Amounts of one payment that differ by more than a fee (half a percent or 40 units), what rounding hides and, in two
 * currencies, one percent of rate on every day that is told. An amount without a currency differs if it does in every
 * currency of the case.
 */
export const amountConflicts = (ratedAmount: TableName): Sql => sql`
  select distinct payment_id, 'amount', one_key, payment_id, 'amount', other_key,
    'They differ by more than a fee or the rate of the day explains.'
  from (
    select payment_id, one.value_key as one_key, other.value_key as other_key, one.whole, other.whole
    from ${ratedAmount} as one join ${ratedAmount} as other using (payment_id, day)
    where one.value_key <> other.value_key
    group by payment_id, one.value_key, other.value_key, one.whole, other.whole
    having bool_and(coalesce(case when one.currency = other.currency then ${differ} else ${differAtRate} end, false)))`;

const larger = (column: string): string => `greatest(one.${column}, other.${column})`;
const differ = rawSql(`abs(one.amount_centi - other.amount_centi) > greatest(${larger("amount_centi")} * 0.005, 4000)
  + one.rounding_centi + other.rounding_centi + 1`);
const differAtRate =
  rawSql(`abs(one.case_centi - other.case_centi) > greatest(${larger("case_centi")} * 0.005, ${larger("flat_centi")})
  + ${larger("case_centi")} * 0.01 + one.case_rounding_centi + other.case_rounding_centi + 1`);
