import { descendantsOf } from "../model/index.ts";
import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

const paymentSchemata = descendantsOf("Payment");

const paymentProperties = [
  "payer",
  "beneficiary",
  "payerAccount",
  "beneficiaryAccount",
  "amount",
  "currency",
  "date",
  "transactionNumber",
  "purpose",
] as const;

const textOf = (prop: (typeof paymentProperties)[number], value = "value"): Sql =>
  sql`min(${valueIf(sql`prop = ${rawSql(`'${prop}'`)}`, rawSql(value))})`;

/** Parties and accounts as hashes of their ids: a million ids as text took three times as long. */
const entityOf = (prop: (typeof paymentProperties)[number]): Sql => textOf(prop, "hash(value)");

/** A value under a condition; an aggregate's own filter would have the value computed of every row first. */
const valueIf = (condition: Sql, value: Sql = rawSql("value")): Sql => sql`case when ${condition} then ${value} end`;

const isWholeDay = rawSql("prop = 'date' and length(value) >= 10");
const day = rawSql("try_cast(left(value, 10) as date)");

const letters = (column: string): Sql =>
  rawSql(`nullif(upper(regexp_replace(${column}, '[^\\p{L}\\p{N}]', '', 'g')), '')`);

/**
 * said(no, entity_id, dataset_no, payer, beneficiary, payer_account, beneficiary_account, amount_centi, currency, day_from,
 * day_to, month, reference, purpose, words): what each Payment entity says. Amounts are hundredths of the currency's
 * unit, without sign; a currency that is no ISO code is unknown; `month` is set only where no whole day is said; `words`
 * is the purpose as it stands; parties and accounts are hashes of entity ids. `no` counts from 0 by hand-over, then by
 * entity id: the smaller of two names the payment.
 */
export const saidTable = (tables: { readonly statement: TableName; readonly dataset: TableName }): Sql => sql`
  select (row_number() over (order by hand_over_no, dataset_no, entity_id) - 1)::integer as no, entity_id, dataset_no, payer, beneficiary, payer_account, beneficiary_account,
    amount_centi, currency, day_from, day_to, case when day_from is null then month end as month,
    ${letters("reference")} as reference, ${letters("purpose")} as purpose, purpose as words
  from (
    select entity_id, min(dataset_no) as dataset_no, ${entityOf("payer")} as payer, ${entityOf("beneficiary")} as beneficiary,
      ${entityOf("payerAccount")} as payer_account, ${entityOf("beneficiaryAccount")} as beneficiary_account,
      min(${valueIf(rawSql("prop = 'amount'"), rawSql("(abs(try_cast(value as decimal(18, 2))) * 100)::bigint"))}) as amount_centi,
      min(${valueIf(rawSql("prop = 'currency' and regexp_full_match(value, '[A-Z]{3}')"))}) as currency,
      min(${valueIf(isWholeDay, day)}) as day_from, max(${valueIf(isWholeDay, day)}) as day_to,
      min(${valueIf(rawSql("prop = 'date' and length(value) = 7"))}) as month,
      ${textOf("transactionNumber")} as reference, ${textOf("purpose")} as purpose
    from ${tables.statement}
    where schema in (select unnest(${paymentSchemata})) and prop in (select unnest(${paymentProperties}))
    group by entity_id)
  join (select dataset_no, hand_over_no from ${tables.dataset}) using (dataset_no)`;

/** moved(entity, canonical): the entities that have another's id, as hashes. */
export const movedTable = (cluster: TableName): Sql => sql`
  select hash(entity_id) as entity, hash(canonical_id) as canonical from ${cluster} where canonical_id <> entity_id`;

/**
 * mention(no, entity_id, dataset_no, payer, ..., payer_said, ..., case_centi): what is said with parties and accounts by
 * canonical id (`..._said` keeps the entity as its book names it), and the amount in the case currency at the rate of the
 * day (of one without a date, of the first that it may be); without a currency, at that of each the case knows
 * (`case_centis`).
 */
export const mentionTable = (tables: {
  readonly said: TableName;
  readonly between: TableName;
  readonly moved: TableName;
  readonly rate: TableName;
  readonly caseCurrency: string;
}): Sql => sql`
  with daily as (
    select currency, rate_date, max(rate_millionths) as rate_millionths from ${tables.rate} group by currency, rate_date),
  first_rate as (select currency, min(rate_date) as rate_date from daily group by currency),
  dated as (
    select said.*, coalesce(said.day_from, between_days.day_from, try_cast(month || '-15' as date), date '1900-01-01') as rate_day
    from ${tables.said} as said left join ${tables.between} as between_days using (no)),
  known as (select currency from daily union select currency from dated where currency is not null),
  asked as (
    select distinct currency, rate_day from dated where currency is not null
    union
    select known.currency, rate_day from (select distinct rate_day from dated where currency is null) cross join known),
  priced as (
    select asked.*, coalesce(daily.rate_millionths, early.rate_millionths,
      case when asked.currency = ${tables.caseCurrency} then 1000000 end) as rate_millionths
    from asked
    asof left join daily on daily.currency = asked.currency and daily.rate_date <= asked.rate_day
    left join first_rate on first_rate.currency = asked.currency
    left join daily as early on early.currency = first_rate.currency and early.rate_date = first_rate.rate_date),
  possible as (
    select rate_day, list(distinct rate_millionths order by rate_millionths) filter (where rate_millionths is not null) as rates
    from priced group by rate_day),
  rated as (
    select dated.*, rate_millionths, case when currency is null then rates end as rates
    from dated left join priced using (currency, rate_day) left join possible using (rate_day))
  select rated.no, rated.entity_id, rated.dataset_no, coalesce(payer.canonical, rated.payer) as payer,
    coalesce(beneficiary.canonical, rated.beneficiary) as beneficiary,
    coalesce(payer_account.canonical, rated.payer_account) as payer_account,
    coalesce(beneficiary_account.canonical, rated.beneficiary_account) as beneficiary_account,
    rated.payer as payer_said, rated.beneficiary as beneficiary_said, rated.payer_account as payer_account_said,
    rated.beneficiary_account as beneficiary_account_said, amount_centi, rated.currency, day_from, day_to, month,
    reference, purpose, words, (amount_centi::hugeint * rate_millionths // 1000000)::bigint as case_centi,
    list_transform(rates, lambda rate: (amount_centi::hugeint * rate // 1000000)::bigint) as case_centis
  from rated
  left join ${tables.moved} as payer on payer.entity = rated.payer
  left join ${tables.moved} as beneficiary on beneficiary.entity = rated.beneficiary
  left join ${tables.moved} as payer_account on payer_account.entity = rated.payer_account
  left join ${tables.moved} as beneficiary_account on beneficiary_account.entity = rated.beneficiary_account`;
