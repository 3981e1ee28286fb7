import { sql, text, type Database, type Sql, type TableName } from "../store/index.ts";
import type { Facet } from "./facets.ts";

/** The tables from which the evidence of one facet is weighed. */
export interface EvidenceInputs {
  readonly facet: Facet;
  readonly pair: TableName;
  readonly holding: TableName;
  readonly value: TableName;
  readonly level: TableName;
  readonly weight: TableName;
  readonly commonness: TableName;
  /** Whether no node has two values of the facet: then no best pair of values need be sought. */
  readonly isSingle: boolean;
}

/** The columns of the evidence of all facets together. */
export const evidenceColumns = `left_no integer, right_no integer, facet varchar, comparison varchar,
  evidence_group varchar, level utinyint, weight_mb integer, speaks varchar, left_value_no integer,
  right_value_no integer`;

/**
 * Rows of evidence of one facet: for each pair of nodes that both have a value, its best pair of values, not the
 * product, so that another alias never lowers a pair. What agrees in a common value weighs less; what differs in two
 * properties that need not agree says nothing.
 */
export const evidenceOf = ({ facet, isSingle, ...inputs }: EvidenceInputs): Sql => sql`
  with own as (
    select node_no, value_no, scope
    from ${inputs.holding} join ${inputs.value} using (value_no) where facet = ${facet.name}),
  met as (
    select left_no, right_no, among, one.value_no as left_value_no, other.value_no as right_value_no,
      one.scope = other.scope or ${facet.name} = 'name' as may_contradict,
      coalesce(level, ${facet.usualLevel}) as level
    from ${inputs.pair}
    join own as one on one.node_no = left_no
    join own as other on other.node_no = right_no ${facet.equalLevel === undefined ? sql`` : sql`and other.value_no = one.value_no`}
    left join ${inputs.level} on one_no = least(one.value_no, other.value_no)
      and other_no = greatest(one.value_no, other.value_no)),
  weighed as (
    select left_no, right_no, among, met.level, left_value_no, right_value_no, case
        when least_mb is null then weight_mb
        else greatest(least(weight_mb, least_mb),
          weight_mb - greatest(coalesce(left_common.common_mb, 0), coalesce(right_common.common_mb, 0)))
      end as weight_mb
    from met
    join ${inputs.weight} as weight using (among, level)
    left join ${inputs.commonness} as left_common on left_common.value_no = left_value_no
    left join ${inputs.commonness} as right_common on right_common.value_no = right_value_no
    where weight.facet = ${facet.name} and (weight_mb >= 0 or may_contradict)),
  best as (${isSingle ? onlyPair : bestPair})
  select left_no, right_no, facet, comparison, evidence_group, best.level as level, best.weight_mb as weight_mb, speaks,
    left_value_no, right_value_no
  from best join ${inputs.weight} as weight on weight.facet = ${facet.name} and weight.among = best.among
    and weight.level = best.level`;

const onlyPair = sql`select left_no, right_no, among, level, weight_mb, left_value_no, right_value_no from weighed`;

/** Of equal weights the higher level, then the smaller numbers of values. */
const bestPair = sql`
  select left_no, right_no, among, top.level as level, top.weight_mb as weight_mb, -top.left_value as left_value_no,
    -top.right_value as right_value_no
  from (
    select left_no, right_no, among,
      max({'weight_mb': weight_mb, 'level': level, 'left_value': -left_value_no, 'right_value': -right_value_no}) as top
    from weighed group by left_no, right_no, among)`;

/** The facets of which some node has two values or more. */
export async function severalFacets(
  database: Database,
  { holding, value }: Pick<EvidenceInputs, "holding" | "value">,
): Promise<ReadonlySet<string>> {
  const found = await database.rows(
    sql`select distinct facet from (
        select facet, node_no from ${holding} join ${value} using (value_no) group by facet, node_no having count(*) > 1)
      order by facet`,
    { facet: text },
  );
  return new Set(found.map(({ facet }) => facet));
}
