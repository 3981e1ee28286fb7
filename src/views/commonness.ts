import { descendantsOf, type EntityId, type StatementId } from "../model/index.ts";
import { canonicalId, integer, joinSql, nullable, rawSql, sql, type Row, type Sql } from "../store/index.ts";
import { closedBystanders } from "./closed-contacts.ts";
import type { Reader } from "./reader.ts";

/** A value that was compared between two entities: the statement in which it stands, and a mention of each. */
export interface ComparedValue {
  readonly statementId: StatementId;
  readonly leftId: EntityId;
  readonly rightId: EntityId;
}

const shape = { others: integer, sharedId: nullable(canonicalId) };

/**
 * How common a compared value is in the case: how many entities beside the two have it, closed contacts of a phone left
 * out. Where the value is a relation to a third entity, `sharedId` is that one, and those count that stand to it as they do.
 */
export type Commonness = Row<typeof shape>;

/** How common each of the values is, in their order. */
export async function commonnessOf(reader: Reader, values: readonly ComparedValue[]): Promise<readonly Commonness[]> {
  if (values.length === 0) return [];
  return reader.database.rows(
    sql`
    with open_cluster as materialized (
      select entity_id, canonical_id from ${reader.table("cluster")} where entity_id not in (${closedBystanders(reader)})),
    asked as (
      select unnest(${values.map((_, index) => index)}::integer[]) as no, unnest(${values.map((each) => each.statementId)}::varchar[]) as id,
        unnest(${values.map((each) => each.leftId)}::varchar[]) as left_id, unnest(${values.map((each) => each.rightId)}::varchar[]) as right_id),
    wanted as materialized (
      select no, one.canonical_id as one, other.canonical_id as other, s.entity_id, s.prop, lower(s.value) as value,
        case when s.prop_type = 'entity' then 'entity' else ${kindOf("s")} end as kind,
        ${isHeld("s")} and coalesce(own.canonical_id in (one.canonical_id, other.canonical_id), false) as is_between_held
      from asked
      join ${reader.table("statement")} s on s.statement_id = unhex(id)
      left join ${reader.table("cluster")} one on one.entity_id = left_id
      left join ${reader.table("cluster")} other on other.entity_id = right_id
      left join ${reader.table("cluster")} own on own.entity_id = s.entity_id
      qualify row_number() over (partition by no order by s.batch_no, s.dataset_no, s.entity_id) = 1),
    bearer as materialized (${bearers(reader)}),
    standing as materialized (${standings(reader)}),
    counted as (
      select no, canonical_id, null as shared_id from bearer
      union
      select no, canonical_id, shared_id from standing)
    select asked.no, count(distinct canonical_id) filter (where canonical_id not in (coalesce(one, ''), coalesce(other, ''))) as others,
      max(shared_id) as "sharedId"
    from asked left join wanted using (no) left join counted using (no)
    group by asked.no order by asked.no`,
    shape,
  );
}

/** What somebody else holds or stands at: a value of it is his, unless two such things are compared with each other. */
const heldSchemata = ["BankAccount", "UserAccount", "Address", ...descendantsOf("Identification")];

/** Properties whose values are held against one another. */
const kindOf = (row: string): Sql =>
  rawSql(`case
  when ${row}.prop_type in ('name', 'identifier', 'phone', 'email', 'country', 'url') then ${row}.prop_type
  when ${row}.prop in ('address', 'full') then 'address' else ${row}.prop end`);

/** Whether a row of statements is of what is held, or names the bank that keeps it. */
const isHeld = (row: string): Sql =>
  sql`(${rawSql(row)}.schema in (select unnest(${heldSchemata}::varchar[])) or ${rawSql(row)}.prop in ('bic', 'swiftBic'))`;

/** (no, canonical_id): who has an equal value, itself or by an account, a paper, an address or a bank of its own. */
const bearers = (reader: Reader): Sql => sql`
  with thing as materialized (
    select distinct wanted.no, s.entity_id, ${isHeld("s")} and not wanted.is_between_held as is_held
    from wanted join ${reader.table("statement")} s on lower(s.value) = wanted.value and ${kindOf("s")} = wanted.kind
    where wanted.kind <> 'entity'),
  held as materialized (select distinct entity_id from thing where is_held),
  holder as (
    ${joinSql(
      [
        ["payerAccount", "payer"],
        ["beneficiaryAccount", "beneficiary"],
        ["asset", "owner"],
      ].map(
        ([thing = "", party = ""]) => sql`select thing.value as entity_id, party.value as party_id
        from (select entity_id, value from ${reader.table("statement")} where prop = ${thing} and value in (select entity_id from held)) as thing
        join (select entity_id, value from ${reader.table("statement")} where prop = ${party}) as party using (entity_id)`,
      ),
      " union ",
    )}
    union select value, entity_id from ${reader.table("statement")} where prop in ('addressEntity', 'bank') and value in (select entity_id from held)
    union select entity_id, value from ${reader.table("statement")} where prop in ('holder', 'owner', 'operator') and entity_id in (select entity_id from held))
  select no, canonical_id from thing join open_cluster using (entity_id) where not is_held
  union
  select no, canonical_id from thing join holder using (entity_id) join open_cluster on open_cluster.entity_id = party_id where is_held`;

/** Which two ends of an edge stand to each other. */
const rolePairs = [
  ["payer", "payerAccount"],
  ["beneficiary", "beneficiaryAccount"],
  ["payer", "beneficiary"],
  ["owner", "asset"],
  ["director", "organization"],
  ["employee", "employer"],
  ["member", "organization"],
] as const;

/** (no, canonical_id, shared_id): who stands to a third entity as the two that were compared do. */
const standings = (reader: Reader): Sql => sql`
  with role as (
    select unnest(${rolePairs.flatMap(([one, other]) => [one, other])}::varchar[]) as own_prop,
      unnest(${rolePairs.flatMap(([one, other]) => [other, one])}::varchar[]) as shared_prop),
  end_of as materialized (
    select distinct no, wanted.prop as cited_prop, edge.prop, c.canonical_id, c.canonical_id in (one, other) as is_own
    from wanted
    join ${reader.table("statement")} edge on edge.entity_id = wanted.entity_id and edge.prop_type = 'entity'
    join open_cluster c on c.entity_id = edge.value
    where wanted.kind = 'entity'),
  shared as materialized (
    select own.no, own_prop, shared_prop, third.canonical_id as shared_id
    from end_of as own join end_of as third on third.no = own.no and own.is_own and not third.is_own
    join role on own_prop = own.prop and shared_prop = third.prop
    where own.cited_prop in (own_prop, shared_prop)
    qualify row_number() over (partition by own.no order by third.canonical_id, own_prop, shared_prop) = 1)
  select distinct shared.no, c.canonical_id, shared_id
  from shared
  join open_cluster member on member.canonical_id = shared_id
  join ${reader.table("statement")} third on third.prop_type = 'entity' and third.prop = shared_prop and third.value = member.entity_id
  join ${reader.table("statement")} own on own.entity_id = third.entity_id and own.prop_type = 'entity' and own.prop = own_prop
  join open_cluster c on c.entity_id = own.value`;
