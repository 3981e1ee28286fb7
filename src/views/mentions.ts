import { hex, integer, mentionRulingTable, nullable, sql, text, textList, type Row, type Sql } from "../store/index.ts";
import { closedBystanders } from "./closed-contacts.ts";
import { placeText } from "./evidence.ts";
import type { Reader } from "./reader.ts";

const shape = {
  mentionId: hex,
  placeId: text,
  document: text,
  written: text,
  form: text,
  name: text,
  entityId: text,
  canonicalId: text,
  kind: text,
  tier: text,
  weightMb: integer,
  why: textList,
  status: text,
  charFrom: integer,
  charTo: integer,
  dataset: text,
  file: text,
  fileForm: text,
  part: nullable(text),
  row: integer,
  page: nullable(integer),
  box: nullable(text),
};

/** Words of a document that may name an entity of the case, as a proposal, with the passage in which they stand. */
export interface MentionLine extends Omit<
  Row<typeof shape>,
  "dataset" | "file" | "fileForm" | "part" | "page" | "box"
> {
  readonly place: string;
}

const mentionsMax = 100_000;

/** The mentions in the documents of a file (`dataset/name`), rejected ones too, in the order of the text. */
export const mentionsOfFile = (reader: Reader, file: string): Promise<MentionLine[]> =>
  mentionLines(reader, { where: sql`d.dataset || '/' || f.name = ${file}`, offset: 0, limit: mentionsMax });

/** The mentions of a canonical entity that nobody rejected, the first of them. */
export const mentionsOfEntity = (reader: Reader, canonicalId: string, limit = mentionsMax): Promise<MentionLine[]> =>
  mentionLines(reader, { where: mayName(canonicalId), offset: 0, limit });

/** How many they are. */
export const countMentionsOfEntity = (reader: Reader, canonicalId: string): Promise<number> =>
  countMentions(reader, mayName(canonicalId));

const mayName = (canonicalId: string): Sql => sql`m.canonical_id = ${canonicalId} and m.status <> 'rejected'`;

/** The mentions whose id begins with these hex digits, in small letters. */
export const mentionsBeginning = (reader: Reader, start: string): Promise<MentionLine[]> =>
  mentionLines(reader, { where: sql`starts_with(lower(hex(m.mention_id)), ${start})`, offset: 0, limit: 2 });

/** The mentions of these ids. */
export const mentionsByIds = (reader: Reader, mentionIds: readonly string[]): Promise<MentionLine[]> =>
  mentionLines(reader, {
    where: sql`m.mention_id in (select unhex(id) from unnest(${mentionIds}::varchar[]) as item(id))`,
    offset: 0,
    limit: mentionIds.length,
  });

/** The mentions at these places, whomever they may name, rejected ones left out. */
export const mentionsAtPlaces = (reader: Reader, placeIds: readonly string[]): Promise<MentionLine[]> =>
  mentionLines(reader, {
    where: sql`m.place_id in (select unnest(${placeIds}::varchar[])) and m.status <> 'rejected'`,
    offset: 0,
    limit: mentionsMax,
  });

/** The mentions that wait for a decision; a decision that no run has drawn yet counts as taken, "cannot say" too. */
export const mentionsToReview = (
  reader: Reader,
  window: { readonly offset: number; readonly limit: number },
): Promise<MentionLine[]> => mentionLines(reader, { where: isWaiting(reader), ...window });

/** How many they are. */
export const countMentionsToReview = (reader: Reader): Promise<number> => countMentions(reader, isWaiting(reader));

/**
 * The mentions of entities whose name holds one of the terms, in passages that do not hold it: other writings of a name that is
 * looked for. Letters match without case and accents.
 */
export const mentionsNamed = (reader: Reader, terms: readonly string[], limit: number): Promise<MentionLine[]> =>
  mentionLines(reader, {
    where: sql`m.status <> 'rejected' and exists (
      select 1 from (select unnest(${[...terms]}::varchar[]) as term) t
      where contains(${plain(sql`m.name`)}, ${plain(sql`t.term`)}) and not contains(${plain(sql`a.text`)}, ${plain(sql`t.term`)}))`,
    offset: 0,
    limit,
  });

const plain = (value: Sql): Sql => sql`lower(strip_accents(nfc_normalize(${value})))`;

/** Whether nobody decided on a mention's place and its entity. */
const isWaiting = (reader: Reader): Sql => sql`m.status = 'proposed' and (m.place_id, m.canonical_id) not in (
  select (place_id, canonical_id)
  from (${mentionRulingTable({ judgement: reader.table("judgement"), cluster: reader.table("cluster") })}))`;

/** How many mentions, of the table `mention` as `m`, may be shown. */
const countMentions = async (reader: Reader, where: Sql): Promise<number> =>
  (
    await reader.database.row(
      sql`select count(*) as n from ${reader.table("mention")} m where ${where} and ${isOpen(reader)}`,
      { n: integer },
    )
  ).n;

/** A closed contact of a phone is named nowhere. */
const isOpen = (reader: Reader): Sql => sql`m.entity_id not in (${closedBystanders(reader)})`;

async function mentionLines(
  reader: Reader,
  { where, offset, limit }: { readonly where: Sql; readonly offset: number; readonly limit: number },
): Promise<MentionLine[]> {
  const rows = await reader.database.rows(
    sql`
    select m.mention_id as "mentionId", m.place_id as "placeId", m.document_id as document, m.written, m.form, m.name,
      m.entity_id as "entityId", m.canonical_id as "canonicalId", m.kind, m.tier, m.weight_mb as "weightMb", m.why, m.status,
      m.char_from as "charFrom", m.char_to as "charTo", d.dataset, f.name as file, f.form as "fileForm", p.name as part,
      m.row_no as "row", a.page, array_to_string(a.box, ',') as box
    from ${reader.table("mention")} m
    join ${reader.table("file")} f on f.file_no = m.file_no
    join ${reader.table("dataset")} d on d.dataset_no = m.dataset_no
    join ${reader.table("passage")} a on a.file_no = m.file_no and a.part = m.part and a.row_no = m.row_no
    left join ${reader.table("part")} p on p.file_no = m.file_no and p.part = m.part
    where ${where} and ${isOpen(reader)}
    order by m.file_no, m.part, m.row_no, m.char_from, m.weight_mb desc, m.canonical_id
    limit ${limit} offset ${offset}`,
    shape,
  );
  return rows.map(({ dataset, file, fileForm, part, page, box, ...row }) => ({
    ...row,
    place: placeText({ dataset, file, form: fileForm, part, row: row.row, column: null, page, box }),
  }));
}

/** Names that were not looked for, and places where one was found and not proposed, by reason. */
export const skippedMentions = (reader: Reader) =>
  reader.database.rows(
    sql`select reason, sentence, names, places from ${reader.table("skipped_mention")} order by reason`,
    { reason: text, sentence: text, names: integer, places: integer },
  );
