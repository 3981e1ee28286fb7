import { groupBy } from "../base/index.ts";
import { boolean, integer, sql, text, type Row } from "../store/index.ts";
import { closedPlaces } from "./closed-contacts.ts";
import { closedWords } from "./closed-words.ts";
import { guardedTexts } from "./guarded-texts.ts";
import type { Reader } from "./reader.ts";

const shape = {
  documentId: text,
  fileNo: integer,
  part: integer,
  row: integer,
  kind: text,
  text,
  hidden: boolean,
};

/** Why a passage stays in the house; undefined: nothing of the case's tables keeps it there. */
export type PassageBar = "people in flight" | "closed contact" | "no text of the document";

/** A passage of a file of documents, whole, and what keeps it in the house. */
export interface SendablePassage extends Pick<Row<typeof shape>, "documentId" | "row" | "text"> {
  readonly bar: PassageBar | undefined;
}

/** What is text of a document: no menu, head, foot, remark or table, and nothing deleted. */
const textKinds: ReadonlySet<string> = new Set([
  "title",
  "heading",
  "paragraph",
  "quote",
  "list",
  "caption",
  "inserted",
]);

/** The passages with words of a file (`dataset/name`) in order, each with what keeps it in the house. */
export async function sendablePassages(reader: Reader, file: string): Promise<SendablePassage[]> {
  const rows = await reader.database.rows(
    sql`select a.entity_id as "documentId", a.file_no as "fileNo", a.part, a.row_no as "row", a.kind, a.text, a.is_hidden as hidden
      from ${reader.table("passage")} a
      join ${reader.table("file")} f using (file_no) join ${reader.table("dataset")} d on d.dataset_no = f.dataset_no
      where d.dataset || '/' || f.name = ${file} and trim(a.text) <> ''
      order by a.file_no, a.part, a.row_no`,
    shape,
  );
  const guarded = await guardedTexts(
    reader,
    rows.map((row) => row.text),
  );
  const isClosed = await closedWords(reader);
  const passages: SendablePassage[] = [];
  for (const part of groupBy(rows, ({ fileNo, part: no }) => `${fileNo} ${no}`).values())
    passages.push(...(await barred(reader, part, { guarded, isClosed })));
  return passages;
}

async function barred(
  reader: Reader,
  rows: readonly Row<typeof shape>[],
  {
    guarded,
    isClosed,
  }: { readonly guarded: ReadonlyMap<string, unknown>; readonly isClosed: (words: string) => boolean },
): Promise<SendablePassage[]> {
  const [first] = rows;
  if (!first) return [];
  const closed = await closedPlaces(reader, {
    fileNo: first.fileNo,
    part: first.part,
    rowNos: rows.map(({ row }) => row),
  });
  const barOf = (row: Row<typeof shape>): PassageBar | undefined => {
    if (guarded.has(row.text)) return "people in flight";
    if (closed.rows.has(row.row) || isClosed(row.text)) return "closed contact";
    return row.hidden || !textKinds.has(row.kind) ? "no text of the document" : undefined;
  };
  return rows.map((row) => ({ documentId: row.documentId, row: row.row, text: row.text, bar: barOf(row) }));
}

/** Whose a file (`dataset/name`) is: its hand-over, and whether its source is protected; undefined: the case has no such file. */
export async function ownerOfFile(reader: Reader, file: string) {
  const [found] = await reader.database.rows(
    sql`select d.dataset, o.source_id as "sourceId", o.is_sealed as "isSealed"
      from ${reader.table("file")} f join ${reader.table("dataset")} d using (dataset_no)
      join ${reader.table("source")} o on o.source_id = d.source_id
      where d.dataset || '/' || f.name = ${file} order by f.file_no limit 1`,
    { dataset: text, sourceId: text, isSealed: boolean },
  );
  return found;
}
