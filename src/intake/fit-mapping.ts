import { join } from "node:path";
import { nullable, integer, sql, type Database } from "../store/index.ts";
import type { FileMapping, TableMapping } from "./mapping.ts";
import type { StagedMember, StagedPart } from "./parser/index.ts";

/** The file that a mapping is for, as it is shown, and where it was staged. */
interface MappedFile {
  readonly database: Database;
  readonly name: string;
  /** What an earlier program called it, unless another file has that name now. */
  readonly earlierName: string | undefined;
  readonly member: StagedMember;
  readonly stagedDir: string;
}

/** What a mapping says of another file, or of rows that its file does not have: a sentence for each, with path and right form. */
export async function findMisfits(mapping: FileMapping, file: MappedFile): Promise<string[]> {
  const misfits: string[] = [];
  if (mapping.file !== file.name && mapping.file !== file.earlierName)
    misfits.push(`file is "${mapping.file}"; this is the mapping of "${file.name}": write that name`);
  for (const [index, table] of mapping.tables.entries()) {
    const part = file.member.parts.find((each) => each.part === table.part);
    if (part) misfits.push(...(await rowMisfits(table, `tables[${index}]`, { ...file, part })));
  }
  return misfits;
}

async function rowMisfits(
  table: TableMapping,
  path: string,
  file: MappedFile & { readonly part: StagedPart },
): Promise<string[]> {
  const named: readonly (readonly [key: string, rows: readonly number[]])[] = [
    ["rows", [table.firstRow, ...(table.lastRow === null ? [] : [table.lastRow])]],
    ["header", table.headerRows],
    ["skip", table.skippedRows.map(({ row }) => row)],
  ];
  const greatest = Math.max(...named.flatMap(([, rows]) => rows));
  // A part of so many rows has a row of at least that number.
  if (greatest <= file.part.rowsRead) return [];
  const last = await lastRowOf(file);
  return named.flatMap(([key, rows]) => {
    const beyond = rows.filter((row) => row > last);
    if (beyond.length === 0) return [];
    const said = key === "rows" ? `"${table.firstRow}-${table.lastRow ?? "end"}"` : `[${beyond.join(", ")}]`;
    const right = key === "rows" ? `, such as ${Math.min(table.firstRow, last)}-${last}` : "";
    return [`${path}.${key} is ${said}; "${file.part.name}" has rows up to ${last}: use rows that it has${right}`];
  });
}

async function lastRowOf({ database, part, stagedDir }: MappedFile & { readonly part: StagedPart }): Promise<number> {
  if (part.chunks.length === 0) return 0;
  const paths = part.chunks.map(({ file }) => join(stagedDir, file));
  const { last } = await database.row(
    sql`select max(row_no) as "last" from read_parquet(${paths}::varchar[], union_by_name = true)`,
    { last: nullable(integer) },
  );
  return last ?? 0;
}
