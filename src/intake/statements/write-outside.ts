import { cleanValue } from "../../model/index.ts";
import {
  literal,
  integer,
  joinSql,
  makeTable,
  nullable,
  rawSql,
  sql,
  text,
  type Sql,
  type TableName,
} from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { fileEntityId, fileSchema } from "./file-entity.ts";
import { cell, filledCell, isHiddenColumn, parquetTable } from "./sql-text.ts";
import type { LineOf, StatementWriter } from "./statement-writer.ts";
import { openChunks, type IntakeSource, type IntakeTarget } from "./target.ts";
import type { PreparedTable } from "./write-table.ts";

/** The cells of a part that no table takes, and their texts clean. */
export interface Outside {
  readonly cells: TableName;
  readonly cleaned: TableName;
}

/** Makes the tables of what stands outside every table of a part (titles, headers, totals, side notes, comments); undefined where nothing does. */
export async function prepareOutside(
  source: IntakeSource,
  part: StagedPart,
  from: { readonly paths: readonly string[]; readonly tables: readonly PreparedTable[] },
): Promise<Outside | undefined> {
  const { database } = source;
  const stem = `${source.member.ordinal}_${part.part}`;
  const queries =
    from.paths.length === 0 ? [] : await outsideCells(source, columnGroups(part, from.tables), from.paths);
  if (part.extras) queries.push(comments(await openChunks(source, [part.extras])));
  if (queries.length === 0) return undefined;
  const cells = await makeTable(database, `intake_outside_${stem}`, joinSql(queries, " union all "));
  const distinct = await database.rows(sql`select distinct raw from ${cells}`, { raw: text });
  if (distinct.length === 0) return undefined;
  const name = `intake_outside_clean_${stem}`;
  const cleaned = await database.temporary(name, "raw varchar not null, value varchar not null");
  await database.append(cleaned, {
    raw: distinct.map(({ raw }) => raw),
    value: distinct.map(({ raw }) => noteValue(raw)),
  });
  return { cells, cleaned };
}

/** Writes what stands outside every table of a part as notes of the file. */
export async function writeOutside(
  target: IntakeTarget,
  writer: StatementWriter,
  part: StagedPart,
  outside: Outside,
): Promise<void> {
  await writer.add(noteLines(target, part, outside), noteLine(target, part, "own"));
  await writeFileName(target, writer, part, outside.cells);
}

interface ColumnGroup {
  readonly columns: readonly number[];
  readonly tables: readonly TableName[];
}

/** Columns that the same tables take. */
function columnGroups(part: StagedPart, tables: readonly PreparedTable[]): ColumnGroup[] {
  const groups = new Map<string, { columns: number[]; tables: TableName[] }>();
  for (let column = 0; column < part.columnCount; column++) {
    const taking = tables.filter(({ plan }) => plan.columnNos.includes(column));
    const key = taking.map(({ rows }) => rows.table).join();
    const group = groups.get(key) ?? { columns: [], tables: taking.map(({ rows }) => rows) };
    group.columns.push(column);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Which rows no table takes is asked of the row numbers alone: nearly always these are few, and few cells are read then. */
async function outsideCells(
  { database }: IntakeSource,
  groups: readonly ColumnGroup[],
  paths: readonly string[],
): Promise<Sql[]> {
  const queries: Sql[] = [];
  for (const { columns, tables } of groups) {
    const rows = sql`from ${parquetTable(paths)} as p where ${rawSql(["true", ...tables.map(isNotIn)].join(" and "))}`;
    const { from, to } = await database.row(sql`select min(row_no) as "from", max(row_no) as "to" ${rows}`, {
      from: nullable(integer),
      to: nullable(integer),
    });
    if (from !== null && to !== null)
      queries.push(filledCells(columns, sql`${rows} and row_no between ${from} and ${to}`));
  }
  return queries;
}

const isNotIn = (table: TableName): string => `not exists (from temp.${table.table} as t where t.row_no = p.row_no)`;

const filledCells = (columns: readonly number[], rows: Sql): Sql => sql`
  select * from (
    select row_no, unnest([${rawSql(columns.join(", "))}]) as col_no,
      unnest([${rawSql(columns.map((column) => filledCell(cell(column))).join(", "))}]) as raw, byte_from, byte_to, is_hidden
    ${rows})
  where raw is not null`;

/** Comments and links of cells are said beside them. */
const comments = (paths: readonly string[]): Sql => sql`
  select row_no, col_no, case kind when 'comment' then 'Comment: ' else 'Link: ' end || "text" as raw,
    null::bigint as byte_from, null::bigint as byte_to, false as is_hidden
  from ${parquetTable(paths)} where kind in ('comment', 'link') and "text" is not null and trim("text") <> ''`;

function noteValue(raw: string): string {
  const read = cleanValue("text", raw.slice(0, 60_000), {});
  return read.ok ? (read.value.values[0] ?? raw.trim()) : raw.slice(0, 60_000);
}

const noteLines = (target: IntakeTarget, part: StagedPart, { cells, cleaned }: Outside): Sql => sql`
  select ${fileEntityId(target)} as entity_id, c.value, case when c.value <> o.raw then o.raw end as original_value,
    o.row_no, o.col_no, o.byte_from, o.byte_to, o.is_hidden or ${isHiddenColumn(part, "o.col_no")} as is_hidden
  from ${cells} as o join ${cleaned} as c on c.raw = o.raw where o.col_no is not null`;

const noteLine = (target: IntakeTarget, part: StagedPart, column: "own" | null): LineOf => ({
  schema: fileSchema(target.member.form),
  prop: "notes",
  propType: "text",
  lang: null,
  part: part.part,
  column,
  isColumnHidden: part.visibility !== "visible",
  isUnique: false,
});

/** The file's entity has the file's name; its place is the first row that needed the entity. */
async function writeFileName(
  target: IntakeTarget,
  writer: StatementWriter,
  part: StagedPart,
  outside: TableName,
): Promise<void> {
  await writer.add(
    sql`select ${fileEntityId(target)} as entity_id, ${rawSql(literal(target.name))} as "value", null::varchar as original_value,
      min(row_no) as row_no, null::bigint as byte_from, null::bigint as byte_to, false as is_hidden from ${outside} having count(*) > 0`,
    { ...noteLine(target, part, null), prop: "fileName", propType: "string" },
  );
}
