import { rawSql, sql, type Sql, type TableName } from "../../store/index.ts";
import { perUnit } from "./currency-table.ts";

/** A rate older than this on the value date is no rate: it would price a payment by another time. */
const rateAgeDays = 31;

/**
 * priced(payment_id, payer_id, payee_id, amount_minor, currency, case_minor, value_from, value_to): amounts as whole minor
 * units, rounded half to even; `case_minor` is the amount in the case currency at the last stated rate on or before the
 * middle of the value dates, null where there is none of the last 31 days. A negative amount is a flow back: the parties
 * are exchanged.
 */
export const pricedTable = (tables: {
  readonly dated: TableName;
  readonly rate: TableName;
  readonly caseCurrency: string;
}): Sql => sql`
  with minor as (
    select payment_id, case when amount < 0 then payee_id else payer_id end as payer_id,
      case when amount < 0 then payer_id else payee_id end as payee_id, currency, per_unit, value_from, value_to,
      ${halfEven("ten_thousandths", "(10000 // per_unit)")} as amount_minor,
      value_from + (date_diff('day', value_from, value_to) // 2)::integer as rate_day
    from (select *, (abs(amount)::decimal(23, 4) * 10000)::bigint as ten_thousandths from ${tables.dated})),
  day as (select distinct currency, rate_day from minor where rate_day is not null),
  daily as (
    select currency, rate_date, max(rate_millionths) as rate_millionths from ${tables.rate} group by currency, rate_date),
  priced_day as (
    select day.currency, rate_day, rate_millionths
    from day asof join daily on daily.currency = day.currency and daily.rate_date <= rate_day
    where date_diff('day', rate_date, rate_day) <= ${rateAgeDays})
  select payment_id, payer_id, payee_id, amount_minor, currency, value_from, value_to,
    case when currency = ${tables.caseCurrency} then amount_minor else try_cast(${halfEven(
      `amount_minor::hugeint * rate_millionths * ${perUnit(tables.caseCurrency)}`,
      "(1000000 * per_unit)",
    )} as bigint) end as case_minor
  from minor left join priced_day using (currency, rate_day)`;

/** A quotient of whole numbers from 0, rounded half to even. */
function halfEven(dividend: string, divisor: string): Sql {
  const whole = `(${dividend}) // ${divisor}`;
  const twice = `2 * ((${dividend}) % ${divisor})`;
  return rawSql(
    `(${whole} + case when ${twice} > ${divisor} or (${twice} = ${divisor} and (${whole}) % 2 = 1) then 1 else 0 end)`,
  );
}

/**
 * The rows of `flow`: one per real payment whose two ends and amount are known. `roots_least`: how many independent
 * sources say some value of it. `confidence_ppm` is 1,000,000 for every payment that stands in material: how likely a
 * single book is wrong is not modelled here.
 */
export const flowTable = (tables: { readonly priced: TableName; readonly finding: TableName }): Sql => sql`
  select payment_id, payer_id, payee_id, amount_minor, currency, case_minor, value_from, value_to,
    1000000 as confidence_ppm, coalesce(roots_least, 0)::integer as roots_least
  from ${tables.priced}
  left join (select canonical_id as payment_id, max(roots_least) as roots_least from ${tables.finding} group by canonical_id)
    using (payment_id)
  where payer_id is not null and payee_id is not null and amount_minor is not null`;
