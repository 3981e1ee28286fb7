import type { EntityId } from "../model/index.ts";
import {
  entityId,
  integer,
  listOf,
  nullable,
  sql,
  statementId,
  text,
  textList,
  type Row,
  type Sql,
} from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** A reason of `candidate_pair`: the level of a comparison, its weight in milli-bits, the statements of both values. */
export const reasonShape = {
  comparison: text,
  level: integer,
  weight_mb: integer,
  left_statement: nullable(statementId),
  right_statement: nullable(statementId),
};

const shape = {
  leftId: entityId,
  rightId: entityId,
  weightMb: integer,
  verdict: text,
  money: nullable(text),
  corroborated: nullable(integer),
  contradicted: nullable(integer),
  settled: nullable(integer),
  apart: nullable(textList),
  reasons: listOf(reasonShape),
};

/**
 * A pair that a person should look at, with the reasons for and against, and what a decision would change: money (minor
 * units of the case currency), findings by the verdict they would get, properties with one true value that contradict.
 * Those are null for a pair that is not in `review`.
 */
export type ReviewPair = Row<typeof shape>;

/**
 * waiting(canonical_one, canonical_other, money_minor, corroborated, contradicted, settled, apart, ...): the pairs of `review`, one for any two
 * clusters, on whose clusters nobody has decided since.
 */
export const waitingPairs = (reader: Reader): Sql => sql`
  with placed as (
    select p.*, r.money_minor, r.corroborated, r.contradicted, r.settled, r.apart, least(a.canonical_id, b.canonical_id) as canonical_one,
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

/** The pair of two entities that are named by any of their mentions, whether or not something speaks for it. */
export async function pairOf(reader: Reader, leftId: EntityId, rightId: EntityId): Promise<ReviewPair> {
  const [found] = await reader.database.rows(
    sql`
    with side as (select entity_id, canonical_id from ${reader.table("cluster")}),
    wanted as (select (select canonical_id from side where entity_id = ${leftId}) as one, (select canonical_id from side where entity_id = ${rightId}) as other)
    select p.left_id as "leftId", p.right_id as "rightId", p.weight_mb as "weightMb", p.verdict,
      r.money_minor::varchar as money, r.corroborated, r.contradicted, r.settled, r.apart, p.reasons
    from ${reader.table("candidate_pair")} p
    join side a on a.entity_id = p.left_id join side b on b.entity_id = p.right_id
    join wanted on (a.canonical_id = one and b.canonical_id = other) or (a.canonical_id = other and b.canonical_id = one)
    left join ${reader.table("review")} r on r.left_id = p.left_id and r.right_id = p.right_id
    order by (p.left_id in (${leftId}, ${rightId}) and p.right_id in (${leftId}, ${rightId})) desc, p.weight_mb desc, p.left_id, p.right_id
    limit 1`,
    shape,
  );
  return found ?? { leftId, rightId, weightMb: 0, verdict: "none", reasons: [], ...nothingKnown };
}

const nothingKnown = { money: null, corroborated: null, contradicted: null, settled: null, apart: null };

/**
 * Pairs to review that nobody has decided, one for any two clusters, by what a decision would change: first those that
 * contradict each other in no property with one true value, for the others are hardly one; then by money, findings, weight.
 */
export const pairsToReview = (
  reader: Reader,
  window: { readonly offset: number; readonly limit: number },
): Promise<ReviewPair[]> =>
  reader.database.rows(
    sql`
    select left_id as "leftId", right_id as "rightId", weight_mb as "weightMb", verdict,
      money_minor::varchar as money, corroborated, contradicted, settled, apart, reasons
    from (${waitingPairs(reader)})
    order by len(apart) > 0, money_minor desc, corroborated + contradicted + settled desc, weight_mb desc, left_id, right_id
    limit ${window.limit} offset ${window.offset}`,
    shape,
  );
