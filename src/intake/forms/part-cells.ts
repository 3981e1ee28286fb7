import { integer, nullable, rawSql, sql, textList } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { cell, parquetTable } from "../statements/sql-text.ts";
import { openChunks, type IntakeTarget } from "../statements/target.ts";

/** A row of a staged part: its number and its cells, "" where there is none. */
export interface RawRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
}

/** The rows of a part of the file that is being written, after their bytes were compared with their hashes. */
export async function rowsOf(target: IntakeTarget, part: StagedPart): Promise<RawRow[]> {
  const paths = await openChunks(target, part.chunks);
  if (paths.length === 0 || part.columnCount === 0) return [];
  const cells = Array.from({ length: part.columnCount }, (_, column) => `coalesce(${cell(column)}, '')`).join(", ");
  return target.database.rows(
    sql`select row_no as "rowNo", list_value(${rawSql(cells)}) as cells, byte_from as "from" from ${parquetTable(paths)}
      order by row_no, byte_from nulls first, list_value(${rawSql(cells)})`,
    { rowNo: integer, cells: textList, from: nullable(integer) },
  );
}
