import { sql, type Sql, type TableName } from "../store/index.ts";

/**
 * counted(left_no, right_no, ..., counted_mb): evidence as it counts. Of a group that is wont to agree together only the
 * heaviest counts, and what differs in a group counts only where nothing in it agrees.
 */
export const countedTable = (evidence: TableName): Sql => sql`
  select *, case
      when weight_mb > 0 and row_number() over (
        partition by left_no, right_no, evidence_group order by weight_mb desc, facet) > 1 then 0
      when weight_mb < 0 and max(weight_mb) over (partition by left_no, right_no, evidence_group) > 0 then 0
      else weight_mb
    end as counted_mb
  from ${evidence}`;

/** score(left_no, right_no, weight_mb, ...): what the evidence of each pair comes to, and what kinds of it there are. */
export const scoreTable = (counted: TableName): Sql => sql`
  select left_no, right_no, sum(counted_mb)::integer as weight_mb,
    coalesce(max(counted_mb) filter (where speaks = 'name'), 0) as name_mb,
    coalesce(bool_or(speaks = 'near'), false) as is_near,
    coalesce(bool_or(facet = 'name' and counted_mb >= 0), false) as is_named,
    coalesce(bool_or(speaks = 'apart' and counted_mb < 0), false) as is_apart,
    coalesce(bool_or(speaks = 'against' and counted_mb < 0), false) as is_contradicted,
    coalesce(bool_or(counted_mb > 0 and evidence_group not in ('name', 'country', 'gender')), false) as has_more,
    coalesce(sum(counted_mb) filter (where counted_mb > 0 and evidence_group not in ('name', 'country', 'gender')), 0)::integer as facts_mb,
    coalesce(sum(counted_mb) filter (where counted_mb > 0 and evidence_group not in ('name', 'country', 'gender', 'relation')), 0)::integer as own_facts_mb,
    count(distinct evidence_group) filter (where speaks = 'proof' and counted_mb > 0) as proofs,
    count(distinct evidence_group) filter (where speaks = 'proof' and counted_mb > 0
      and evidence_group in ('number', 'account')) as papers,
    count(distinct evidence_group) filter (where speaks = 'support' and counted_mb > 0
      and evidence_group in ('account', 'relation')) as account_supports,
    count(distinct evidence_group) filter (where speaks = 'support' and counted_mb > 0
      and evidence_group in ('contact', 'place')) as seat_supports
  from ${counted} group by left_no, right_no`;
