import { rawSql, sql, type Sql, type TableName } from "../store/index.ts";

/** Properties of a node that have one true value; two different ones speak against a join. */
const strongProperties = ["registrationNumber", "innCode", "ogrnCode", "leiCode", "uscCode", "imoNumber"] as const;

/**
 * member(member_no, entity_id, is_person, is_organization): the nodes that a pair or a decision would join, from 0, in
 * the order of their claim to the canonical id: earliest hand-over, then smallest entity id.
 */
export const memberTable = (tables: {
  readonly node: TableName;
  readonly candidatePair: TableName;
  readonly decision: TableName;
}): Sql => sql`
  select (row_number() over (order by hand_over_no, entity_id) - 1)::integer as member_no, entity_id, is_person,
    is_organization
  from ${tables.node}
  where entity_id in (
    select unnest([left_id, right_id]) from ${tables.candidatePair} where verdict = 'join'
    union select unnest([left_id, right_id]) from ${tables.decision})`;

/**
 * link(link_no, left_no, right_no, left_id, right_id, weight_mb, has_names, is_by_name, has_paper, judgement_no): what joins,
 * in the order in which it is followed: decisions first, the later before the earlier, then pairs, the heavier before the
 * lighter. `has_names`: names agree among the reasons; `is_by_name`: nothing but names, and countries beside them, speaks
 * for the pair; `has_paper`: one number of a paper or a register is among the reasons.
 */
export const linkTable = (tables: {
  readonly member: TableName;
  readonly candidatePair: TableName;
  readonly decision: TableName;
}): Sql => sql`
  with given as (
    select left_id, right_id, weight_mb, unnest(reasons) as reason from ${tables.candidatePair} where verdict = 'join'),
  told as (
    select left_id, right_id, weight_mb, bool_or(${speaksFor} and ${isName}) as has_names,
      bool_or(${speaksFor} and not ${isName} and reason.comparison <> 'country') as has_more,
      bool_or(${speaksFor} and reason.comparison = 'identifier' and reason.level = ${sameNumber}) as has_paper
    from given group by left_id, right_id, weight_mb),
  pair as (
    select left_id, right_id, weight_mb, coalesce(has_names, false) as has_names,
      not coalesce(has_more, false) as is_by_name, coalesce(has_paper, false) as has_paper
    from ${tables.candidatePair} left join told using (left_id, right_id, weight_mb) where verdict = 'join')
  select (row_number() over (order by judgement_no desc nulls last, weight_mb desc, left_id, right_id) - 1)::integer
    as link_no, left_member.member_no as left_no, right_member.member_no as right_no, left_id, right_id, weight_mb,
    has_names, is_by_name, has_paper, judgement_no
  from (
    select left_id, right_id, null::integer as weight_mb, true as has_names,
      false as is_by_name, false as has_paper, judgement_no
    from ${tables.decision} where decision = 'same'
    union all
    select left_id, right_id, weight_mb, has_names, is_by_name, has_paper, null
    from pair
    where not exists (select 1 from ${tables.decision} as decision
        where decision.left_id = pair.left_id and decision.right_id = pair.right_id)) as link
  join ${tables.member} as left_member on left_member.entity_id = link.left_id
  join ${tables.member} as right_member on right_member.entity_id = link.right_id`;

// Lower levels of this comparison are numbers that differ in a sign or are masked.
const sameNumber = 6;
// Of the struct: no table here is called so, or its own columns would be meant.
const speaksFor = rawSql("reason.weight_mb > 0");
const isName = rawSql("reason.comparison in ('name-person', 'name-company')");

/** "rule: birthDate, name": the comparisons that spoke for a join, from its `reasons`. */
export const ruleText = rawSql(`'rule: ' || array_to_string(
  list_sort(list_distinct(list_transform(list_filter(reasons, lambda reason: reason.weight_mb > 0),
    lambda reason: reason.comparison))), ', ')`);

/** name(member_no, name): the names of members. */
export const nameTable = (tables: { readonly member: TableName; readonly statement: TableName }): Sql => sql`
  select distinct member_no, value as name
  from ${tables.statement} join ${tables.member} using (entity_id)
  where prop in ('name', 'alias', 'previousName')`;

// As a list of words: joined with a table, the filter on the value would have it made of every statement first.
const isStrong = rawSql(strongProperties.map((prop) => `'${prop}'`).join(", "));

/** strong(member_no, property, value): each member's values of properties with one true value; days only if whole. */
export const strongTable = (tables: { readonly member: TableName; readonly statement: TableName }): Sql => sql`
  select distinct member_no, property, value
  from (
    select entity_id, prop as property, upper(regexp_replace(value, '[^\\p{L}\\p{N}]', '', 'g')) as value
    from ${tables.statement} where prop in (${isStrong})
    union all
    select entity_id, prop, value
    from ${tables.statement} where prop in ('birthDate', 'deathDate') and length(value) = 10
    union all
    select holder.value, 'passport ' || country.value, upper(regexp_replace(number.value, '[^\\p{L}\\p{N}]', '', 'g'))
    from ${tables.statement} as holder
    join ${tables.statement} as country on country.entity_id = holder.entity_id and country.prop = 'country'
    join ${tables.statement} as number
      on number.entity_id = holder.entity_id and number.prop in ('passportNumber', 'number')
    where holder.prop = 'holder' and holder.schema = 'Passport'
      and number.schema = 'Passport' and country.schema = 'Passport')
  join ${tables.member} using (entity_id)
  where value <> ''`;
