import { entityId, identifier, nullable, sql, text, type Row, type Sql } from "../store/index.ts";
import { confirmedPairs } from "./confirmations.ts";
import { waitingPairs } from "./pairs.ts";
import type { Reader } from "./reader.ts";

const shape = {
  kind: text,
  leftId: entityId,
  rightId: entityId,
  leftName: nullable(text),
  rightName: nullable(text),
  money: text,
};

/** A join that nothing else backs and nobody confirmed (`join`), or two that may be one and wait for a decision (`pair`), with the name that each mention gives itself and the money that hangs on it, minor units. */
export type DoubtOfAdvice = Row<typeof shape>;

/** The doubts about who is who that touch any of these canonical entities, most money first. */
export const doubtsOfAdvice = (reader: Reader, members: readonly string[], limit: number): Promise<DoubtOfAdvice[]> =>
  reader.database.rows(
    sql`
    with confirmed as (${confirmedPairs(reader)}),
    alone as (
      select left_id, right_id, max(money_minor) as money_minor from ${reader.table("load_bearing")}
      where is_alone and kind = 'chokepoint' and carried in (select unnest(${members}::varchar[]))
      group by left_id, right_id),
    waiting as (
      select left_id, right_id, money_minor from (${waitingPairs(reader)})
      where canonical_one in (select unnest(${members}::varchar[])) or canonical_other in (select unnest(${members}::varchar[]))
      qualify row_number() over (partition by canonical_one, canonical_other order by weight_mb desc, left_id, right_id) = 1)
    select kind, left_id as "leftId", right_id as "rightId", ${nameOf(reader, "left_id")} as "leftName",
      ${nameOf(reader, "right_id")} as "rightName", money_minor::varchar as money
    from (
      select 'join' as kind, left_id, right_id, money_minor from alone anti join confirmed using (left_id, right_id)
      union all select 'pair', left_id, right_id, money_minor from waiting)
    order by money_minor desc, left_id, right_id limit ${limit}`,
    shape,
  );

/** The name that a mention gives itself; null where it gives none. */
const nameOf = (reader: Reader, column: string): Sql => sql`(
  select min(value) from ${reader.table("statement")}
  where entity_id = ${identifier(column)} and prop in ('name', 'alias'))`;
