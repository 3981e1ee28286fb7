import { sql, text, type StageContext } from "../../store/index.ts";
import { decisionKey, type MentionDecisions } from "./mention-rows.ts";

/** The latest decision on each place and entity, by the canonical entity to which that one belongs now; one that was taken back is none. */
export async function mentionDecisions({
  database,
  table,
}: Pick<StageContext, "database" | "table">): Promise<MentionDecisions> {
  const rows = await database.rows(
    sql`
    with decided as (
      select case when starts_with(left_id, 'name-') then left_id else right_id end as place_id,
        case when starts_with(left_id, 'name-') then right_id else left_id end as entity_id, judgement_no, decision
      from ${table("judgement")} where subject = 'mention')
    select d.place_id as "placeId", c.canonical_id as "canonicalId", d.decision
    from decided d join ${table("cluster")} c using (entity_id)
    qualify row_number() over (partition by d.place_id, c.canonical_id order by d.judgement_no desc) = 1
    order by d.place_id, c.canonical_id`,
    { placeId: text, canonicalId: text, decision: text },
  );
  return new Map(
    rows
      .filter(({ decision }) => decision === "accept" || decision === "reject")
      .map(({ placeId, canonicalId, decision }) => [
        decisionKey(placeId, canonicalId),
        decision === "accept" ? "accepted" : "rejected",
      ]),
  );
}
