import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readColumns } from "../../../src/intake/columns/index.ts";
import type { FileMapping, PropertyMapping, TableMapping } from "../../../src/intake/mapping.ts";
import type { StagedMember, StagedPart } from "../../../src/intake/parser/index.ts";
import { columnToLetters, defaultSettings } from "../../../src/model/index.ts";
import { openCaseFile, rawSql, sql, tableName, type CaseFile } from "../../../src/store/index.ts";

/** A sheet as a test writes it: rows of cells, "" where there is none; an empty row is no row. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly name?: string;
  readonly merged?: readonly string[];
  readonly columnNames?: readonly string[];
  /** Cell formats as [row, column, format]. */
  readonly formats?: readonly (readonly [row: number, column: number, format: string])[];
}

/** Stages grids as the parser does and reads their columns. */
export interface Bench {
  readonly file: CaseFile;
  readonly dir: string;
  read(...grids: readonly Grid[]): Promise<FileMapping>;
  close(): void;
}

export async function openBench(): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), "windfall-columns-"));
  const file = await openCaseFile(join(dir), {
    threads: 2,
    memoryMb: 512,
    clock: () => new Date(0),
    key: Buffer.alloc(32),
  });
  return {
    file,
    dir,
    read: async (...grids) => {
      const parts: StagedPart[] = [];
      for (const [part, grid] of grids.entries()) parts.push(await stage(file, { dir, part, grid }));
      return readColumns(file.database, memberOf(parts), dir, defaultSettings);
    },
    close: () => {
      file.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const memberOf = (parts: StagedPart[]): StagedMember => ({
  ordinal: 0,
  parentOrdinal: null,
  name: "book.xlsx",
  bytes: 1,
  sha256: "0".repeat(64),
  mediaType: "text/csv",
  form: "xlsx",
  parts,
  faults: [],
  rowsPresent: 0,
  rowsRead: 0,
  rowsLost: 0,
});

async function stage(
  file: CaseFile,
  { dir, part, grid }: { dir: string; part: number; grid: Grid },
): Promise<StagedPart> {
  const width = Math.max(...grid.rows.map((row) => row.length));
  const cells = Array.from({ length: width }, (_, column) => `c${column} varchar`);
  const { database } = file;
  await database.temporary(
    "grid",
    ["row_no bigint", "byte_from bigint", "byte_to bigint", "is_hidden boolean", ...cells].join(", "),
  );
  const rows = grid.rows.flatMap((row, index) => (row.some((cell) => cell !== "") ? [{ row, rowNo: index + 1 }] : []));
  await database.append(tableName("temp", "grid"), {
    row_no: rows.map(({ rowNo }) => rowNo),
    byte_from: rows.map(() => null),
    byte_to: rows.map(() => null),
    is_hidden: rows.map(() => false),
    ...Object.fromEntries(cells.map((_, column) => [`c${column}`, rows.map(({ row }) => row[column] || null)])),
  });
  const name = `m0000-p00${part}-c0000.parquet`;
  await database.run(
    sql`copy (select * from temp.grid order by row_no) to ${rawSql(`'${join(dir, name)}'`)} (format parquet)`,
  );
  const extras = grid.formats ? await stageFormats(file, { dir, part, formats: grid.formats }) : undefined;
  return {
    part,
    name: grid.name ?? "Sheet1",
    visibility: "visible",
    columnCount: width,
    ...(grid.columnNames ? { columnNames: [...grid.columnNames] } : {}),
    hiddenColumns: [],
    mergedRanges: [...(grid.merged ?? [])],
    rowsPresent: rows.length,
    rowsRead: rows.length,
    rowsLost: 0,
    chunks: [{ file: name, sha256: "0".repeat(64), rows: rows.length }],
    ...(extras ? { extras } : {}),
  };
}

async function stageFormats(
  file: CaseFile,
  { dir, part, formats }: { dir: string; part: number; formats: NonNullable<Grid["formats"]> },
) {
  await file.database.temporary("extra", "row_no bigint, col_no integer, kind varchar, text varchar");
  await file.database.append(tableName("temp", "extra"), {
    row_no: formats.map(([row]) => row),
    col_no: formats.map(([, column]) => column),
    kind: formats.map(() => "format"),
    text: formats.map(([, , text]) => text),
  });
  const name = `m0000-p00${part}-extras.parquet`;
  await file.database.run(sql`copy temp.extra to ${rawSql(`'${join(dir, name)}'`)} (format parquet)`);
  return { file: name, sha256: "0".repeat(64), rows: formats.length };
}

/** A table as a few lines to compare: "B payer LegalEntity.name", or "J -" for a column that is not understood. */
export const readingLines = (table: TableMapping): string[] =>
  table.readings.map(
    ({ column, entity, schema, prop }) =>
      `${columnToLetters(column)} ${prop === null ? "-" : `${entity} ${schema}.${prop}`}`,
  );

/** Where one property comes from: "C", "C x1000", "'USD'", "@payer". */
export const sources = (table: TableMapping, entity: string, prop: string): string[] => {
  const found = Object.entries(table.entities[entity]?.properties ?? {}).find(([name]) => name === prop);
  return (found?.[1] ?? []).map(sourceText);
};

function sourceText(mapping: PropertyMapping): string {
  if (mapping.kind === "literal") return `'${mapping.value}'`;
  if (mapping.kind === "entity") return `@${mapping.entity}`;
  const { factor, dateOrder, decimalMark } = mapping.options;
  return [columnToLetters(mapping.column), factor === undefined ? "" : `x${factor}`, dateOrder ?? "", decimalMark ?? ""]
    .filter((text) => text !== "")
    .join(" ");
}

export const keyLetters = (table: TableMapping, entity: string): string =>
  (table.entities[entity]?.keys ?? []).map(columnToLetters).join("");
