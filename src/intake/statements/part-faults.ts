import {
  integer,
  integerList,
  joinSql,
  nullable,
  rawSql,
  sql,
  textList,
  type Sql,
  type TableName,
} from "../../store/index.ts";
import { foldCell, repeatsHeader } from "../columns/index.ts";
import { rowsWith, type RowTables } from "./row-table.ts";
import { cell } from "./sql-text.ts";
import type { TablePlan } from "./table-plan.ts";
import type { IntakeSource } from "./target.ts";
import type { PreparedTable } from "./write-table.ts";

/** What the layout of a part does not account for: the row where it begins, its kind, and a sentence for a person. */
export interface PartFault {
  readonly rowNo: number;
  readonly kind: "no-table" | "not-understood" | "rows-outside" | "repeated-header";
  readonly text: string;
}

/** What stands in a part outside its tables, and its tables. */
interface Within {
  readonly tables: readonly PreparedTable[];
  readonly cells: TableName | undefined;
}

/**
 * What a person should know of a part although all of its cells are kept: no table is recognised, or none of its columns;
 * rows like those of a table lie outside of every table's rows; a header repeats among the rows.
 */
export async function findPartFaults(source: IntakeSource, within: Within): Promise<readonly PartFault[]> {
  const { tables, cells } = within;
  if (tables.length === 0) return cells === undefined ? [] : noTable(source, cells);
  const faults = tables.flatMap(({ plan }) => notUnderstood(source, plan));
  if (cells === undefined) return faults;
  for (const table of tables) faults.push(...(await repeatedHeaders(source, table, cells)));
  const repeated = new Set(faults.filter(({ kind }) => kind === "repeated-header").map(({ rowNo }) => rowNo));
  return [...faults, ...(await rowsOutside(source, { tables, cells, repeated }))];
}

const hint = ({ mappingName }: IntakeSource): string => `in mappings/${mappingName} and run again`;

async function noTable(source: IntakeSource, cells: TableName): Promise<PartFault[]> {
  const { rows, first } = await source.database.row(
    sql`select count(distinct row_no) as rows, min(row_no) as "first" from ${cells} where col_no is not null`,
    { rows: integer, first: nullable(integer) },
  );
  if (first === null) return [];
  const text = `No table is recognised here: ${counted(rows)} kept as notes of the file. Describe the table ${hint(source)}; a table without entities says that there is nothing more to read.`;
  return [{ rowNo: first, kind: "no-table", text }];
}

function notUnderstood(source: IntakeSource, { table, entities }: TablePlan): PartFault[] {
  if (entities.length > 0 || table.readings.length === 0) return [];
  const text = `No column of this table is understood: its rows are kept as notes of the file. Say what they hold ${hint(source)}; a table without readings says that there is nothing more to read.`;
  return [{ rowNo: table.firstRow, kind: "not-understood", text }];
}

const repeatedMax = 1000;

/** Every row among the data of a table that repeats a row of its header; of two header rows that follow one another the first. */
async function repeatedHeaders(
  { database }: IntakeSource,
  { plan, rows }: PreparedTable,
  cells: TableName,
): Promise<PartFault[]> {
  const { table } = plan;
  if (table.headerRows.length === 0) return [];
  const found = await database.rows(
    sql`select row_no as "rowNo", list(col_no order by col_no, raw) as columns, list(raw order by col_no, raw) as texts
      from ${cells} as o
      where col_no between ${table.firstColumn} and ${table.lastColumn}
        and (row_no in (${rawSql(table.headerRows.join(", "))}) or ${inRows(plan)})
        and not exists (from ${rows} as t where t.row_no = o.row_no)
      group by row_no order by row_no`,
    { rowNo: integer, columns: integerList, texts: textList },
  );
  const folded = found.map(({ rowNo, columns, texts }) => ({ rowNo, cells: foldedRow(plan, columns, texts) }));
  const headers = folded.filter(({ rowNo }) => table.headerRows.includes(rowNo));
  const repeats = folded.flatMap((row) => {
    const header = headers.find((each) => repeatsHeader(each.cells, row.cells));
    return headers.includes(row) || !header ? [] : [{ rowNo: row.rowNo, of: header.rowNo }];
  });
  const firsts = repeats.filter(({ rowNo }) => !repeats.some((each) => each.rowNo === rowNo - 1));
  const listed = firsts.slice(0, repeatedMax).map(({ rowNo, of }): PartFault => {
    const text = `Row ${rowNo} repeats the header of row ${of}: it is read as a header and kept as a note of the file.`;
    return { rowNo, kind: "repeated-header", text };
  });
  const next = firsts[repeatedMax];
  if (!next) return listed;
  const text = `${firsts.length - repeatedMax} more rows from row ${next.rowNo} on repeat the header.`;
  return [...listed, { rowNo: next.rowNo, kind: "repeated-header", text }];
}

