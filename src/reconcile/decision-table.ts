import { sql, type Sql, type TableName } from "../store/index.ts";

/** decision(judgement_no, left_no, right_no, decision): the latest decision on each pair of mentions of payments; taken back is none. */
export const decisionTable = (tables: { readonly judgement: TableName; readonly mention: TableName }): Sql => sql`
  select judgement_no, left_mention.no as left_no, right_mention.no as right_no, decision
  from (
    select judgement_no, decision, left_id, right_id, row_number() over (
      partition by least(left_id, right_id), greatest(left_id, right_id) order by judgement_no desc) as latest
    from ${tables.judgement} where subject = 'payment') as judgement
  join ${tables.mention} as left_mention on left_mention.entity_id = left_id
  join ${tables.mention} as right_mention on right_mention.entity_id = right_id
  where latest = 1 and decision in ('same', 'different') and left_mention.no <> right_mention.no`;
