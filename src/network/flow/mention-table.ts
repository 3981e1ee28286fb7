import { rawSql, sql, type Sql, type TableName } from "../../store/index.ts";

/**
 * mention(payment_id, entity_id, place, is_only): each mention of each real payment. `place` orders the mentions of a
 * payment from 1: those with an amount in a currency before those without; those that tell of this payment alone before
 * those that sum several; of a payment told in parts the largest; then by hand-over and entity id.
 */
export const mentionTable = (tables: {
  readonly said: TableName;
  readonly payment: TableName;
  readonly dataset: TableName;
}): Sql => sql`
  with several as (select payment_id from ${tables.payment} group by payment_id having count(*) > 1),
  joint as (select entity_id from ${tables.payment} group by entity_id having count(*) > 1),
  member as (
    select payment_id, entity_id, entity_id in (select entity_id from joint) as is_joint,
      bool_or(coalesce(joined_by, '') like 'rule: split%') over (partition by payment_id) as is_split
    from ${tables.payment} where payment_id in (select payment_id from several))
  select payment_id, entity_id, 1 as place, true as is_only
  from ${tables.payment} where payment_id not in (select payment_id from several)
  union all
  select payment_id, entity_id, row_number() over (
    partition by payment_id
    order by amount is null or currency = 'XXX', is_joint, case when is_split then -abs(amount) end nulls last,
      hand_over_no nulls last, dataset_no, entity_id), false
  from member
  join ${tables.said} as said using (entity_id)
  left join (select dataset_no, min(hand_over_no) as hand_over_no from ${tables.dataset} group by dataset_no) as dataset
    using (dataset_no)`;

/**
 * dated(payment_id, payer_id, payee_id, amount, currency, value_from, value_to): one row per real payment with what its
 * first mention says; each party is the first that is named, else the first. Null where no mention says it. A date is a
 * range as long as its precision: a day, a month, a year.
 */
export const datedTable = (tables: {
  readonly said: TableName;
  readonly mention: TableName;
  readonly party: TableName;
}): Sql => sql`
  with end_of_several as (
    select payment_id, ${firstNamed("payer")} as payer_id, ${firstNamed("payee")} as payee_id
    from ${tables.mention} join ${tables.said} as said using (entity_id) ${partyJoins(tables.party)}
    where not is_only group by payment_id),
  first as (
    select payment_id, is_only, amount, currency, date_text, length(date_text) as precision,
      payer.party_id as payer_id, payee.party_id as payee_id,
      case when regexp_full_match(date_text, '[0-9]{4}-[0-9]{2}-[0-9]{2}.*') then try_cast(left(date_text, 10) as date)
        when regexp_full_match(date_text, '[0-9]{4}-[0-9]{2}') then try_cast(date_text || '-01' as date)
        when regexp_full_match(date_text, '[0-9]{4}') then try_cast(date_text || '-01-01' as date) end as value_from
    from ${tables.mention} join ${tables.said} as said using (entity_id) ${partyJoins(tables.party)}
    where place = 1)
  select payment_id, case when is_only then first.payer_id else several.payer_id end as payer_id,
    case when is_only then first.payee_id else several.payee_id end as payee_id, amount, currency, value_from,
    case when precision = 4 then (value_from + interval 1 year - interval 1 day)::date
      when precision = 7 then (value_from + interval 1 month - interval 1 day)::date else value_from end as value_to
  from first left join end_of_several as several using (payment_id)`;

const partyJoins = (party: TableName): Sql => sql`
  left join ${party} as payer
    on payer.party is not distinct from said.payer and payer.account is not distinct from said.payer_account
  left join ${party} as payee
    on payee.party is not distinct from said.payee and payee.account is not distinct from said.payee_account`;

/** The party of the first mention that names it, else of the first that knows it: the least of texts that sort so. */
const firstNamed = (side: "payer" | "payee"): Sql =>
  rawSql(
    `substr(min(case when ${side}.is_named then '0' else '1' end || lpad(place::varchar, 9, '0') || ${side}.party_id), 11)`,
  );
