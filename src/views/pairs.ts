import { entityId, integer, listOf, nullable, sql, statementId, text, type Row, type Sql } from "../store/index.ts";
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

/**
 * waiting(canonical_one, canonical_other, money_minor, findings_flipped, ...): the pairs of `review`, one for any two
 * clusters, on whose clusters nobody has decided since.
 */
export const waitingPairs = (reader: Reader): Sql => sql`
  with placed as (
    select p.*, r.money_minor, r.findings_flipped, least(a.canonical_id, b.canonical_id) as canonical_one,
      greatest(a.canonical_id, b.canonical_id) as canonical_other
    from ${reader.table("review")} r
    join ${reader.table("candidate_pair")} p on p.left_id = r.left_id and p.right_id = r.right_id
    join ${reader.table("cluster")} a on a.entity_id = p.left_id
    join ${reader.table("cluster")} b on b.entity_id = p.right_id),
  ruling as (
    select left_id, right_id from ${reader.table("judgement")} where subject = 'entity'
    qualify row_number() over (partition by left_id, right_id order by judgement_no desc) = 1 and decision <> 'none'),
  decided as (
    select distinct least(a.canonical_id, b.canonical_id) as canonical_one, greatest(a.canonical_id, b.canonical_id) as canonical_other
    from ruling join ${reader.table("cluster")} a on a.entity_id = left_id join ${reader.table("cluster")} b on b.entity_id = right_id)
  select * from placed anti join decided using (canonical_one, canonical_other)`;

/** Pairs to review that nobody has decided, one for any two clusters, by what a decision would change, then by weight. */
export const pairsToReview = (
  reader: Reader,
  window: { readonly offset: number; readonly limit: number },
): Promise<ReviewPair[]> =>
  reader.database.rows(
    sql`
    select left_id as "leftId", right_id as "rightId", weight_mb as "weightMb", verdict,
      money_minor::varchar as money, findings_flipped as flipped, reasons
    from (${waitingPairs(reader)})
    order by money_minor desc, findings_flipped desc, weight_mb desc, left_id, right_id
    limit ${window.limit} offset ${window.offset}`,
    shape,
  );
