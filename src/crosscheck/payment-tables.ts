import { descendantsOf } from "../model/index.ts";
import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

const paymentSchemata = descendantsOf("Payment");

/** paid(payment_id, entity_id, joined_by, is_join, statement_id, dataset_no, amount): each mention of a payment with one statement that shows it; `is_join`: it tells another payment too. */
export const paidTable = (tables: { readonly payment: TableName; readonly statement: TableName }): Sql => sql`
  with amount as (
    select entity_id, min(statement_id) as statement_id, min(dataset_no) as dataset_no, min(value) as amount
    from ${tables.statement} where prop = 'amount' and schema in (select unnest(${paymentSchemata})) group by entity_id),
  joint as (select entity_id from ${tables.payment} group by entity_id having count(*) > 1),
  other as (
    select entity_id, min(statement_id) as statement_id, min(dataset_no) as dataset_no
    from ${tables.statement}
    where entity_id in (select entity_id from ${tables.payment} anti join amount using (entity_id))
    group by entity_id)
  select payment_id, payment.entity_id, joined_by, payment.entity_id in (select entity_id from joint) as is_join, coalesce(amount.statement_id, other.statement_id) as statement_id,
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
 * shared(payment_id, entity_id, dataset_no, is_split, is_join, whole): mentions of payments that two hand-overs or more
 * show, or one in parts. Mentions of one `whole` tell one amount together: the parts of a split payment. `is_join`: the row tells another
 * payment with it, so that its accounts are this payment's and its amount and date are not.
 */
export const sharedTable = (paid: TableName): Sql => sql`
  with many as (
    select payment_id, coalesce(bool_or(joined_by like 'rule: split%'), false) as is_split
    from ${paid} group by payment_id having count(distinct dataset_no) > 1 or is_split)
  select payment_id, entity_id, dataset_no, is_split, is_join,
    case when is_split then dataset_no::varchar else entity_id end as whole
  from ${paid} join many using (payment_id)
  where not (is_split and coalesce(joined_by like 'rule: same row%', false))`;

/** told_value(shared's columns, prop, value, written, statement_id): what shared payments' mentions say, and how it is written. */
export const toldValueTable = (tables: { readonly shared: TableName; readonly statement: TableName }): Sql => sql`
  select distinct shared.*, prop, value, coalesce(original_value, value) as written, statement_id
  from ${tables.shared} as shared join ${tables.statement} as statement on statement.entity_id = shared.entity_id
  where prop in ('amount', 'currency', 'date', 'payerAccount', 'beneficiaryAccount')`;

/**
 * told_date(payment_id, value, statement_id, dataset_no): the date of each payment by the books that show it in one row.
 * Of one that another book shows in parts, the row tells the whole if no part comes near it: a part has a date of its own.
 */
export const toldDateTable = (toldValue: TableName): Sql => sql`
  with mention as (
    select payment_id, dataset_no, entity_id, is_split,
      abs(min(try_cast(value as decimal(18, 2))) filter (where prop = 'amount')) as amount,
      count(*) over (partition by payment_id, dataset_no) as parts
    from ${toldValue} where not is_join group by payment_id, dataset_no, entity_id, is_split),
  part as (select payment_id, max(amount) as amount from mention where parts > 1 group by payment_id),
  whole as (
    select payment_id, entity_id from mention left join part using (payment_id)
    where not is_split or parts = 1 and coalesce(part.amount < mention.amount * ${partMax}, false))
  select payment_id, value, statement_id, dataset_no
  from ${toldValue} semi join whole using (payment_id, entity_id) where prop = 'date'`;

// What a fee takes off the whole leaves more than this of it.
const partMax = 0.95;

/** Dates support their own value, as exactly as they are told. */
export const supportOfDates = (toldDate: TableName): Sql => sql`
  select payment_id, 'Payment', 'date', left(value, 10), statement_id, dataset_no from ${toldDate}`;

/** Dates of one payment that lie further apart than a value date, up to three days later. */
export const dateConflicts = (toldDate: TableName): Sql => sql`
  with told as (
    select distinct payment_id, left(value, 10) as value_key, ${rawSql(firstDay)} as day_from, ${rawSql(lastDay)} as day_to
    from ${toldDate})
  select one.payment_id, 'date', one.value_key, one.payment_id, 'date', other.value_key,
    'They lie further apart than a value date does.'
  from told as one join told as other using (payment_id)
  where one.value_key <> other.value_key
    and greatest(date_diff('day', other.day_to, one.day_from), date_diff('day', one.day_to, other.day_from)) > 3`;

const firstDay = "try_cast(left(value || '-01-01', 10) as date)";
const lastDay = `case length(value) when 4 then try_cast(value || '-12-31' as date)
  when 7 then last_day(try_cast(value || '-01' as date)) else try_cast(left(value, 10) as date) end`;
