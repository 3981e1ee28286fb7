import { join } from "node:path";
import { boolean, identifier, integer, joinSql, nullable, sql, textList, type Database } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";

/** One row of a staged part: its number, its cells as text ("" where there is none), whether it is hidden. */
export interface StagedRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
  readonly isHidden: boolean;
}

/** Reads rows of a staged part by their numbers, in order; a vCard's row has one line per property, all are given. */
export async function stagedRows(
  database: Database,
  staged: { readonly dir: string; readonly part: StagedPart },
  rowNos: readonly number[],
): Promise<StagedRow[]> {
  const files = staged.part.chunks.map((chunk) => join(staged.dir, chunk.file));
  if (files.length === 0 || rowNos.length === 0) return [];
  const cells = joinSql(
    Array.from({ length: staged.part.columnCount }, (_, column) => sql`coalesce(${identifier(`c${column}`)}, '')`),
    ", ",
  );
  const rows = await database.rows(
    sql`select row_no as "rowNo", list_value(${cells}) as cells, is_hidden as hidden, byte_from as "from"
      from read_parquet(${files}::varchar[], union_by_name = true)
      where row_no in (select unnest(${rowNos}::bigint[]))
      order by row_no, byte_from nulls first, list_value(${cells})`,
    { rowNo: integer, cells: textList, hidden: boolean, from: nullable(integer) },
  );
  return rows.map((row) => ({ rowNo: row.rowNo, cells: row.cells, isHidden: row.hidden }));
}
