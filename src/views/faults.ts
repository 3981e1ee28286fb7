import { integer, nullable, sql, text } from "../store/index.ts";
import { closedTables, isOpen, phoneHandOvers } from "./closed-contacts.ts";
import { placeText } from "./evidence.ts";
import { guardedTexts } from "./guarded-texts.ts";
import type { Reader } from "./reader.ts";

/** Something that could not be read, understood or cleaned, and where. */
export interface FaultLine {
  readonly place: string;
  readonly kind: string;
  readonly text: string;
  readonly rowsLost: number;
}

/** Faults of how a part is laid out: their sentences quote no cell. */
const layoutKinds = ["no-table", "not-understood", "rows-outside", "repeated-header"];

/**
 * The faults of a case (or of one dataset), in the order of files and rows; at most `limit`, after skipping `offset`.
 * What may quote a closed contact is not quoted: of a phone, rows that are not known to say something else.
 */
export async function faultLines(
  reader: Reader,
  window: { readonly dataset?: string; readonly offset: number; readonly limit: number },
): Promise<FaultLine[]> {
  const rows = await reader.database.rows(
    sql`
    with shown as materialized (
      select x.* from ${reader.table("fault")} x
      join ${reader.table("file")} using (file_no) join ${reader.table("dataset")} d using (dataset_no)
      where ${window.dataset ?? null}::varchar is null or d.dataset = ${window.dataset ?? null}::varchar
      order by x.file_no, x.part nulls first, x.row_no nulls first, x.col_no nulls first, x.kind, x.text
      limit ${window.limit} offset ${window.offset}),
    said as materialized (
      select o.file_no, o.part, o.row_no, s.* from ${reader.table("occurrence")} o join ${reader.table("statement")} s using (statement_id)
      where s.dataset_no in (${phoneHandOvers(reader)})
        and exists (select 1 from shown where shown.file_no = o.file_no and shown.part = o.part and shown.row_no = o.row_no)),
    ${closedTables(reader, sql`entity_id in (select entity_id from said)`)},
    open_row as (
      select file_no, part, row_no from said s where s.schema not in ('Document', 'Table', 'Workbook')
      group by file_no, part, row_no having bool_and(${isOpen}))
    select d.dataset, f.name as file, f.form, p.name as part, x.row_no as row, x.col_no as "column", x.kind, x.rows_lost as lost,
      case when x.row_no is null or x.kind in (select unnest(${layoutKinds})) or open_row.row_no is not null
        or f.dataset_no not in (${phoneHandOvers(reader)}) then x.text end as text
    from shown x
    left join open_row on open_row.file_no = x.file_no and open_row.part = x.part and open_row.row_no = x.row_no
    join ${reader.table("file")} f on f.file_no = x.file_no
    join ${reader.table("dataset")} d using (dataset_no)
    left join ${reader.table("part")} p on p.file_no = x.file_no and p.part = x.part
    order by x.file_no, x.part nulls first, x.row_no nulls first, x.col_no nulls first, x.kind, x.text`,
    {
      dataset: text,
      file: text,
      form: text,
      part: nullable(text),
      row: nullable(integer),
      column: nullable(integer),
      kind: text,
      text: nullable(text),
      lost: integer,
    },
  );
  const guarded = await guardedTexts(
    reader,
    rows.map((row) => row.text),
  );
  return rows.map(({ dataset, file, row, kind, lost, ...rest }) => ({
    place: row === null ? `${dataset}/${file}` : placeText({ dataset, file, row, ...rest }),
    kind,
    text:
      guarded.get(rest.text ?? "")?.words ??
      rest.text ??
      `${kind.replaceAll("-", " ")}: not quoted, since a contact of a phone or mailbox may stand there who is closed`,
    rowsLost: lost,
  }));
}

/** How many faults of each kind (of one dataset, or of all), most first. */
export const faultKinds = (reader: Reader, dataset?: string) =>
  reader.database.rows(
    sql`select kind, count(*) as faults, sum(x.rows_lost) as "rowsLost"
      from ${reader.table("fault")} x join ${reader.table("file")} using (file_no) join ${reader.table("dataset")} d using (dataset_no)
      where ${dataset ?? null}::varchar is null or d.dataset = ${dataset ?? null}::varchar
      group by kind order by count(*) desc, kind`,
    { kind: text, faults: integer, rowsLost: integer },
  );

/**
 * How many faults of each kind each hand-over has, with one of them and its place; hand-overs before lists, most first.
 * Of a phone none is quoted: then the example is null, and the file is where the first of them stands.
 */
export async function faultGroups(reader: Reader) {
  const groups = await reader.database.rows(
    sql`
    with counted as (
      select x.*, d.dataset, d.series is not null as listed, f.name, f.form, d.dataset_no in (${phoneHandOvers(reader)}) as is_phone,
        count(*) over (partition by d.dataset, x.kind) as faults, sum(x.rows_lost) over (partition by d.dataset, x.kind) as lost
      from ${reader.table("fault")} x join ${reader.table("file")} f using (file_no) join ${reader.table("dataset")} d using (dataset_no)
      qualify row_number() over (partition by d.dataset, x.kind
        order by x.text, x.file_no, x.part nulls first, x.row_no nulls first, x.col_no nulls first) = 1)
    select c.dataset, c.kind, c.faults, c.lost::bigint as "rowsLost", case when not is_phone then c.text end as example,
      c.name as file, c.form, p.name as part, c.row_no as row, c.col_no as "column"
    from counted c left join ${reader.table("part")} p on p.file_no = c.file_no and p.part = c.part
    order by c.listed, c.faults desc, c.dataset, c.kind`,
    {
      dataset: text,
      kind: text,
      faults: integer,
      rowsLost: integer,
      example: nullable(text),
      file: text,
      form: text,
      part: nullable(text),
      row: nullable(integer),
      column: nullable(integer),
    },
  );
  const guarded = await guardedTexts(
    reader,
    groups.map(({ example }) => example),
  );
  return groups.map(({ dataset, kind, faults, rowsLost, example, row, ...at }) => ({
    dataset,
    kind,
    faults,
    rowsLost,
    example: guarded.get(example ?? "")?.words ?? example,
    file: `${dataset}/${at.file}`,
    place: row === null ? `${dataset}/${at.file}` : placeText({ dataset, row, ...at }),
  }));
}
