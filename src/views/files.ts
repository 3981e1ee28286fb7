import { boolean, integer, nullable, sql, text, type Row } from "../store/index.ts";
import { sourceWords } from "./evidence.ts";
import type { Reader } from "./reader.ts";

const shape = {
  dataset: text,
  handOver: integer,
  received: text,
  series: nullable(text),
  label: nullable(text),
  kind: text,
  sealed: boolean,
  grade: text,
  file: text,
  form: text,
  bytes: integer,
  rowsPresent: integer,
  rowsRead: integer,
  rowsLost: integer,
  values: integer,
  faults: integer,
  hidden: integer,
};

/** One file as it came in: from whom, what it held, what was read of it and what was not. */
export type FileLine = Omit<Row<typeof shape>, "label" | "sealed" | "kind"> & { readonly source: string };

/** Every file of the case, in the order of hand-overs. */
export async function fileLines(reader: Reader): Promise<FileLine[]> {
  const rows = await reader.database.rows(
    sql`
    with seen as (
      select file_no, count(distinct statement_id) as "values", count(distinct statement_id) filter (where is_hidden) as hidden
      from ${reader.table("occurrence")} group by file_no),
    missed as (select file_no, count(*) as faults from ${reader.table("fault")} group by file_no)
    select d.dataset, d.hand_over_no as "handOver", d.received, d.series, o.label, o.kind, o.is_sealed as sealed,
      o.reliability || o.credibility::varchar as grade, f.name as file, f.form, f.bytes,
      f.rows_present as "rowsPresent", f.rows_read as "rowsRead", f.rows_lost as "rowsLost",
      coalesce(seen."values", 0) as "values", coalesce(missed.faults, 0) as faults, coalesce(seen.hidden, 0) as hidden
    from ${reader.table("file")} f
    join ${reader.table("dataset")} d using (dataset_no)
    join ${reader.table("source")} o using (source_id)
    left join seen using (file_no) left join missed using (file_no)
    order by d.hand_over_no, f.file_no`,
    shape,
  );
  return rows.map(({ label, sealed, kind, ...row }) => ({ ...row, source: sourceWords({ label, sealed, kind }) }));
}

/** The names of the files of a hand-over, in the order in which they came. */
export async function fileNamesOf(reader: Reader, dataset: string): Promise<string[]> {
  const rows = await reader.database.rows(
    sql`select f.name from ${reader.table("file")} f join ${reader.table("dataset")} d using (dataset_no)
      where d.dataset = ${dataset} order by f.file_no`,
    { name: text },
  );
  return rows.map(({ name }) => name);
}
