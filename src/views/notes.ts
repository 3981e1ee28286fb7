import { groupBy } from "../base/index.ts";
import { integer, nullable, sql, text } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** What a note is about: an entity by its id, an event by the id of one of its claims, or a place or file as `windfall open` takes it. */
export interface NoteAbout {
  readonly kind: "entity" | "event" | "place";
  readonly id: string;
}

/** What an analyst said on nobody's word but his own, by whom, when, and who took it back. */
export interface NoteLine {
  readonly noteNo: number;
  readonly text: string;
  readonly about: NoteAbout | null;
  readonly actor: string;
  readonly notedAt: string;
  readonly withdrawnBy: string | null;
}

/** How judgements name a note. */
export const noteId = (noteNo: number): string => `note-${noteNo}`;

/** Every note in its order, those that were taken back too. */
export async function noteLines(reader: Reader): Promise<NoteLine[]> {
  const rows = await reader.database.rows(
    sql`
    with ruling as (
      select left_id, decision, actor from ${reader.table("judgement")} where subject = 'note'
      qualify row_number() over (partition by left_id order by judgement_no desc) = 1)
    select n.note_no as "noteNo", n.text, n.about_kind as "aboutKind", n.about_id as "aboutId", n.actor,
      n.noted_at::varchar as "notedAt", case when r.decision = 'different' then r.actor end as "withdrawnBy"
    from ${reader.table("note")} n left join ruling r on r.left_id = 'note-' || n.note_no::varchar
    order by n.note_no`,
    {
      noteNo: integer,
      text,
      aboutKind: nullable(text),
      aboutId: nullable(text),
      actor: text,
      notedAt: text,
      withdrawnBy: nullable(text),
    },
  );
  return rows.map(({ aboutKind, aboutId, ...note }) => ({
    ...note,
    about: aboutKind === null || aboutId === null ? null : { kind: aboutKind as NoteAbout["kind"], id: aboutId },
  }));
}

/**
 * The notes that stand about one of these: entities by any of their ids (a canonical id changes as mentions are joined), or
 * places; a file stands for every place in it.
 */
export async function notesAbout(
  reader: Reader,
  wanted: { readonly kind: "entity" | "place"; readonly ids: readonly string[] },
): Promise<NoteLine[]> {
  const isWanted = ({ kind, id }: NoteAbout): boolean =>
    kind === wanted.kind && (wanted.ids.includes(id) || (kind === "place" && wanted.ids.includes(fileOf(id))));
  return (await noteLines(reader)).filter(
    ({ about, withdrawnBy }) => withdrawnBy === null && about !== null && isWanted(about),
  );
}

/** The notes that stand about events: an event is known by one of its claims, for its number changes as others come. */
export async function notesOfEvents(
  reader: Reader,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NoteLine[]>> {
  const notes = (await noteLines(reader)).filter(
    ({ about, withdrawnBy }) => withdrawnBy === null && about?.kind === "event",
  );
  if (notes.length === 0) return new Map();
  const rows = await reader.database.rows(
    sql`select event_id as "eventId", lower(hex(claim_id)) as claim from ${reader.table("event_claim")}
      where event_id in (select unnest(${eventIds}::varchar[]))
        and lower(hex(claim_id)) in (select unnest(${notes.flatMap(({ about }) => about?.id ?? [])}::varchar[]))
      order by event_id, claim`,
    { eventId: text, claim: text },
  );
  return new Map(
    [...groupBy(rows, ({ eventId }) => eventId)].map(([eventId, own]) => [
      eventId,
      notes.filter(({ about }) => own.some(({ claim }) => claim === about?.id)),
    ]),
  );
}

const fileOf = (place: string): string => {
  const quote = place.indexOf("#'");
  const hash = quote < 0 ? place.lastIndexOf("#") : quote;
  return hash < 0 ? place : place.slice(0, hash);
};
