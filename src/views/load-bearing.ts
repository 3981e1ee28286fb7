import type { StatementId } from "../model/index.ts";
import { boolean, entityId, integer, listOf, nullable, sql, statementId, text, type Row } from "../store/index.ts";
import { confirmedPairs } from "./confirmations.ts";
import { reasonShape } from "./pairs.ts";
import type { Reader } from "./reader.ts";

const shape = {
  leftId: entityId,
  rightId: entityId,
  joinedBy: text,
  weightMb: nullable(integer),
  reasons: listOf(reasonShape),
  carries: listOf({ kind: text, carried: text }),
  moneyMinor: text,
  isAlone: boolean,
  isConfirmed: boolean,
};

/**
 * A join on which something shown hangs: what joined the two, the reasons, each thing that it carries (a sentence of the
 * brief, a match with a public list, the canonical id of a chokepoint), what the side that moved less moves (minor units
 * of the case currency), whether no other link holds its two sides together, and whether a person confirmed it.
 */
export type LoadBearingJoin = Row<typeof shape>;

/** Which load-bearing joins are wanted; everything left out does not narrow. */
interface Wanted {
  /** Only joins that nobody has confirmed. */
  readonly isOpen?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Load-bearing joins: first those that nobody confirmed, then those that nothing else backs, then by money and by how much hangs on them. */
export const loadBearingJoins = (reader: Reader, wanted: Wanted): Promise<LoadBearingJoin[]> =>
  reader.database.rows(
    sql`
    with carrying as (
      select left_id, right_id, min(money_minor) as money_minor, bool_and(is_alone) as is_alone,
        list(struct_pack(kind, carried) order by kind, carried) as carries
      from ${reader.table("load_bearing")} group by left_id, right_id),
    confirmed as (${confirmedPairs(reader)})
    select c.left_id as "leftId", c.right_id as "rightId", coalesce(l.joined_by, r.joined_by) as "joinedBy", p.weight_mb as "weightMb",
      coalesce(p.reasons, []) as reasons, carries, c.money_minor::varchar as "moneyMinor", is_alone as "isAlone",
      judgement_no is not null as "isConfirmed"
    from carrying c
    left join ${reader.table("cluster")} l on l.entity_id = c.left_id and l.joined_to = c.right_id
    left join ${reader.table("cluster")} r on r.entity_id = c.right_id and r.joined_to = c.left_id
    left join ${reader.table("candidate_pair")} p on p.left_id = c.left_id and p.right_id = c.right_id
    left join confirmed d on d.left_id = c.left_id and d.right_id = c.right_id
    where ${wanted.isOpen !== true} or judgement_no is null
    order by judgement_no is not null, is_alone desc, c.money_minor desc, len(carries) desc, c.left_id, c.right_id
    limit ${wanted.limit} offset ${wanted.offset}`,
    shape,
  );

/** How many joins carry something, how many of them each kind of thing, and how many a person has confirmed. */
export const loadBearingCounts = (reader: Reader) =>
  reader.database.row(
    sql`
    with joint as (
      select left_id, right_id, bool_and(is_alone) as is_alone, bool_or(kind = 'sentence') as has_sentence,
        bool_or(kind = 'match') as has_match, bool_or(kind = 'chokepoint') as has_chokepoint
      from ${reader.table("load_bearing")} group by left_id, right_id),
    confirmed as (${confirmedPairs(reader)})
    select count(*) as joins, count(*) filter (where has_sentence) as sentences, count(*) filter (where has_match) as matches,
      count(*) filter (where has_chokepoint) as chokepoints, count(*) filter (where is_alone) as alone,
      count(judgement_no) as confirmed
    from joint left join confirmed using (left_id, right_id)`,
    {
      joins: integer,
      sentences: integer,
      matches: integer,
      chokepoints: integer,
      alone: integer,
      confirmed: integer,
    },
  );

/** A statement for each mention by which it may be cited: its name, or whatever else it says first. */
export async function statementsOfMentions(
  reader: Reader,
  mentions: readonly string[],
): Promise<ReadonlyMap<string, StatementId>> {
  const rows = await reader.database.rows(
    sql`select entity_id as id, statement_id as statement from ${reader.table("statement")}
      where entity_id in (select unnest(${[...new Set(mentions)]}::varchar[]))
      qualify row_number() over (partition by entity_id order by prop = 'name' desc, prop, value, statement_id) = 1
      order by entity_id`,
    { id: text, statement: statementId },
  );
  return new Map(rows.map(({ id, statement }) => [id, statement]));
}
