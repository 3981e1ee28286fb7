import { boolean, hex, identifier, integer, nullable, sql, text, textList, type Row } from "../store/index.ts";
import { isByModel } from "./claims.ts";
import type { Reader } from "./reader.ts";

const eventShape = {
  eventId: text,
  title: text,
  type: nullable(text),
  from: nullable(text),
  to: nullable(text),
  precision: nullable(text),
  place: nullable(text),
  country: nullable(text),
  rootsLeast: integer,
  rootsMost: integer,
  deniedBy: textList,
  unconfirmedBy: textList,
  status: textList,
  isGuarded: boolean,
  claims: integer,
  confirmed: integer,
  documents: integer,
};

/** What is said to have happened: how many independent sources say so, who denies it, who could not confirm it. */
export type EventLine = Row<typeof eventShape>;

/** Which events are wanted; `isConfirmed`: those of the claims alone that a person confirmed. */
export interface EventFilter {
  readonly isConfirmed: boolean;
  readonly eventId?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Events, those with most independent sources first. */
export const ledgerEvents = (reader: Reader, filter: EventFilter): Promise<EventLine[]> =>
  reader.database.rows(
    sql`
    select e.event_id as "eventId", e.title, e.type, e.date_from as "from", e.date_to as "to", e.date_precision as precision,
      e.place, e.country, e.roots_least as "rootsLeast", e.roots_most as "rootsMost", e.denied_by as "deniedBy",
      e.unconfirmed_by as "unconfirmedBy", e.status, e.is_guarded as "isGuarded", count(*) as claims,
      count(*) filter (where c.status = 'confirmed') as confirmed, count(distinct c.entity_id) as documents
    from ${reader.table("event")} e
    join ${reader.table("event_claim")} l using (event_id) join ${reader.table("claim")} c using (claim_id)
    where e.is_confirmed = ${filter.isConfirmed}
      and e.event_id = coalesce(${filter.eventId ?? null}::varchar, e.event_id)
    group by all
    order by e.roots_least desc, e.roots_most desc, claims desc, e.event_id
    limit ${filter.limit} offset ${filter.offset}`,
    eventShape,
  );

/** How many events there are. */
export const countEvents = async (reader: Reader, isConfirmed: boolean): Promise<number> =>
  (
    await reader.database.row(
      sql`select count(*) as n from ${reader.table("event")} where is_confirmed = ${isConfirmed}`,
      { n: integer },
    )
  ).n;

/** An independent source of an event and who carries its words; `most`: how many people it may be. */
export const eventRoots = (reader: Reader, eventIds: readonly string[]) =>
  reader.database.rows(
    sql`select event_id as "eventId", root_no as "rootNo", source, carriers, most from ${reader.table("event_root")}
      where event_id in (select unnest(${eventIds}::varchar[])) order by event_id, root_no`,
    { eventId: text, rootNo: integer, source: text, carriers: textList, most: integer },
  );

const pairShape = {
  kind: text,
  why: text,
  eventIds: textList,
  left: hex,
  leftQuote: text,
  leftSpeaker: text,
  right: hex,
  rightQuote: text,
  rightSpeaker: text,
};

/** Two claims of which one speaks against the other, or is a firmer telling of it (then the right one is the earlier). */
export type ClaimPair = Row<typeof pairShape>;

/** What contradicts what, with the events of either claim. */
export const ledgerContradictions = (reader: Reader, isConfirmed: boolean): Promise<ClaimPair[]> =>
  pairsIn(reader, isConfirmed, { name: "contradiction", left: "left_claim", right: "right_claim" });

/** What grew firmer or larger in the telling: the later telling is the left one. */
export const ledgerDrifts = (reader: Reader, isConfirmed: boolean): Promise<ClaimPair[]> =>
  pairsIn(reader, isConfirmed, { name: "drift", left: "claim_id", right: "from_claim" });

interface PairTable {
  readonly name: "contradiction" | "drift";
  readonly left: string;
  readonly right: string;
}

const pairsIn = (reader: Reader, isConfirmed: boolean, { name, left, right }: PairTable): Promise<ClaimPair[]> =>
  reader.database.rows(
    sql`
    with pair as (
      select distinct kind, why, ${identifier(left)} as l, ${identifier(right)} as r from ${reader.table(name)}
      where is_confirmed = ${isConfirmed}),
    of_event as (
      select claim_id, list(event_id order by event_id) as events from ${reader.table("event_claim")}
      join ${reader.table("event")} using (event_id) where is_confirmed = ${isConfirmed} group by claim_id)
    select p.kind, p.why, list_sort(list_distinct(list_concat(coalesce(le.events, []), coalesce(re.events, [])))) as "eventIds",
      p.l as "left", lc.quote as "leftQuote", lc.speaker as "leftSpeaker",
      p.r as "right", rc.quote as "rightQuote", rc.speaker as "rightSpeaker"
    from pair p join ${reader.table("claim")} lc on lc.claim_id = p.l join ${reader.table("claim")} rc on rc.claim_id = p.r
    left join of_event le on le.claim_id = p.l left join of_event re on re.claim_id = p.r
    order by p.kind, lc.entity_id, lc.claim_no, rc.entity_id, rc.claim_no`,
    pairShape,
  );

/** How far the ledger looked: documents, claims by what a person decided (those that a model made apart), passages of languages that are not read. */
export async function ledgerReach(reader: Reader) {
  const claims = await reader.database.row(
    sql`select count(*) filter (where status = 'proposed' and not is_by_model) as proposed,
        count(*) filter (where status = 'proposed' and is_by_model) as "byModels", count(*) filter (where status = 'confirmed') as confirmed,
        count(*) filter (where status = 'rejected') as rejected,
        count(*) filter (where status = 'confirmed' and is_by_model) as "confirmedByModels",
        count(*) filter (where status = 'rejected' and is_by_model) as "rejectedByModels"
      from (select status, ${isByModel} as is_by_model from ${reader.table("claim")})`,
    {
      proposed: integer,
      byModels: integer,
      confirmed: integer,
      rejected: integer,
      confirmedByModels: integer,
      rejectedByModels: integer,
    },
  );
  const documents = await reader.database.row(
    sql`select count(*) as documents, coalesce(sum(passages), 0) as passages, coalesce(sum(unread), 0) as unread,
        coalesce(sum(guarded), 0) as guarded, coalesce(sum(withheld), 0) as withheld
      from ${reader.table("ledger_document")}`,
    { documents: integer, passages: integer, unread: integer, guarded: integer, withheld: integer },
  );
  const languages = await reader.database.rows(
    sql`select distinct unnest(unread_languages) as code from ${reader.table("ledger_document")} order by code`,
    { code: text },
  );
  return { ...claims, ...documents, unreadLanguages: languages.map(({ code }) => code) };
}

export type LedgerReach = Awaited<ReturnType<typeof ledgerReach>>;
