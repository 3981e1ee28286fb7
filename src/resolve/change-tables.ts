import { singleValued } from "../model/index.ts";
import { sql, type Sql, type TableName } from "../store/index.ts";

/** The tables from which it is told what a decision would change. */
export interface ChangeInputs {
  /** pair(left_id, right_id, left_canonical, right_canonical): one pair for any two clusters that nobody decided on. */
  readonly pair: TableName;
  readonly finding: TableName;
  readonly findingStatement: TableName;
}

const always = singleValued.filter(({ scope }) => scope === "always");

/**
 * flip(left_id, right_id, corroborated, contradicted): the findings that would get another verdict were the two one: values
 * that both have become corroborated where their independent sources are two together, and values of a property with
 * one true value that do not fit become contradicted.
 */
export const flipTable = ({ pair, finding, findingStatement }: ChangeInputs): Sql => sql`
  with side as (select left_canonical as canonical_id from ${pair} union select right_canonical from ${pair}),
  said as (select finding_id, canonical_id, schema, prop, value_key, verdict from ${finding} semi join side using (canonical_id)),
  rooted as (
    select distinct finding_id, root_id from ${findingStatement} semi join said using (finding_id)
    where stance = 'supports' and root_id is not null),
  alike as (
    select left_id, right_id, one.finding_id as one_id, other.finding_id as other_id,
      (one.verdict <> 'corroborated')::integer + (other.verdict <> 'corroborated')::integer as flips
    from ${pair} join said as one on one.canonical_id = left_canonical
    join said as other on other.canonical_id = right_canonical and other.prop = one.prop and other.value_key = one.value_key
    where one.verdict <> 'contradicted' and other.verdict <> 'contradicted'),
  together as (
    select left_id, right_id, min(flips) as flips
    from alike join rooted on finding_id in (one_id, other_id)
    group by left_id, right_id, one_id, other_id having count(distinct root_id) > 1),
  one_true as (
    select distinct unnest(${always.map(({ schema }) => schema)}::varchar[]) as schema,
      unnest(${always.map(({ property }) => property)}::varchar[]) as prop),
  single as (select * from said semi join one_true using (schema, prop)),
  misfit as (
    select left_id, right_id, unnest([
      case when one.verdict <> 'contradicted' then one.finding_id end,
      case when other.verdict <> 'contradicted' then other.finding_id end]) as finding_id
    from ${pair} join single as one on one.canonical_id = left_canonical
    join single as other on other.canonical_id = right_canonical and other.prop = one.prop
    where not (starts_with(one.value_key, other.value_key) or starts_with(other.value_key, one.value_key)))
  select left_id, right_id, coalesce(gain.corroborated, 0)::integer as corroborated, coalesce(loss.contradicted, 0)::integer as contradicted
  from (select left_id, right_id, sum(flips) as corroborated from together group by left_id, right_id) as gain
  full join (select left_id, right_id, count(distinct finding_id) as contradicted from misfit group by left_id, right_id) as loss
    using (left_id, right_id)`;

/** settled(left_id, right_id, settled): the contradicted holdings that would be none, for the two are all who are said to hold one thing. */
export const settledTable = ({ pair, finding }: ChangeInputs): Sql => sql`
  with rival as (
    select distinct prop, split_part(value_key, ' > ', 1) as holder_id, split_part(value_key, ' > ', 2) as held_id
    from ${finding} where verdict = 'contradicted' and canonical_id like 'edge-%' and contains(value_key, ' > ')
    qualify count(distinct split_part(value_key, ' > ', 1)) over (partition by prop, split_part(value_key, ' > ', 2)) = 2)
  select left_id, right_id, 2 * count(*)::integer as settled
  from ${pair} join rival as one on one.holder_id = left_canonical
  join rival as other on other.holder_id = right_canonical and other.prop = one.prop and other.held_id = one.held_id
  group by left_id, right_id`;

/** moved(canonical_id, money_minor): what each side of a pair pays and is paid, minor units of the case currency. */
export const movedTable = (pair: TableName, flow: TableName): Sql => sql`
  with side as (select left_canonical as canonical_id from ${pair} union select right_canonical from ${pair})
  select canonical_id, sum(case_minor)::hugeint as money_minor
  from (
    select payer_id as canonical_id, case_minor from ${flow} union all select payee_id, case_minor from ${flow})
  semi join side using (canonical_id)
  group by canonical_id`;

/**
 * apart(left_id, right_id, apart): the properties with one true value of which both sides have one and none of one side
 * is the other's; a day with one wrong digit, or whose day and month are swapped, is none. Strong: cluster number, property, value.
 */
export const apartTable = (pair: TableName, strong: TableName, numbered: TableName): Sql => sql`
  with value as (select distinct canonical_id, property, value from ${strong} join ${numbered} using (member_no))
  select left_id, right_id, list(property order by property) as apart
  from (
    select left_id, right_id, one.property
    from ${pair} join value as one on one.canonical_id = left_canonical
    join value as other on other.canonical_id = right_canonical and other.property = one.property
    group by left_id, right_id, one.property
    having not bool_or(one.value = other.value or one.property in ('birthDate', 'deathDate')
      and (levenshtein(one.value, other.value) = 1
        or one.value = left(other.value, 5) || right(other.value, 2) || '-' || substr(other.value, 6, 2))))
  group by left_id, right_id`;
