import { boolean, integer, nullable, sql, text } from "../store/index.ts";
import { placeText } from "./evidence.ts";
import type { Reader } from "./reader.ts";

/** Something that could not be read, understood or cleaned, and where. */
export interface FaultLine {
  readonly place: string;
  readonly kind: string;
  readonly text: string;
  readonly rowsLost: number;
}

/** The faults of a case (or of one dataset), in the order of files and rows; at most `limit`, after skipping `offset`. */
export async function faultLines(
  reader: Reader,
  window: { readonly dataset?: string; readonly offset: number; readonly limit: number },
): Promise<FaultLine[]> {
  const rows = await reader.database.rows(
    sql`
    select d.dataset, f.name as file, f.form, p.name as part, x.row_no as row, x.col_no as "column", x.kind, x.text, x.rows_lost as lost
    from ${reader.table("fault")} x
    join ${reader.table("file")} f using (file_no)
    join ${reader.table("dataset")} d using (dataset_no)
    left join ${reader.table("part")} p on p.file_no = x.file_no and p.part = x.part
    where ${window.dataset ?? null}::varchar is null or d.dataset = ${window.dataset ?? null}::varchar
    order by x.file_no, x.part nulls first, x.row_no nulls first, x.col_no nulls first, x.kind, x.text
    limit ${window.limit} offset ${window.offset}`,
    {
      dataset: text,
      file: text,
      form: text,
      part: nullable(text),
      row: nullable(integer),
      column: nullable(integer),
      kind: text,
      text,
      lost: integer,
    },
  );
  return rows.map(({ dataset, file, row, kind, lost, ...rest }) => ({
    place: row === null ? `${dataset}/${file}` : placeText({ dataset, file, row, ...rest }),
    kind,
    text: rest.text,
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

/** How many faults of each kind each hand-over has, with one of them; hand-overs before lists, most first. */
export async function faultGroups(reader: Reader) {
  const groups = await reader.database.rows(
    sql`select d.dataset, x.kind, count(*) as faults, sum(x.rows_lost) as "rowsLost", min(x.text) as example, d.series is not null as listed
      from ${reader.table("fault")} x join ${reader.table("file")} f using (file_no) join ${reader.table("dataset")} d using (dataset_no)
      group by d.dataset, x.kind, d.series order by listed, count(*) desc, d.dataset, x.kind`,
    { dataset: text, kind: text, faults: integer, rowsLost: integer, example: text, listed: boolean },
  );
  const lines = await faultLines(reader, { offset: 0, limit: 1_000_000 });
  return groups.map(({ listed: _listed, ...group }) => ({
    ...group,
    place: lines.find((line) => line.kind === group.kind && line.text === group.example)?.place ?? group.dataset,
  }));
}
