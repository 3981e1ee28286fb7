import { minorUnits } from "../../model/index.ts";
import { rawSql, sql, text, type Database, type Sql, type TableName } from "../../store/index.ts";

/** A rate older than this on the value date is no rate: it would price a payment by another time. */
const rateAgeDays = 31;

/** unit(currency, decimals): how many decimals the minor unit of each currency of the payments has (ISO 4217). */
export async function unitTable(database: Database, dated: TableName): Promise<TableName> {
  const currencies = await database.rows(sql`select distinct currency from ${dated} order by currency`, {
    currency: text,
  });
  const unit = await database.temporary("network_unit", "currency varchar, decimals integer");
  await database.append(unit, {
    currency: currencies.map((row) => row.currency),
    decimals: currencies.map((row) => minorUnits(row.currency)),
  });
  return unit;
}

/**
 * priced(payment_id, payer_id, payee_id, amount_minor, currency, case_minor, value_from, value_to): amounts as whole minor
 * units, rounded half to even; `case_minor` is the amount in the case currency at the last stated rate on or before the
 * middle of the value dates, null where there is none of the last 31 days. A negative amount is a flow back: the parties
 * are exchanged.
 */
export const pricedTable = (tables: {
  readonly dated: TableName;
  readonly unit: TableName;
  readonly rate: TableName;
  readonly caseCurrency: string;
}): Sql => sql`
  with minor as (
    select payment_id, case when amount < 0 then payee_id else payer_id end as payer_id,
      case when amount < 0 then payer_id else payee_id end as payee_id, currency, decimals, value_from, value_to,
      try_cast(${halfEven("(abs(amount) * 1000000)::hugeint * pow10", "1000000")} as bigint) as amount_minor,
      value_from + (date_diff('day', value_from, value_to) // 2)::integer as rate_day
    from (select *, (10 ** decimals)::hugeint as pow10 from ${tables.dated} join ${tables.unit} using (currency))),
  daily as (
    select currency, rate_date, max(rate_millionths) as rate_millionths from ${tables.rate} group by currency, rate_date
  ),
  rated as (
    select minor.*, case when minor.currency = ${tables.caseCurrency} then 1000000
      when date_diff('day', rate_date, rate_day) <= ${rateAgeDays} then rate_millionths end as rate_millionths
    from minor asof left join daily
      on daily.currency = minor.currency and daily.rate_date <= coalesce(minor.rate_day, date '0001-01-01'))
  select payment_id, payer_id, payee_id, amount_minor, currency, value_from, value_to, try_cast(${halfEven(
    "amount_minor::hugeint * rate_millionths * case_pow10",
    "(1000000 * own_pow10)",
  )} as bigint) as case_minor
  from (select *, (10 ** ${minorUnits(tables.caseCurrency)})::hugeint as case_pow10, (10 ** decimals)::hugeint as own_pow10 from rated)`;

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
  where payer_id is not null and payee_id is not null and amount_minor is not null
  order by payment_id`;