function foldedRow({ table }: TablePlan, columns: readonly number[], texts: readonly string[]): string[] {
  const byColumn = new Map(columns.map((column, index) => [column, texts[index] ?? ""]));
  return Array.from({ length: table.lastColumn - table.firstColumn + 1 }, (_, index) =>
    foldCell(byColumn.get(table.firstColumn + index) ?? ""),
  );
}

const inRows = ({ table }: TablePlan): Sql =>
  rawSql(`row_no >= ${table.firstRow}${table.lastRow === null ? "" : ` and row_no <= ${table.lastRow}`}`);

/** Rows that no table's rows, header or skipped rows account for, though they have as many cells as the table's rows have. */
async function rowsOutside(
  source: IntakeSource,
  { tables, cells, repeated }: Pick<Within, "tables"> & { cells: TableName; repeated: ReadonlySet<number> },
): Promise<PartFault[]> {
  const known = new Set([...repeated, ...tables.flatMap(({ plan }) => namedRows(plan))]);
  const rowNos = new Set<number>();
  for (const table of tables) {
    const { plan } = table;
    const { firstColumn, lastColumn } = plan.table;
    const found = await source.database.rows(
      sql`select row_no as "rowNo", count(distinct col_no) as filled from ${cells}
        where col_no between ${firstColumn} and ${lastColumn} and not (${allRows(tables)})
        group by row_no having count(distinct col_no) >= 2 order by row_no`,
      { rowNo: integer, filled: integer },
    );
    const unknown = found.filter(({ rowNo }) => !known.has(rowNo));
    const usual = unknown.length === 0 ? null : await usualCells(source, plan, table);
    for (const { rowNo, filled } of unknown) if (usual !== null && filled >= usual) rowNos.add(rowNo);
  }
  const [first] = [...rowNos].toSorted((left, right) => left - right);
  if (first === undefined) return [];
  const text = `From here on ${counted(rowNos.size)} as full as a table's and outside every table's rows, and kept as notes of the file. If they belong to a table, widen its "rows" ${hint(source)}; if not, name them under "skip".`;
  return [{ rowNo: first, kind: "rows-outside", text }];
}

const namedRows = ({ table }: TablePlan): readonly number[] => [
  ...table.headerRows,
  ...table.skippedRows.map(({ row }) => row),
];

const allRows = (tables: readonly PreparedTable[]): Sql =>
  joinSql(
    tables.map(({ plan }) => sql`(${inRows(plan)})`),
    " or ",
  );

/** How many cells half of a table's rows have at least; null without rows. */
async function usualCells(
  { database }: IntakeSource,
  { columnNos }: TablePlan,
  tables: RowTables,
): Promise<number | null> {
  const filled = rawSql(columnNos.map((column) => `(${cell(column)} is not null)::integer`).join(" + "));
  const { usual } = await database.row(
    sql`select quantile_disc(${filled}, 0.5)::integer as usual from ${rowsWith(tables, { cells: columnNos })} as r`,
    { usual: nullable(integer) },
  );
  return usual;
}

const counted = (rows: number): string => (rows === 1 ? "1 row is" : `${rows} rows are`);
