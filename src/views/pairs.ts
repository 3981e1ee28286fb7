import { entityId, integer, listOf, nullable, sql, statementId, text, type Row } from "../store/index.ts";
import type { Reader } from "./reader.ts";

const shape = {
  leftId: entityId,
  rightId: entityId,
  weightMb: integer,
  verdict: text,
  money: nullable(text),
  flipped: nullable(integer),
  reasons: listOf({
    comparison: text,
    level: integer,
    weight_mb: integer,
    left_statement: nullable(statementId),
    right_statement: nullable(statementId),
  }),
};

/** A pair that a person should look at, with the reasons for and against. */
export type ReviewPair = Row<typeof shape>;

/** Pairs to review that nobody has decided, one for any two clusters, by what a decision would change, then by weight. */
export const pairsToReview = (
  reader: Reader,
  window: { readonly offset: number; readonly limit: number },
): Promise<ReviewPair[]> =>
  reader.database.rows(
    sql`
    with decided as (
      select left_id, right_id from ${reader.table("judgement")} where subject = 'entity'
      qualify row_number() over (partition by left_id, right_id order by judgement_no desc) = 1 and decision <> 'none')
    select p.left_id as "leftId", p.right_id as "rightId", p.weight_mb as "weightMb", p.verdict,
      r.money_minor::varchar as money, r.findings_flipped as flipped, p.reasons
    from ${reader.table("candidate_pair")} p
    join ${reader.table("review")} r on r.left_id = p.left_id and r.right_id = p.right_id
    where not exists (select 1 from decided d where d.left_id = p.left_id and d.right_id = p.right_id)
    order by r.money_minor desc, r.findings_flipped desc, p.weight_mb desc, p.left_id, p.right_id
    limit ${window.limit} offset ${window.offset}`,
    shape,
  );
