import { descendantsOf } from "../model/index.ts";
import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

const paymentSchemata = descendantsOf("Payment");

/** paid(payment_id, entity_id, joined_by, statement_id, dataset_no, amount): each mention of a payment with one statement that shows it. */
export const paidTable = (tables: { readonly payment: TableName; readonly statement: TableName }): Sql => sql`
  with amount as (
    select entity_id, min(statement_id) as statement_id, min(dataset_no) as dataset_no, min(value) as amount
    from ${tables.statement} where prop = 'amount' and schema in (select unnest(${paymentSchemata})) group by entity_id),
  other as (
    select entity_id, min(statement_id) as statement_id, min(dataset_no) as dataset_no
    from ${tables.statement}
    where entity_id in (select entity_id from ${tables.payment}) and entity_id not in (select entity_id from amount)
    group by entity_id)
  select payment_id, payment.entity_id, joined_by, coalesce(amount.statement_id, other.statement_id) as statement_id,
    coalesce(amount.dataset_no, other.dataset_no) as dataset_no, amount
  from ${tables.payment} as payment
  left join amount using (entity_id)
  left join other on other.entity_id = payment.entity_id`;

/** The edge itself: each mention says that the payment took place. */
export const supportOfPayments = (paid: TableName): Sql => sql`
  select one.payment_id, 'Payment', 'payment', coalesce(head.amount, 'amount not said'), one.statement_id, one.dataset_no
  from ${paid} as one
  left join ${paid} as head on head.entity_id = one.payment_id and head.payment_id = one.payment_id
  where one.statement_id is not null`;

/**
 * shared(payment_id, entity_id, dataset_no, whole, is_split): mentions of payments that two hand-overs or more show, but
 * those that join it with another. Mentions of one `whole` tell one amount together: the parts of a split payment.
 */
export const sharedTable = (paid: TableName): Sql => sql`
  with many as (
    select payment_id, coalesce(bool_or(joined_by like 'rule: split%'), false) as is_split
    from ${paid} group by payment_id having count(distinct dataset_no) > 1)
  select payment_id, entity_id, dataset_no, is_split, case when is_split then dataset_no::varchar else entity_id end as whole
  from ${paid} join many using (payment_id)
  where coalesce(joined_by not like 'rule: join%', true) and not (is_split and coalesce(joined_by like 'rule: same row%', false))`;

/** told_value(payment_id, entity_id, dataset_no, whole, is_split, prop, value, statement_id): what shared payments' mentions say. */
export const toldValueTable = (tables: { readonly shared: TableName; readonly statement: TableName }): Sql => sql`
  select distinct shared.*, prop, value, statement_id
  from ${tables.shared} as shared join ${tables.statement} as statement on statement.entity_id = shared.entity_id
  where prop in ('amount', 'currency', 'date', 'payerAccount', 'beneficiaryAccount')`;

const money = (centi: string): string => `(${centi} // 100)::varchar || '.' || lpad((${centi} % 100)::varchar, 2, '0')`;

/**
 * told_amount(payment_id, whole, amount_centi, amounts, case_centi, parts, currency, flat_centi, value_key): the amount that each
 * book gives a payment, parts added up, in hundredths; also in the case currency at the day's rate, where there is one. A
 * book that shows only some of another's parts says nothing of the whole.
 */
