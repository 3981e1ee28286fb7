import { sql, type Sql, type TableName } from "./sql.ts";

/**
 * mention_ruling(place_id, canonical_id, decision): what the latest decision about a place and an entity says, by the canonical
 * entity to which that one belongs now; one that was taken back is none. The one rule, for whoever applies or shows it.
 */
export const mentionRulingTable = (tables: { readonly judgement: TableName; readonly cluster: TableName }): Sql => sql`
  with decided as (
    select case when starts_with(left_id, 'name-') then left_id else right_id end as place_id,
      case when starts_with(left_id, 'name-') then right_id else left_id end as entity_id, judgement_no, decision
    from ${tables.judgement} where subject = 'mention')
  select place_id, canonical_id, decision from decided join ${tables.cluster} using (entity_id)
  qualify row_number() over (partition by place_id, canonical_id order by judgement_no desc) = 1 and decision <> 'none'`;
