import { sql, type Sql, type TableName } from "../store/index.ts";

/** What the joins on which something hangs are told from; see the tables of `load-tables.ts`. */
export interface LoadTables {
  readonly member: TableName;
  readonly way: TableName;
  readonly terminal: TableName;
  readonly listed: TableName;
  readonly mentionMoney: TableName;
  /** load(load_no, kind, carried) */
  readonly load: TableName;
  readonly alone: TableName;
}

/**
 * alone(entity_id): the mentions whose join no other link backs: were it gone, the cluster would fall in two. A link has
 * a number made from its ends; over one side of a join the links within it cancel out, and what is left is the join's own
 * number where no other link leads across.
 */
export const aloneTable = (tables: {
  readonly member: TableName;
  readonly way: TableName;
  readonly candidatePair: TableName;
  readonly decision: TableName;
}): Sql => sql`
  with link as (
    select left_id, right_id from ${tables.candidatePair} anti join ${tables.decision} using (left_id, right_id) where verdict = 'join'
    union
    select left_id, right_id from ${tables.decision} where decision = 'same'),
  within as (
    select left_id, right_id, ${linkNumber} as link_number
    from link join ${tables.member} as one on one.entity_id = left_id
    join ${tables.member} as other on other.entity_id = right_id and other.canonical_id = one.canonical_id),
  crossing as (
    select above_id as entity_id, bit_xor(link_number) as link_number
    from (select left_id as entity_id, link_number from within union all select right_id, link_number from within)
    join ${tables.way} using (entity_id)
    group by above_id)
  select entity_id
  from crossing join (
    select entity_id, least(entity_id, joined_to) as left_id, greatest(entity_id, joined_to) as right_id
    from ${tables.member} where joined_to is not null) as own using (entity_id)
  where link_number = ${linkNumber}`;

const linkNumber = sql`md5_number_lower(left_id || chr(10) || right_id)`;

/**
 * The rows of `load_bearing`. A join carries a sentence or a chokepoint where mentions that it takes for one stand on
 * both of its sides, and a match with a public list where it is one of the list's entry with a held party.
 */
export const loadBearingTable = (tables: LoadTables): Sql => sql`
  with joint as (select entity_id, joined_to, canonical_id from ${tables.member} where joined_to is not null),
  below as (
    select load_no, canonical_id, above_id as entity_id, count(*) as terminals
    from ${tables.terminal} join ${tables.way} using (entity_id) group by load_no, canonical_id, above_id),
  whole as (select load_no, canonical_id, count(*) as terminals from ${tables.terminal} group by load_no, canonical_id),
  carrying as (
    select below.entity_id, load.kind, load.carried
    from below join whole using (load_no, canonical_id) join ${tables.load} as load using (load_no)
    where below.terminals < whole.terminals
    union
    select joint.entity_id, 'match', listed.lists
    from joint join ${tables.listed} as listed on listed.entity_id in (joint.entity_id, joint.joined_to)),
  side as (
    select above_id as entity_id, sum(money_minor) as minor
    from ${tables.way} join ${tables.mentionMoney} using (entity_id) group by above_id),
  moved as (
    select canonical_id, sum(money_minor) as minor
    from ${tables.member} join ${tables.mentionMoney} using (entity_id) group by canonical_id)
  select least(joint.entity_id, joint.joined_to) as left_id, greatest(joint.entity_id, joint.joined_to) as right_id, kind,
    carried, least(coalesce(side.minor, 0), coalesce(moved.minor, 0) - coalesce(side.minor, 0))::hugeint as money_minor,
    joint.entity_id in (select entity_id from ${tables.alone}) as is_alone
  from carrying join joint using (entity_id)
  left join side using (entity_id)
  left join moved using (canonical_id)`;
