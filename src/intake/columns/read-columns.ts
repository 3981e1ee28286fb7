import { join } from "node:path";
import type { Settings } from "../../model/index.ts";
import { integer, sql, text, type Database } from "../../store/index.ts";
import type { FileMapping } from "../mapping.ts";
import type { StagedMember, StagedPart } from "../parser/staged.ts";
import { columnFacts } from "./column-facts.ts";
import { findTables, type FoundTable } from "./find-tables.ts";
import { formatCurrency } from "./format-currency.ts";
import { surveyPart, type PartRow, type SurveyedPart } from "./part-rows.ts";
import { linkTables } from "./link-tables.ts";
import { mapTable, understandTable, type UnderstoodTable } from "./read-table.ts";
import { sampleRows } from "./sample-rows.ts";
import type { CurrencyFound } from "./table-context.ts";
import { readTitles } from "./title-facts.ts";

/** Rows of a table from which its columns are judged; of a larger table an even sample. */
const sampledRowsMax = 400;

/**
 * Finds the tables of a staged file and what each of their columns is. Parts without rows, and files that are no tables,
 * get no table; every column of a table gets a reading, understood or not.
 */
export async function readColumns(
  database: Database,
  member: StagedMember,
  stagedDir: string,
  settings: Settings,
): Promise<FileMapping> {
  const tables: UnderstoodTable[] = [];
  for (const part of member.parts) {
    if (part.rowsRead === 0 || part.columnCount === 0) continue;
    const surveyed = await surveyPart(database, part, stagedDir);
    const formats = await loadFormats(database, part, stagedDir);
    const found = findTables(surveyed);
    for (const table of found) {
      const rows = await sampleRows(database, { surveyed, table, stagedDir, max: sampledRowsMax });
      tables.push(understand(table, { surveyed, rows, formats, settings, isOnly: found.length === 1 }));
    }
  }
  linkTables(tables);
  return { file: member.name, tables: tables.map(mapTable) };
}

interface Mapped {
  readonly surveyed: SurveyedPart;
  readonly rows: readonly PartRow[];
  readonly formats: ReadonlyMap<number, CurrencyFound>;
  readonly settings: Settings;
  readonly isOnly: boolean;
}

function understand(table: FoundTable, { surveyed, rows, formats, settings, isOnly }: Mapped): UnderstoodTable {
  const { part } = surveyed;
  const rowNos = rows.map(({ rowNo }) => rowNo);
  const columns = Array.from(
    { length: table.lastColumn - table.firstColumn + 1 },
    (_, index) => table.firstColumn + index,
  );
  const titles = [...table.titles, { row: 0, cells: [part.name] }];
  return understandTable({
    part: part.part,
    table,
    isWholePart: isOnly && table.lastRow >= surveyed.lastRow,
    facts: columns.map((column) =>
      columnFacts(
        rows.map((row) => row.cells[column] ?? ""),
        rowNos,
      ),
    ),
    formats,
    context: { partName: part.name, titles, facts: readTitles(titles), settings, dateOrder: undefined },
  });
}

/** Currencies that the cell formats of a part show, by column; a column whose formats show several has none. */
async function loadFormats(
  database: Database,
  part: StagedPart,
  stagedDir: string,
): Promise<Map<number, CurrencyFound>> {
  if (!part.extras) return new Map();
  const rows = await database.rows(
    sql`select col_no, text, count(*) as cells from read_parquet(${join(stagedDir, part.extras.file)})
      where kind = 'format' group by col_no, text order by col_no, text`,
    { col_no: integer, text, cells: integer },
  );
  const byColumn = new Map<number, Map<string, number>>();
  for (const row of rows) {
    const currency = formatCurrency(row.text);
    if (currency === undefined) continue;
    const counts = byColumn.get(row.col_no) ?? new Map<string, number>();
    byColumn.set(row.col_no, counts.set(currency, (counts.get(currency) ?? 0) + row.cells));
  }
  return new Map(
    [...byColumn].flatMap(([column, counts]) => {
      const [currency] = counts.keys();
      if (counts.size !== 1 || currency === undefined) return [];
      return [
        [column, { value: currency, evidence: `the format of its cells shows the currency ${currency}` }] as const,
      ];
    }),
  );
}
