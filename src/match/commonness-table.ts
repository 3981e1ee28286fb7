import { sql, type Sql, type TableName } from "../store/index.ts";

/** A name that this many of a thousand million bear is the one that the model's weights are made for. */
const usualFrequencyPpb = 20_000;

/** An organisation with this many named members, or people who deal with it, is what the model's weights are made for. */
const usualMembers = 4;

/**
 * commonness(value_no, common_mb, bearers): by how much agreement in a value weighs less because strangers share it, and
 * how many share it in the case. A name of a
 * person is as common as counted names say, or as the case itself proves: by register numbers that its
 * bearers have, and by birth dates beside one: two may be one bearer's, which is weighed as a contradiction. A date, telephone, paper or place is as common as the names of those who hold it in one hand-over. An
 * account has one holder, however many spellings of the name; a short account number is common in itself.
 */
export const commonnessTable = (tables: {
  readonly node: TableName;
  readonly value: TableName;
  readonly holding: TableName;
  readonly nameFeature: TableName;
}): Sql => sql`
  with bearer as (
    select name.value_no, greatest(
        count(distinct fact.value_no) filter (where fact_value.facet = 'birthDate') - 1,
        count(distinct fact.value_no) filter (where fact_value.facet = 'registration')) as bearers
    from ${tables.holding} as name
    join ${tables.value} as name_value on name_value.value_no = name.value_no and name_value.facet = 'name'
    join ${tables.holding} as fact on fact.node_no = name.node_no
    join ${tables.value} as fact_value on fact_value.value_no = fact.value_no
      and (fact_value.facet = 'birthDate' and length(fact_value.value) = 10
        or fact_value.facet = 'registration' and fact_value.scope = 'registrationNumber')
    group by name.value_no),
  called as (
    select node_no, min(value_no) as name_no
    from ${tables.holding} join ${tables.value} using (value_no) where facet = 'name' group by node_no),
  held as (
    select value_no, max(holders) as bearers
    from (
      select value_no, list, count(distinct name_no) as holders
      from ${tables.holding}
      join ${tables.value} using (value_no) join ${tables.node} using (node_no) left join called using (node_no)
      where facet in ('document', 'registration', 'vesselNumber', 'reference', 'phone', 'email', 'url',
        'birthDate', 'address', 'birthPlace', 'position', 'organization', 'counterparty', 'holder')
      group by value_no, list)
    group by value_no)
  select value_no, common_mb, bearers
  from (
    select value.value_no, greatest(coalesce(bearer.bearers, held.bearers, 1), 1)::integer as bearers, case
      when facet = 'name' then greatest(
        case when scope in ('person', 'party') and not is_company and frequency_ppb > ${usualFrequencyPpb}
          then round(1000 * log2(frequency_ppb / ${usualFrequencyPpb})) else 0 end,
        round(1000 * log2(greatest(coalesce(bearer.bearers, 1), 1))))
      else round(1000 * log2(greatest(coalesce(held.bearers, 1) / case when facet in ('organization', 'counterparty') then ${usualMembers} else 1 end, 1)))
        + case when facet <> 'account' or length(value) >= 8 then 0 when length(value) >= 6 then 6000 else 12000 end
      end::integer as common_mb
    from ${tables.value} as value
    left join ${tables.nameFeature} using (value_no)
    left join bearer using (value_no)
    left join held using (value_no))
  where common_mb > 0`;
