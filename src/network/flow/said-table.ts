import { descendantsOf } from "../../model/index.ts";
import { rawSql, sql, type Sql, type TableName } from "../../store/index.ts";

const paymentSchemata = descendantsOf("Payment");

const said = {
  payer: "payer",
  beneficiary: "payee",
  payerAccount: "payer_account",
  beneficiaryAccount: "payee_account",
  amount: "amount_text",
  currency: "currency_text",
  date: "date_text",
  endDate: "end_date_text",
} as const;

/** Parties and accounts as hashes of their ids: a million ids as text took three times as long. */
const isEntity = (prop: string): boolean => prop.startsWith("payer") || prop.startsWith("beneficiary");

/** A value under a condition; an aggregate's own filter would have the value computed of every row first. */
const columns = Object.entries(said).map(
  ([prop, column]) =>
    `min(case when prop = '${prop}' then ${isEntity(prop) ? "hash(value)" : "value"} end) as ${column}`,
);

/**
 * said(entity_id, dataset_no, payer, payee, payer_account, payee_account, amount, currency_text,
 * date_text): what each Payment
 * entity says of itself, parties and accounts as hashes of entity ids. `amount` is a decimal of the currency's unit with its sign,
 * below 10^14 units and to four decimals (a wider type took 4.9 s instead of 0.04 s for 1 M amounts); XXX is no currency;
 * `date_text` is the value date where one is said, else the date. Of several values of a property the first in byte
 * order is taken, of several parties or accounts the one with the least hash.
 */
export const saidTable = (statement: TableName): Sql => sql`
  select entity_id, dataset_no, payer, payee, payer_account, payee_account,
    try_cast(amount_text as decimal(18, 4)) as amount, coalesce(nullif(trim(currency_text), ''), 'XXX') as currency_text,
    coalesce(end_date_text, date_text) as date_text
  from (
    select entity_id, min(dataset_no) as dataset_no, ${rawSql(columns.join(", "))}
    from ${statement}
    where schema in (select unnest(${paymentSchemata})) and prop in (select unnest(${Object.keys(said)}))
    group by entity_id)`;
