import type { StatementId } from "../model/index.ts";
import { integer, nullable, sql, statementId, text, textList } from "../store/index.ts";
import { placeText } from "./evidence.ts";
import type { Reader } from "./reader.ts";

/** A cited place with its surroundings; `focus` is the index of the cited line, from 0. */
export interface Excerpt {
  readonly lines: readonly string[];
  readonly focus: number;
}

/** The surroundings of statements, by statement id, for those that have any. */
export async function excerptsOf(
  reader: Reader,
  statementIds: readonly StatementId[],
): Promise<Map<StatementId, Excerpt>> {
  const rows = await reader.database.rows(
    sql`select statement_id as id, lines, focus from ${reader.table("excerpt")}
      where statement_id in (select unhex(id) from unnest(${statementIds}::varchar[]) as item(id))
      order by statement_id, file_no, part, row_no, col_no nulls first`,
    { id: statementId, lines: textList, focus: integer },
  );
  return new Map(rows.toReversed().map((row) => [row.id, { lines: row.lines, focus: row.focus }]));
}

/** Every excerpt with the row that it is of, in the order of files and rows. */
export async function excerptPlaces(
  reader: Reader,
): Promise<{ readonly place: string; readonly lines: readonly string[] }[]> {
  const rows = await reader.database.rows(
    sql`select d.dataset, f.name as file, f.form, p.name as part, x.row_no as row, x.lines
      from ${reader.table("excerpt")} x
      join ${reader.table("file")} f using (file_no) join ${reader.table("dataset")} d using (dataset_no)
      left join ${reader.table("part")} p on p.file_no = x.file_no and p.part = x.part
      order by x.file_no, x.part, x.row_no, x.col_no nulls first, x.statement_id`,
    {
      dataset: text,
      file: text,
      form: text,
      part: nullable(text),
      row: integer,
      lines: textList,
    },
  );
  return rows.map(({ lines, ...at }) => ({ place: placeText({ ...at, column: null }), lines }));
}
