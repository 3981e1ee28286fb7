import { integer, nullable, sql, text } from "../store/index.ts";
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

/** How many faults of each kind, most first. */
export const faultKinds = (reader: Reader) =>
  reader.database.rows(
    sql`select kind, count(*) as faults, sum(rows_lost) as "rowsLost" from ${reader.table("fault")}
      group by kind order by count(*) desc, kind`,
    { kind: text, faults: integer, rowsLost: integer },
  );
