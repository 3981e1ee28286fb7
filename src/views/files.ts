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

/**
 * Every file of the case, in the order of hand-overs. The batch of a file that came alone holds its values once each; those
 * of an archive's members are told apart by their places.
 */
export async function fileLines(reader: Reader): Promise<FileLine[]> {
  const rows = await reader.database.rows(
    sql`
    with alone as (select batch_no, min(file_no) as file_no from ${reader.table("file")} group by batch_no having count(*) = 1),
    seen as (
      select file_no, count(*) as "values" from ${reader.table("statement")} join alone using (batch_no) group by file_no
      union all
      select file_no, count(distinct statement_id) from ${reader.table("occurrence")}
      where file_no not in (select file_no from alone) group by file_no),
    veiled as (
      select file_no, count(distinct statement_id) as hidden from ${reader.table("occurrence")} where is_hidden group by file_no),
    missed as (select file_no, count(*) as faults from ${reader.table("fault")} group by file_no)
    select d.dataset, d.hand_over_no as "handOver", d.received, d.series, o.label, o.kind, o.is_sealed as sealed,
      o.reliability || o.credibility::varchar as grade, f.name as file, f.form, f.bytes,
      f.rows_present as "rowsPresent", f.rows_read as "rowsRead", f.rows_lost as "rowsLost",
      coalesce(seen."values", 0) as "values", coalesce(missed.faults, 0) as faults, coalesce(veiled.hidden, 0) as hidden
    from ${reader.table("file")} f
    join ${reader.table("dataset")} d using (dataset_no)
    join ${reader.table("source")} o using (source_id)
    left join seen using (file_no) left join veiled using (file_no) left join missed using (file_no)
    order by d.hand_over_no, f.file_no`,
    shape,
  );
  return rows.map(({ label, sealed, kind, ...row }) => ({ ...row, source: sourceWords({ label, sealed, kind }) }));
}

/** Every file of the case with who gave it, in the order of hand-overs; without the counts, which cost a walk through all values. */
export async function fileSources(reader: Reader) {
  const rows = await reader.database.rows(
    sql`select d.dataset, f.name as file, d.received, o.label, o.kind, o.is_sealed as sealed,
        o.reliability || o.credibility::varchar as grade
      from ${reader.table("file")} f
      join ${reader.table("dataset")} d using (dataset_no) join ${reader.table("source")} o using (source_id)
      order by d.hand_over_no, f.file_no`,
    { dataset: text, file: text, received: text, label: nullable(text), kind: text, sealed: boolean, grade: text },
  );
  return rows.map(({ label, sealed, kind, ...row }) => ({ ...row, source: sourceWords({ label, sealed, kind }) }));
}
