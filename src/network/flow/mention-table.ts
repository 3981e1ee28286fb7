import { rawSql, sql, type Sql, type TableName } from "../../store/index.ts";

/**
 * mention(payment_id, entity_id, place, is_only): each mention of each real payment. `place` orders the mentions of a
 * payment from 1: those with an amount in a known currency first; those that tell of this payment alone before those that
 * sum several; of a payment told in parts the largest; else an amount that is more than twice another one of the payment
 * last, as a slip (thousands, swapped digits) must not outweigh a whole network; then by hand-over and entity id.
 */
export const mentionTable = (tables: {
  readonly said: TableName;
  readonly currency: TableName;
  readonly payment: TableName;
  readonly dataset: TableName;
}): Sql => sql`
  with several as (select payment_id from ${tables.payment} group by payment_id having count(*) > 1),
  joint as (select entity_id from ${tables.payment} group by entity_id having count(*) > 1),
  member as (
    select payment_id, entity_id, entity_id in (select entity_id from joint) as is_joint,
      bool_or(coalesce(joined_by, '') like 'rule: split%') over (partition by payment_id) as is_split
    from ${tables.payment} where payment_id in (select payment_id from several)),
  told as (
    select member.*, dataset_no, abs(amount) as size, coalesce(is_known and amount is not null, false) as is_priced,
      coalesce(abs(amount) > 2 * min(abs(amount)) over (partition by payment_id, currency), false) as is_twice
    from member
    join ${tables.said} as said using (entity_id)
    join ${tables.currency} as currency using (currency_text))
  select payment_id, entity_id, 1 as place, true as is_only
  from ${tables.payment} where payment_id not in (select payment_id from several)
  union all
  select payment_id, entity_id, row_number() over (
    partition by payment_id
    order by is_priced desc, is_joint, case when is_split then -size end nulls last, is_twice, hand_over_no nulls last,
      dataset_no, entity_id), false
  from told
  left join (select dataset_no, min(hand_over_no) as hand_over_no from ${tables.dataset} group by dataset_no) as dataset
    using (dataset_no)`;

/**
 * dated(payment_id, payer_id, payee_id, amount, currency, per_unit, value_from, value_to): one row per real payment with
 * the amount of its first mention; each party is the first that is named, else the first; the date is the first whole
 * day, else the first date. Null where no mention says it. A date is a range as long as its precision: a day, a month, a
 * year.
 */
export const datedTable = (tables: {
  readonly said: TableName;
  readonly currency: TableName;
  readonly mention: TableName;
  readonly party: TableName;
}): Sql => sql`
  with of_several as (
    select payment_id, ${first("payer.party_id", "payer.is_named")} as payer_id,
      ${first("payee.party_id", "payee.is_named")} as payee_id, ${first("date_text", "length(date_text) >= 10")} as date_text
    from ${tables.mention} join ${tables.said} as said using (entity_id) ${partyJoins(tables.party)}
    where not is_only group by payment_id),
  foremost as (
    select payment_id, is_only, amount, currency, per_unit, date_text, payer.party_id as payer_id, payee.party_id as payee_id
    from ${tables.mention} join ${tables.said} as said using (entity_id)
    join ${tables.currency} as currency using (currency_text) ${partyJoins(tables.party)}
    where place = 1),
  settled as (
    select payment_id, amount, currency, per_unit,
      case when is_only then foremost.payer_id else of_several.payer_id end as payer_id,
      case when is_only then foremost.payee_id else of_several.payee_id end as payee_id,
      case when is_only then foremost.date_text else of_several.date_text end as day
    from foremost left join of_several using (payment_id)),
  started as (
    select *, case when regexp_full_match(day, '[0-9]{4}-[0-9]{2}-[0-9]{2}.*') then try_cast(left(day, 10) as date)
        when regexp_full_match(day, '[0-9]{4}-[0-9]{2}') then try_cast(day || '-01' as date)
        when regexp_full_match(day, '[0-9]{4}') then try_cast(day || '-01-01' as date) end as value_from
    from settled)
  select payment_id, payer_id, payee_id, amount, currency, per_unit, value_from,
    case when length(day) = 4 then (value_from + interval 1 year - interval 1 day)::date
      when length(day) = 7 then (value_from + interval 1 month - interval 1 day)::date else value_from end as value_to
  from started`;

const partyJoins = (party: TableName): Sql => sql`
  left join ${party} as payer
    on payer.party is not distinct from said.payer and payer.account is not distinct from said.payer_account
  left join ${party} as payee
    on payee.party is not distinct from said.payee and payee.account is not distinct from said.payee_account`;

/** The value of the first mention where it is of the better kind, else of the first that has it: the least of texts that sort so. */
const first = (value: string, isBetter: string): Sql =>
  rawSql(`substr(min(case when ${isBetter} then '0' else '1' end || lpad(place::varchar, 9, '0') || ${value}), 11)`);
