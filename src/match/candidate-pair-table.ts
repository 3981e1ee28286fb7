import { sql, type Sql, type TableName } from "../store/index.ts";
import type { MatchModel } from "./match-model.ts";

/** The tables of a run that became pairs. */
export interface ScoredTables {
  readonly node: TableName;
  readonly holding: TableName;
  readonly verdict: TableName;
  readonly demoted: TableName;
  readonly counted: TableName;
}

/** The rows of `candidate_pair`: kept pairs with their reasons, the heaviest reason first, each citing both values. */
export const candidatePairTable = (tables: ScoredTables, model: MatchModel): Sql => sql`
  with kept as (
    select left_no, right_no, rule, weight_mb,
      case when demoted.left_no is null then verdict else 'review' end as verdict
    from ${tables.verdict} left join ${tables.demoted} as demoted using (left_no, right_no)
    where verdict <> 'none'),
  reason as (
    select left_no, right_no, list({'comparison': comparison, 'level': level, 'weight_mb': counted_mb,
        'left_statement': one.statement_id, 'right_statement': other.statement_id}
      order by abs(counted_mb) desc, facet) as reasons
    from kept
    join ${tables.counted} as counted using (left_no, right_no)
    left join ${tables.holding} as one on one.node_no = left_no and one.value_no = left_value_no
    left join ${tables.holding} as other on other.node_no = right_no and other.value_no = right_value_no
    group by left_no, right_no)
  select one.entity_id, other.entity_id, rule, weight_mb, verdict, reasons, ${model.modelNo}::integer
  from kept join reason using (left_no, right_no)
  join ${tables.node} as one on one.node_no = left_no
  join ${tables.node} as other on other.node_no = right_no
  order by one.entity_id, other.entity_id`;
