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

/**
 * told(link_id, dataset_no, entity_id, kind, thing, form): what each mention says of what several hand-overs tell: of a
 * payment its values, parties and accounts (`thing` is the party, that others may write otherwise), of an entity that
 * is no payment's party its properties.
 */
export const toldTable = (tables: {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly payment: TableName;
  readonly partyForm: TableName;
}): Sql => sql`
  with mention as (
    select distinct payment_id as link_id, payment.entity_id, dataset_no
    from ${tables.payment} as payment join ${tables.statement} as statement on statement.entity_id = payment.entity_id
    where prop in ('amount', 'date', 'payer', 'beneficiary', 'payerAccount', 'beneficiaryAccount')),
  node as (
    select distinct canonical_id as link_id, cluster.entity_id, dataset_no
    from ${tables.cluster} as cluster join ${tables.statement} as statement on statement.entity_id = cluster.entity_id
    where cluster.entity_id not in (select entity_id from ${tables.partyForm})),
  kept as (
    select unnest(${keptProperties.map(([schema]) => schema)}) as schema,
      unnest(${keptProperties.map(([, prop]) => prop)}) as prop)
  select link_id, mention.dataset_no, mention.entity_id, prop as kind,
    case when prop in ('payer', 'beneficiary', 'payerAccount', 'beneficiaryAccount') then coalesce(min(canonical_id), '?') end as thing,
    string_agg(distinct coalesce(form, ${folded("value")}), '; ' order by coalesce(form, ${folded("value")})) as form
  from mention
  join ${tables.statement} as statement on statement.entity_id = mention.entity_id
  left join ${tables.partyForm} as party on party.entity_id = statement.value
  where prop in ('amount', 'date', 'purpose', 'transactionNumber')
    or (prop = 'currency' and regexp_full_match(value, '[A-Z]{3}'))
    or (prop in ('payer', 'beneficiary', 'payerAccount', 'beneficiaryAccount') and form is not null)
  group by link_id, mention.dataset_no, mention.entity_id, prop
  union all
  select link_id, node.dataset_no, node.entity_id, prop, case when prop = 'name' then link_id end,
    string_agg(distinct ${folded("coalesce(original_value, value)")}, '; ' order by ${folded("coalesce(original_value, value)")})
  from (select * from node qualify count(*) over (partition by link_id, dataset_no) <= 3) as node
  join ${tables.statement} as statement on statement.entity_id = node.entity_id and statement.dataset_no = node.dataset_no
  join kept using (schema, prop)
  where prop_type <> 'entity'
  group by link_id, node.dataset_no, node.entity_id, prop`;

/** told_row(entity_id, dataset_no, file_no, part, row_no): the row where each mention of a possible copier stands first. */
export const toldRowTable = (tables: {
  readonly told: TableName;
  readonly statement: TableName;
  readonly occurrence: TableName;
  readonly bookPair: TableName;
}): Sql => sql`
  with one as (
    select entity_id, dataset_no, min(statement_id) as statement_id
    from ${tables.statement} semi join (
        select distinct entity_id, dataset_no from ${tables.told}
        where dataset_no in (select copier_no from ${tables.bookPair})) as told
      using (entity_id, dataset_no)
    where prop_type <> 'entity' group by entity_id, dataset_no)
  select entity_id, dataset_no, place.file_no, place.part, place.row_no
  from (
    select one.entity_id, one.dataset_no,
      min(struct_pack(file_no := file_no, part := part, row_no := row_no)) as place
    from one join ${tables.occurrence} as occurrence using (statement_id)
    group by one.entity_id, one.dataset_no)`;