export const toldAmountTable = (tables: {
  readonly toldValue: TableName;
  readonly rate: TableName;
  readonly caseCurrency: string;
}): Sql => sql`
  with daily as (
    select currency, rate_date, max(rate_millionths) as rate_millionths from ${tables.rate} group by currency, rate_date),
  mention as (
    select payment_id, entity_id, whole, (abs(min(try_cast(value as decimal(18, 2))) filter (where prop = 'amount')) * 100)::bigint as centi,
      min(value) filter (where prop = 'currency' and regexp_full_match(value, '[A-Z]{3}')) as currency,
      min(try_cast(left(value || '-15', 10) as date)) filter (where prop = 'date') as day
    from ${tables.toldValue} group by payment_id, entity_id, whole),
  total as (
    select payment_id, whole, sum(centi)::bigint as amount_centi, list(distinct centi order by centi) as amounts, min(currency) as currency, min(day) as day, count(*) as parts,
      count(centi) = count(*) and count(distinct currency) <= 1 as is_sum
    from mention group by payment_id, whole),
  entire as (
    select * from total as one where is_sum and not exists (
      select 1 from total as other
      where other.payment_id = one.payment_id and other.parts > one.parts and list_has_all(other.amounts, one.amounts))),
  first_rate as (select currency, min(rate_date) as rate_date from daily group by currency),
  rated as (
    select total.*, coalesce(daily.rate_millionths, early.rate_millionths,
      case when total.currency = ${tables.caseCurrency} then 1000000 end) as rate_millionths
    from (select * exclude (day), coalesce(day, date '1900-01-01') as day from entire) as total
    asof left join daily on daily.currency = total.currency and daily.rate_date <= total.day
    left join first_rate on first_rate.currency = total.currency
    left join daily as early on early.currency = first_rate.currency and early.rate_date = first_rate.rate_date)
  select payment_id, whole, amount_centi, amounts, currency, parts, (amount_centi::hugeint * rate_millionths // 1000000)::bigint as case_centi,
    (4000 * rate_millionths // 1000000) as flat_centi, ${rawSql(money("amount_centi"))} || coalesce(' ' || currency, '') as value_key
  from rated`;

/** Amounts support their own value, each part the sum. */
export const supportOfAmounts = (tables: { readonly toldValue: TableName; readonly toldAmount: TableName }): Sql => sql`
  select payment_id, 'Payment', 'amount', value_key, statement_id, dataset_no
  from ${tables.toldAmount} join ${tables.toldValue} using (payment_id, whole) where prop = 'amount'`;

/** Amounts of one payment that differ by more than a fee (half a percent or 40 units for each part) and, in two currencies, one percent of rate; without a
 * currency they say nothing. */
export const amountConflicts = (toldAmount: TableName): Sql => sql`
  select distinct one.payment_id, 'amount', one.value_key, one.payment_id, 'amount', other.value_key,
    'They differ by more than a fee or the rate of the day explains.'
  from ${toldAmount} as one join ${toldAmount} as other using (payment_id)
  where one.value_key <> other.value_key
    and case
    when one.currency is null or other.currency is null then false
    when one.currency = other.currency
      then abs(one.amount_centi - other.amount_centi) >
        greatest(greatest(one.amount_centi, other.amount_centi) * 0.0051, 4000 * greatest(one.parts, other.parts)) + 1
    else coalesce(abs(one.case_centi - other.case_centi) > greatest(one.case_centi, other.case_centi) * 0.0155
      + greatest(one.flat_centi, other.flat_centi), false) end`;

/** Dates of payments that are told whole; a value date lies up to three days later. */
export const supportOfDates = (toldValue: TableName): Sql => sql`
  select payment_id, 'Payment', 'date', left(value, 10), statement_id, dataset_no
  from ${toldValue} where prop = 'date' and not is_split`;

export const dateConflicts = (toldValue: TableName): Sql => sql`
  with told as (
    select distinct payment_id, left(value, 10) as value_key, ${rawSql(firstDay)} as day_from, ${rawSql(lastDay)} as day_to
    from ${toldValue} where prop = 'date' and not is_split)
  select one.payment_id, 'date', one.value_key, one.payment_id, 'date', other.value_key,
    'They lie further apart than a value date does.'
  from told as one join told as other using (payment_id)
  where one.value_key <> other.value_key
    and greatest(date_diff('day', other.day_to, one.day_from), date_diff('day', one.day_to, other.day_from)) > 3`;

const firstDay = "try_cast(left(value || '-01-01', 10) as date)";
const lastDay = `case length(value) when 4 then try_cast(value || '-12-31' as date)
  when 7 then last_day(try_cast(value || '-01' as date)) else try_cast(left(value, 10) as date) end`;
