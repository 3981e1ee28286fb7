import { mentionRulingTable, sql, text, type StageContext } from "../../store/index.ts";
import { decisionKey, type MentionDecisions } from "./mention-rows.ts";

/** Which places name which canonical entity, and which do not, as people decided. */
export async function mentionDecisions({
  database,
  table,
}: Pick<StageContext, "database" | "table">): Promise<MentionDecisions> {
  const ruling = mentionRulingTable({ judgement: table("judgement"), cluster: table("cluster") });
  const rows = await database.rows(
    sql`select place_id as "placeId", canonical_id as "canonicalId", decision from (${ruling})
      where decision in ('accept', 'reject') order by place_id, canonical_id`,
    { placeId: text, canonicalId: text, decision: text },
  );
  return new Map(
    rows.map(({ placeId, canonicalId, decision }) => [
      decisionKey(placeId, canonicalId),
      decision === "accept" ? "accepted" : "rejected",
    ]),
  );
}
