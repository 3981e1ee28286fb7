import { integer, nullable, sql, text, type Row } from "../store/index.ts";
import type { Reader } from "./reader.ts";

const shape = {
  file: text,
  part: nullable(text),
  tableNo: integer,
  column: integer,
  header: nullable(text),
  entity: nullable(text),
  schema: nullable(text),
  prop: nullable(text),
  confidencePpm: integer,
  evidence: text,
};

/** What one column was taken to be; schema and prop are null where it was not understood. */
export type ColumnLine = Row<typeof shape>;

/** The columns of the case's tabular files (or of those whose `hand-over/name` holds the words), in their order. */
export const columnLines = (reader: Reader, words: string): Promise<ColumnLine[]> =>
  reader.database.rows(
    sql`
    select d.dataset || '/' || f.name as file, p.name as part, c.table_no as "tableNo", c.col_no as "column", c.header,
      c.entity, c.schema, c.prop, c.confidence_ppm as "confidencePpm", c.evidence
    from ${reader.table("column_reading")} c
    join ${reader.table("file")} f using (file_no)
    join ${reader.table("dataset")} d using (dataset_no)
    left join ${reader.table("part")} p on p.file_no = c.file_no and p.part = c.part
    where contains(d.dataset || '/' || f.name, ${words})
    order by c.file_no, c.part, c.table_no, c.col_no, c.entity nulls last, c.prop nulls last`,
    shape,
  );

/** The parts with rows in which no table is recognised, of the files whose `hand-over/name` holds the words: where, and what to do. */
export const partsWithoutTable = (reader: Reader, words: string) =>
  reader.database.rows(
    sql`
    select d.dataset || '/' || f.name as file, p.name as part, p.rows_read as rows, x.text
    from ${reader.table("fault")} x
    join ${reader.table("file")} f using (file_no)
    join ${reader.table("dataset")} d using (dataset_no)
    join ${reader.table("part")} p on p.file_no = x.file_no and p.part = x.part
    where x.kind = 'no-table' and contains(d.dataset || '/' || f.name, ${words})
    order by x.file_no, x.part`,
    { file: text, part: text, rows: integer, text },
  );
