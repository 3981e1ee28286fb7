import { boolean, integer, nullable, sql, text, type Row } from "../store/index.ts";
import { closedPlaces } from "./closed-contacts.ts";
import { placeText } from "./evidence.ts";
import { guardedTexts } from "./guarded-texts.ts";
import type { Reader } from "./reader.ts";

const shape = {
  fileNo: integer,
  part: integer,
  partName: nullable(text),
  form: text,
  dataset: text,
  file: text,
  row: integer,
  document: integer,
  kind: text,
  name: nullable(text),
  text,
  lang: nullable(text),
  page: nullable(integer),
  box: nullable(text),
  hidden: boolean,
};

/** A passage of a document with its place, as `windfall open` takes it; its text is null where a closed contact stands, and of people in flight told in countries and months. */
export interface PassageLine extends Pick<
  Row<typeof shape>,
  "row" | "document" | "kind" | "name" | "lang" | "page" | "hidden"
> {
  readonly place: string;
  readonly text: string | null;
  readonly isGuarded: boolean;
}

/** The passages of a file of documents (`dataset/name`) in order; of one document, if its number is given. */
export async function passagesOf(reader: Reader, file: string, document: number | undefined): Promise<PassageLine[]> {
  const rows = await reader.database.rows(
    sql`select a.file_no as "fileNo", a.part, p.name as "partName", f.form, d.dataset, f.name as file, a.row_no as row,
        a.document_no as document, a.kind, a.name, a.text, a.lang, a.page, array_to_string(a.box, ',') as box, a.is_hidden as hidden
      from ${reader.table("passage")} a
      join ${reader.table("file")} f using (file_no) join ${reader.table("dataset")} d on d.dataset_no = f.dataset_no
      left join ${reader.table("part")} p on p.file_no = a.file_no and p.part = a.part
      where d.dataset || '/' || f.name = ${file} and a.document_no = coalesce(${document ?? null}::integer, a.document_no)
      order by a.file_no, a.part, a.row_no`,
    shape,
  );
  const [first] = rows;
  if (!first) return [];
  const rowNos = rows.map(({ row }) => row);
  const closed = await closedPlaces(reader, { fileNo: first.fileNo, part: first.part, rowNos });
  const guarded = await guardedTexts(
    reader,
    rows.map((row) => row.text),
  );
  return rows.map((row) => ({
    row: row.row,
    document: row.document,
    kind: row.kind,
    name: row.name,
    lang: row.lang,
    page: row.page,
    hidden: row.hidden,
    text: closed.rows.has(row.row) ? null : (guarded.get(row.text)?.words ?? row.text),
    isGuarded: guarded.has(row.text),
    place: placeText({ ...row, part: row.partName, column: null }),
  }));
}
