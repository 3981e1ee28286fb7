import { sql, type Sql, type TableName } from "../../store/index.ts";

/**
 * mention(payment_id, entity_id, place, amount, currency, date_text): each mention of each real payment. `place` orders
 * the mentions of a payment from 1: those with an amount in a currency before those without; those that tell of this
 * payment alone before those that sum several; of a payment told in parts the largest; then by hand-over and entity id.
 */
export const mentionTable = (tables: {
  readonly said: TableName;
  readonly payment: TableName;
  readonly dataset: TableName;
}): Sql => sql`
  with member as (
    select payment_id, entity_id, count(*) over (partition by entity_id) > 1 as is_joint,
      bool_or(coalesce(joined_by, '') like 'rule: split%') over (partition by payment_id) as is_split
    from ${tables.payment})
  select payment_id, entity_id, amount, currency, date_text, row_number() over (
    partition by payment_id
    order by amount is null or currency = 'XXX', is_joint, case when is_split then -abs(amount) end nulls last,
      hand_over_no nulls last, dataset_no, entity_id) as place
  from member
  join ${tables.said} as said using (entity_id)
  left join (select dataset_no, min(hand_over_no) as hand_over_no from ${tables.dataset} group by dataset_no) as dataset
    using (dataset_no)`;

/**
 * dated(payment_id, payer_id, payee_id, amount, currency, value_from, value_to): one row per real payment with what its
 * first mention says; each party is the first that is named, else the first. Null where no mention says it. A date is a
 * range as long as its precision: a day, a month, a year.
 */
export const datedTable = (tables: { readonly mention: TableName; readonly party: TableName }): Sql => sql`
  with ends as (
    select payment_id,
      (list(party_id order by is_named desc, place, entity_id) filter (where is_payer))[1] as payer_id,
      (list(party_id order by is_named desc, place, entity_id) filter (where not is_payer))[1] as payee_id
    from ${tables.mention} join ${tables.party} using (entity_id)
    group by payment_id),
  dates as (
    select payment_id, amount, currency,
      case when regexp_full_match(date_text, '[0-9]{4}-[0-9]{2}-[0-9]{2}.*') then try_cast(left(date_text, 10) as date)
        when regexp_full_match(date_text, '[0-9]{4}-[0-9]{2}') then try_cast(date_text || '-01' as date)
        when regexp_full_match(date_text, '[0-9]{4}') then try_cast(date_text || '-01-01' as date) end as value_from,
      length(date_text) as precision
    from ${tables.mention} where place = 1)
  select payment_id, payer_id, payee_id, amount, currency, value_from,
    case when precision = 4 then (value_from + interval 1 year - interval 1 day)::date
      when precision = 7 then (value_from + interval 1 month - interval 1 day)::date else value_from end as value_to
  from dates left join ends using (payment_id)`;
