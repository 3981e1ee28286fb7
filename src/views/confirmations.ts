import type { EntityId } from "../model/index.ts";
import { entityId, integer, sql, text, type Sql } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** The decision by which a person confirmed a join: its number, who took it, when, and why. */
export interface Confirmation {
  readonly judgementNo: number;
  readonly by: string;
  readonly at: string;
  readonly reasons: readonly string[];
}

/**
 * confirmed(left_id, right_id, judgement_no, actor, judged_at, reasons): the pairs, left < right, on which the latest decision of
 * a person is that they are the same. Nothing else confirms a join.
 */
export const confirmedPairs = (reader: Reader): Sql => sql`
  select least(left_id, right_id) as left_id, greatest(left_id, right_id) as right_id, judgement_no, actor,
    judged_at::varchar as judged_at, reasons::varchar as reasons
  from ${reader.table("judgement")} where subject = 'entity'
  qualify row_number() over (partition by least(left_id, right_id), greatest(left_id, right_id) order by judgement_no desc) = 1
    and decision = 'same'`;

/** Who confirmed each of the joins, in their order; null where nobody did. */
export async function confirmationsOf(
  reader: Reader,
  joins: readonly { readonly left: EntityId; readonly right: EntityId }[],
): Promise<readonly (Confirmation | null)[]> {
  const ids = joins.flatMap(({ left, right }) => [left, right]);
  const rows = await reader.database.rows(
    sql`select left_id as left, right_id as right, judgement_no as "judgementNo", actor as by, judged_at as at, reasons
      from (${confirmedPairs(reader)})
      where left_id in (select unnest(${ids}::varchar[])) and right_id in (select unnest(${ids}::varchar[]))
      order by left_id, right_id`,
    { left: entityId, right: entityId, judgementNo: integer, by: text, at: text, reasons: text },
  );
  const known = new Map(
    rows.map(({ left, right, reasons, ...decision }) => [
      keyOf(left, right),
      { ...decision, reasons: JSON.parse(reasons) },
    ]),
  );
  return joins.map(({ left, right }) => known.get(keyOf(left, right)) ?? known.get(keyOf(right, left)) ?? null);
}

const keyOf = (left: EntityId, right: EntityId): string => `${left}\n${right}`;
