import { descendantsOf } from "../../model/index.ts";
import { rawSql, sql, type Sql, type TableName } from "../../store/index.ts";
import { keptProperties } from "../kept-properties.ts";

const paymentSchemata = descendantsOf("Payment");

/** How a value is written, but for case and spaces: a copier changes these without meaning to. */
const folded = (value: string): Sql => rawSql(`trim(regexp_replace(lower(nfc_normalize(${value})), '\\s+', ' ', 'g'))`);

/**
 * party_form(entity_id, canonical_id, form): how each party or account of a payment is written where it stands: a
 * book's entities are told apart by their names and numbers as written.
 */
export const partyFormTable = (tables: { readonly statement: TableName; readonly cluster: TableName }): Sql => sql`
  with written as (
    select distinct entity_id, case when prop = 'name' then ${folded("coalesce(original_value, value)")}
      else upper(regexp_replace(value, '[\\s./_-]+', '', 'g')) end as form
    from ${tables.statement}
    where prop in ('name', 'accountNumber', 'iban')
      and entity_id in (select value from ${tables.statement}
        where prop in ('payer', 'beneficiary', 'payerAccount', 'beneficiaryAccount') and schema in (select unnest(${paymentSchemata}))))
  select entity_id, coalesce(min(canonical_id), entity_id) as canonical_id, string_agg(distinct form, '; ' order by form) as form
  from written left join ${tables.cluster} using (entity_id)
  group by entity_id`;

const isEnd = rawSql("prop in ('payer', 'beneficiary', 'payerAccount', 'beneficiaryAccount')");

/**
 * link(link_id, dataset_no, entity_id): every mention of something that several hand-overs may tell of: a payment (of one in
 * parts, the part of that amount), or an entity that is no party of payments and that a hand-over tells of three times at
 * most.
 */
export const linkTable = (tables: {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly payment: TableName;
  readonly partyForm: TableName;
}): Sql => sql`
  select payment_id || case when bool_or(coalesce(joined_by like 'rule: split%', false)) over (partition by payment_id)
      then coalesce(' ' || amount, ' ?') else '' end as link_id, said.dataset_no, payment.entity_id
  from ${tables.payment} as payment
  join (select entity_id, min(dataset_no) as dataset_no, min(value) filter (where prop = 'amount') as amount from ${tables.statement}
    where prop in ('amount', 'payer') and schema in (select unnest(${paymentSchemata})) group by entity_id) as said
    using (entity_id)
  union all
  select canonical_id, dataset_no, entity_id
  from (
    select distinct canonical_id, cluster.entity_id, dataset_no
    from ${tables.cluster} as cluster join ${tables.statement} as statement on statement.entity_id = cluster.entity_id
    where cluster.entity_id not in (select entity_id from ${tables.partyForm}))
  qualify count(*) over (partition by canonical_id, dataset_no) <= 3`;

/** shared(link_id, dataset_no, entity_id): the mentions of what both hand-overs of a pair tell of. */
export const sharedLinkTable = (tables: { readonly link: TableName; readonly bookPair: TableName }): Sql => sql`
  select link_id, dataset_no, entity_id from ${tables.link}
  where link_id in (
    select original.link_id from ${tables.bookPair}
    join ${tables.link} as original on original.dataset_no = original_no
    join ${tables.link} as copy on copy.dataset_no = copier_no and copy.link_id = original.link_id)`;

/**
 * told(link_id, dataset_no, entity_id, kind, thing, form): what each shared mention says: of a payment its values, parties
 * and accounts (`thing` is the party, that others may write otherwise), of another entity its properties.
 */
export const toldTable = (tables: {
  readonly statement: TableName;
  readonly shared: TableName;
  readonly partyForm: TableName;
}): Sql => sql`
  with kept as (
    select unnest(${keptProperties.map(([schema]) => schema)}) as schema,
      unnest(${keptProperties.map(([, prop]) => prop)}) as prop),
  said as (
    select link_id, statement.* from ${tables.shared} as shared
    join ${tables.statement} as statement
      on statement.entity_id = shared.entity_id and statement.dataset_no = shared.dataset_no)
  select link_id, dataset_no, said.entity_id, prop as kind,
    case when ${isEnd} then coalesce(min(canonical_id), '?') end as thing,
    string_agg(distinct coalesce(form, ${folded("value")}), '; ' order by coalesce(form, ${folded("value")})) as form
  from said
  left join ${tables.partyForm} as party on party.entity_id = case when ${isEnd} then said.value end
  where schema in (select unnest(${paymentSchemata})) and (
    prop in ('amount', 'date', 'purpose', 'transactionNumber')
    or (prop = 'currency' and regexp_full_match(value, '[A-Z]{3}'))
    or (${isEnd} and form is not null))
  group by link_id, dataset_no, said.entity_id, prop
  union all
  select link_id, dataset_no, entity_id, prop, case when prop = 'name' then link_id end,
    string_agg(distinct ${folded("coalesce(original_value, value)")}, '; ' order by ${folded("coalesce(original_value, value)")})
  from said join kept using (schema, prop)
  where prop_type <> 'entity'
  group by link_id, dataset_no, entity_id, prop`;

/** use(thing, form, dataset_no, uses): how often each hand-over writes each party of a shared mention so, in all its payments. */
export const useTable = (tables: {
  readonly statement: TableName;
  readonly told: TableName;
  readonly partyForm: TableName;
}): Sql => sql`
  select canonical_id as thing, form, dataset_no, count(*) as uses
  from ${tables.statement} as statement
  join ${tables.partyForm} as party on party.entity_id = statement.value
  where ${isEnd} and schema in (select unnest(${paymentSchemata}))
    and canonical_id in (select thing from ${tables.told})
  group by canonical_id, form, dataset_no
  union all
  select thing, form, dataset_no, count(*) from ${tables.told} where kind = 'name' and thing is not null
  group by thing, form, dataset_no`;

/** told_row(entity_id, dataset_no, file_no, part, row_no): the row where each mention of a possible copier stands first. */
export const toldRowTable = (tables: {
  readonly link: TableName;
  readonly statement: TableName;
  readonly occurrence: TableName;
  readonly bookPair: TableName;
}): Sql => sql`
  with one as (
    select entity_id, dataset_no, min(statement_id) as statement_id
    from ${tables.statement} semi join (
        select entity_id, dataset_no from ${tables.link} where dataset_no in (select copier_no from ${tables.bookPair})) as link
      using (entity_id, dataset_no)
    where prop_type <> 'entity' group by entity_id, dataset_no)
  select entity_id, dataset_no, place.file_no, place.part, place.row_no
  from (
    select one.entity_id, one.dataset_no,
      min(struct_pack(file_no := file_no, part := part, row_no := row_no)) as place
    from one join ${tables.occurrence} as occurrence using (statement_id)
    group by one.entity_id, one.dataset_no)`;
