import { sql, type Sql, type TableName } from "../store/index.ts";

/**
 * decision(judgement_no, left_id, right_id, decision): the latest decision on each pair of entities, whichever way
 * round it was taken; a decision that was taken back is none.
 */
export const decisionTable = (judgement: TableName): Sql => sql`
  select judgement_no, left_id, right_id, decision
  from (
    select judgement_no, least(left_id, right_id) as left_id, greatest(left_id, right_id) as right_id, decision,
      row_number() over (
        partition by least(left_id, right_id), greatest(left_id, right_id) order by judgement_no desc) as latest
    from ${judgement}
    where subject = 'entity')
  where latest = 1 and decision in ('same', 'different', 'unsure')`;
