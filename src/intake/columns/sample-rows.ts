import { identifier, joinSql, sql, type Database } from "../../store/index.ts";
import type { FoundTable } from "./find-tables.ts";
import { loadRows, partRows, type PartRow, type SurveyedPart } from "./part-rows.ts";

/** What is sampled: a table of a part, and how many rows at most (about). */
export interface SampleInput {
  readonly surveyed: SurveyedPart;
  readonly table: FoundTable;
  readonly stagedDir: string;
  readonly max: number;
}

// Knuth's multiplicative hash: spreads row numbers evenly, and the same on every machine.
const multiplier = 2_654_435_761n;
const modulus = 4_294_967_296n;

/** Rows of a table for judging its columns: all of them, or of a large table about `max`, picked by a hash of the row number. */
export async function sampleRows(
  database: Database,
  { surveyed, table, stagedDir, max }: SampleInput,
): Promise<readonly PartRow[]> {
  const isWanted = (rowNo: number): boolean => (BigInt(rowNo) * multiplier) % modulus < limit;
  const count = surveyed.isComplete ? table.rows.length : table.lastRow - table.firstRow + 1;
  const limit = (BigInt(max) * modulus) / BigInt(Math.max(count, max));
  if (surveyed.isComplete) return count <= max ? table.rows : table.rows.filter(({ rowNo }) => isWanted(rowNo));
  const { part } = surveyed;
  const columns = Array.from({ length: part.columnCount }, (_, column) => sql`${identifier(`c${column}`)}`);
  const rows = await loadRows(
    database,
    part,
    sql`select row_no, ${joinSql(columns, ", ")} from ${partRows(stagedDir, part)}
      where row_no between ${table.firstRow} and ${table.lastRow}
        and (row_no::hugeint * ${multiplier}) % ${modulus} < ${limit} order by row_no`,
  );
  const skipped = new Set(table.skippedRows.map(({ row }) => row));
  return rows.filter(({ rowNo }) => !skipped.has(rowNo));
}
