import { groupBy } from "../base/index.ts";
import { hex, integer, nullable, sql, text } from "../store/index.ts";
import { closedPlaces } from "./closed-contacts.ts";
import { guardedTexts } from "./guarded-texts.ts";
import type { Reader } from "./reader.ts";

/** The rest of the passage in which a mention stands, and how its document is titled. */
export interface WordsAround {
  readonly before: string;
  readonly after: string;
  readonly title: string | null;
}

/**
 * The passages about mentions, by the mentions' ids. None for one whose passage tells of people in flight or in whose row a
 * closed contact stands: there the words around it stay closed.
 */
export async function wordsAroundMentions(
  reader: Reader,
  mentionIds: readonly string[],
): Promise<ReadonlyMap<string, WordsAround>> {
  const rows = await reader.database.rows(
    sql`
    select m.mention_id as id, m.file_no as "fileNo", m.part, m.row_no as "row", m.char_from as "from", m.char_to as "to", a.text, l.title
    from ${reader.table("mention")} m
    join ${reader.table("passage")} a on a.file_no = m.file_no and a.part = m.part and a.row_no = m.row_no
    left join ${reader.table("ledger_document")} l on l.entity_id = m.document_id
    where m.mention_id in (select unhex(id) from unnest(${mentionIds}::varchar[]) as item(id))
    order by m.file_no, m.part, m.row_no, m.mention_id`,
    { id: hex, fileNo: integer, part: integer, row: integer, from: integer, to: integer, text, title: nullable(text) },
  );
  const guarded = await guardedTexts(
    reader,
    rows.map((row) => row.text),
  );
  const around = new Map<string, WordsAround>();
  for (const ofPart of groupBy(rows, ({ fileNo, part }) => `${fileNo} ${part}`).values()) {
    const [{ fileNo, part } = { fileNo: 0, part: 0 }] = ofPart;
    const closed = await closedPlaces(reader, { fileNo, part, rowNos: ofPart.map(({ row }) => row) });
    for (const { id, row, from, to, text: passage, title } of ofPart) {
      if (closed.rows.has(row) || guarded.has(passage)) continue;
      around.set(id, { before: passage.slice(0, from), after: passage.slice(to), title });
    }
  }
  return around;
}
