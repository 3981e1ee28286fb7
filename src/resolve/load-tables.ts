import { closedContactTable, sql, type Sql, type TableName } from "../store/index.ts";

/** The tables from which it is told what hangs on joins. */
export interface LoadInputs {
  readonly cluster: TableName;
  readonly statement: TableName;
  readonly dataset: TableName;
  readonly payment: TableName;
  readonly flow: TableName;
  readonly bystander: TableName;
}

/** open_member(entity_id, canonical_id, joined_to): the members of clusters that hold more than closed contacts of a phone. */
export const openMemberTable = ({ cluster, bystander }: LoadInputs): Sql => sql`
  select entity_id, canonical_id, joined_to from ${cluster}
  where canonical_id in (select canonical_id from ${cluster} where joined_to is not null)
    and entity_id not in (select entity_id from (${closedContactTable({ bystander, cluster })}))`;

/**
 * mention_money(entity_id, money_minor): what each mention moves, in minor units of the case currency. Each end of a
 * payment counts at the mention that was handed over first.
 */
export const mentionMoneyTable = ({ flow, payment, statement }: LoadInputs, member: TableName): Sql => sql`
  with end_of as (
    select payment_id, payer_id as canonical_id, 'payer' as prop, sum(case_minor) as minor from ${flow} group by payment_id, payer_id
    union all
    select payment_id, payee_id, 'beneficiary', sum(case_minor) from ${flow} group by payment_id, payee_id),
  named as (
    select end_of.payment_id, end_of.prop, end_of.minor, said.value as entity_id
    from end_of
    join ${payment} as payment using (payment_id)
    join ${statement} as said on said.entity_id = payment.entity_id and said.prop = end_of.prop
    join ${member} as member on member.entity_id = said.value and member.canonical_id = end_of.canonical_id
    qualify row_number() over (
      partition by end_of.payment_id, end_of.prop order by payment.dataset_no, said.value, said.statement_id) = 1)
  select entity_id, sum(coalesce(minor, 0))::hugeint as money_minor from named group by entity_id`;

/**
 * terminal(load_no, canonical_id, entity_id): the mentions that each thing shown takes for one, of clusters of which it
 * takes two or more. A value stands for the mention that has it; one of a payment or another edge for the ends of that.
 */
export const terminalTable = (
  { statement }: LoadInputs,
  tables: {
    readonly member: TableName;
    readonly cited: TableName;
    readonly mentionMoney: TableName;
    readonly chokepoint: TableName;
  },
): Sql => sql`
  with said as (select distinct load_no, entity_id from ${tables.cited} join ${statement} using (statement_id)),
  ends as (
    select load_no, edge.value as entity_id
    from said anti join ${tables.member} using (entity_id)
    join ${statement} as edge on edge.entity_id = said.entity_id and edge.prop_type = 'entity'),
  mention as (
    select load_no, canonical_id, entity_id from said join ${tables.member} using (entity_id)
    union select load_no, canonical_id, entity_id from ends join ${tables.member} using (entity_id)
    union select load_no, canonical_id, entity_id
    from ${tables.chokepoint} join ${tables.member} using (canonical_id) join ${tables.mentionMoney} using (entity_id))
  select * from mention
  qualify count(*) over (partition by load_no, canonical_id) > 1`;

/** listed_member(entity_id, canonical_id, lists): the mentions that public lists alone give, beside held ones in one cluster. */
export const listedMemberTable = ({ statement, dataset }: LoadInputs, member: TableName): Sql => sql`
  with given as (
    select entity_id, canonical_id, bool_and(series is not null) as is_listed,
      string_agg(distinct dataset, ', ' order by dataset) as lists
    from ${member} join (select distinct entity_id, dataset_no from ${statement}) using (entity_id)
    join ${dataset} using (dataset_no)
    group by entity_id, canonical_id)
  select entity_id, canonical_id, lists from given
  where is_listed and canonical_id in (select canonical_id from given where not is_listed)`;

/** way(entity_id, above_id): each member of a cluster on which something hangs, and every member on its way to the canonical, itself included. */
export const wayTable = (tables: {
  readonly member: TableName;
  readonly terminal: TableName;
  readonly listed: TableName;
}): Sql => sql`
  with recursive loaded as (
    select entity_id, joined_to from ${tables.member} where canonical_id in (
      select canonical_id from ${tables.terminal} union select canonical_id from ${tables.listed})),
  way as (
    select entity_id, entity_id as above_id, joined_to as next_id from loaded
    union all
    select way.entity_id, loaded.entity_id, loaded.joined_to from way join loaded on loaded.entity_id = way.next_id)
  select entity_id, above_id from way`;
