import { join } from "node:path";
import { at } from "../../base/index.ts";
import {
  identifier,
  integer,
  joinSql,
  nullable,
  rawSql,
  sql,
  text,
  type Database,
  type Sql,
} from "../../store/index.ts";
import { rows as rowWords } from "../generated/columns-rows.ts";
import type { StagedPart } from "../parser/staged.ts";

/** One row of a part: its number and its cells by column, "" where there is none. */
export interface PartRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
}

/** A part as far as its layout needs it: every row, or of a large part the rows that may be more than ordinary data. */
export interface SurveyedPart {
  readonly part: StagedPart;
  readonly rows: readonly PartRow[];
  readonly isComplete: boolean;
  /** First rows of the runs of rows that are not empty. */
  readonly runStarts: readonly number[];
  readonly lastRow: number;
}

const completeCellsMax = 100_000;
const completeRowsMax = 4000;
const candidatesMax = 20_000;
const runsMax = 3000;
const headRows = 300;

/** The rows of a part as a query, all chunks under one another. */
export const partRows = (stagedDir: string, part: StagedPart): Sql =>
  sql`(select * from read_parquet(${part.chunks.map(({ file }) => join(stagedDir, file))}, union_by_name = true))`;

/** Loads what the layout of a part is found from. */
export async function surveyPart(database: Database, part: StagedPart, stagedDir: string): Promise<SurveyedPart> {
  const source = partRows(stagedDir, part);
  const isComplete = part.rowsRead <= completeRowsMax && part.rowsRead * part.columnCount <= completeCellsMax;
  if (isComplete) {
    const rows = await loadRows(database, part, sql`select * from ${source} order by row_no`);
    return { part, rows, isComplete, runStarts: [], lastRow: rows.at(-1)?.rowNo ?? 0 };
  }
  const { first, last } = await database.row(sql`select min(row_no) as "first", max(row_no) as "last" from ${source}`, {
    first: nullable(integer),
    last: nullable(integer),
  });
  const runStarts = await findRunStarts(database, part, source);
  const wanted = await findCandidates(database, part, source);
  const heads = [first ?? 1, ...runStarts].slice(0, runsMax);
  const rows = await loadRows(
    database,
    part,
    sql`select p.* from ${source} p
      where p.row_no < ${(first ?? 1) + headRows} or p.row_no > ${(last ?? 0) - 30} or p.row_no in (
        select unnest(${wanted}::bigint[]) union select start + step from (select unnest(${heads}::bigint[]) as start) cross join range(12) steps(step))
      order by p.row_no`,
  );
  return { part, rows, isComplete, runStarts, lastRow: last ?? 0 };
}

const columnName = (column: number): { readonly identifier: string } => identifier(`c${column}`);

/** Reads rows whose cells are c0, c1, ...; empty and missing cells are "". */
export async function loadRows(database: Database, part: StagedPart, query: Sql): Promise<PartRow[]> {
  const names = Array.from({ length: part.columnCount }, (_, column) => `c${column}`);
  const cell = nullable(text);
  const shape = { row_no: integer, ...Object.fromEntries(names.map((name) => [name, cell])) };
  const loaded = await database.rows(query, shape);
  return loaded.map((row) => {
    const cells: Readonly<Record<string, unknown>> = row;
    return { rowNo: row.row_no, cells: names.map((name) => String(cells[name] ?? "").trim()) };
  });
}

const filledCount = (part: StagedPart): Sql =>
  joinSql(
    Array.from({ length: part.columnCount }, (_, column) => sql`(coalesce(${columnName(column)}, '') <> '')::integer`),
    " + ",
  );

async function findRunStarts(database: Database, part: StagedPart, source: Sql): Promise<number[]> {
  const starts = await database.rows(
    sql`select row_no from (
        select row_no, lag(row_no) over (order by row_no) as before from ${source} where ${filledCount(part)} > 0)
      where before is null or row_no > before + 1 order by row_no limit ${runsMax + 1}`,
    { row_no: integer },
  );
  return starts.length > runsMax ? [] : starts.map((row) => row.row_no);
}

// A ledger's rows hold digits; headers, headings and notes between them mostly do not.
async function findCandidates(database: Database, part: StagedPart, source: Sql): Promise<number[]> {
  const line = sql`concat_ws(chr(31), ${joinSql(
    Array.from({ length: part.columnCount }, (_, column) => sql`${columnName(column)}`),
    ", ",
  )})`;
  const isSparse = part.columnCount >= 4 ? sql`${filledCount(part)} <= 1` : rawSql("false");
  const found = await database.rows(
    sql`select row_no from (select row_no, ${line} as line, ${isSparse} as is_sparse from ${source})
      where is_sparse or not regexp_matches(line, '[0-9]') or regexp_matches(line, ${beginsWithRowWord})
      order by row_no limit ${candidatesMax + 1}`,
    { row_no: integer },
  );
  return found.length > candidatesMax ? [] : found.map((row) => row.row_no);
}

/** A cell that begins with a word of totals or carried balances, for RE2. */
const beginsWithRowWord = `(?i)(?:^|\\x1f)[\\s*=(-]*(?:[\\d./ ]*(?:월|년|분기|月|年|季度|quarter|q\\d)?\\s*)?(?:${rowWords
  .flatMap((row) => at(row, 2).split("|"))
  .map((phrase) =>
    phrase
      .replaceAll("*", "")
      .replaceAll(/[.+()[\]\\]/gu, "\\$&")
      .replaceAll(" ", "[\\s./-]*"),
  )
  .toSorted()
  .join("|")})`;
