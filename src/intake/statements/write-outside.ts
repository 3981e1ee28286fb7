import { cleanValue } from "../../model/index.ts";
import {
  integer,
  integerList,
  nullable,
  rawSql,
  sql,
  tableName,
  text,
  type Sql,
  type TableName,
} from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { fileEntityId, fileSchema } from "./file-entity.ts";
import { cell, filledCell, isHiddenColumn, literal, parquetTable } from "./sql-text.ts";
import type { LineOf, StatementWriter } from "./statement-writer.ts";
import { openChunks, type IntakeTarget } from "./target.ts";
import type { PreparedTable } from "./write-table.ts";

/** Writes what stands outside every table of a part (titles, headers, totals, side notes, comments) as notes of the file. */
export async function writeOutside(
  target: IntakeTarget,
  writer: StatementWriter,
  part: StagedPart,
  from: { readonly paths: readonly string[]; readonly tables: readonly PreparedTable[] },
): Promise<void> {
  const outside = tableName("temp", "intake_outside");
  await target.database.temporary(
    outside.table,
    "row_no bigint, col_no integer, raw varchar, byte_from bigint, byte_to bigint, is_hidden boolean",
  );
  if (from.paths.length > 0) {
    for (const group of columnGroups(part, from.tables)) await addOutsideCells(target, outside, group, from.paths);
  }
  if (part.extras) await target.database.run(comments(outside, await openChunks(target, [part.extras])));
  await writeNotes(target, writer, part, outside);
  await target.database.run(sql`drop table ${outside}`);
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
async function addOutsideCells(
  { database }: IntakeTarget,
  outside: TableName,
  { columns, tables }: ColumnGroup,
  paths: readonly string[],
): Promise<void> {
  const free = await database.temporary("intake_free_rows", "row_no bigint not null");
  const isFree = tables.map((table) => `not exists (from temp.${table.table} as t where t.row_no = p.row_no)`);
  await database.run(
    sql`insert into ${free} select row_no from ${parquetTable(paths)} as p where ${rawSql(["true", ...isFree].join(" and "))}`,
  );
  const { from, to } = await database.row(sql`select min(row_no) as "from", max(row_no) as "to" from ${free}`, {
    from: nullable(integer),
    to: nullable(integer),
  });
  if (from === null || to === null) return;
  const rows = sql`from ${parquetTable(paths)} where row_no between ${from} and ${to} and row_no in (select row_no from ${free})`;
  const said = await database.row(
    sql`select [${rawSql(columns.map((column) => `count(${filledCell(cell(column))})`).join(", "))}] as cells ${rows}`,
    { cells: integerList },
  );
  for (const column of columns.filter((_, index) => (said.cells[index] ?? 0) > 0)) {
    await database.run(sql`insert into ${outside}
      select row_no, ${column}, raw, byte_from, byte_to, is_hidden
      from (select row_no, ${rawSql(filledCell(cell(column)))} as raw, byte_from, byte_to, is_hidden ${rows})
      where raw is not null`);
  }
}

/** Comments and links of cells are said beside them. */
const comments = (outside: TableName, paths: readonly string[]): Sql => sql`
  insert into ${outside}
  select row_no, col_no, case kind when 'comment' then 'Comment: ' else 'Link: ' end || "text", null, null, false
  from ${parquetTable(paths)} where kind in ('comment', 'link') and "text" is not null and trim("text") <> ''`;

async function writeNotes(
  target: IntakeTarget,
  writer: StatementWriter,
  part: StagedPart,
  outside: TableName,
): Promise<void> {
  const { database } = target;
  const distinct = await database.rows(sql`select distinct raw from ${outside}`, { raw: text });
  if (distinct.length === 0) return;
  const odd = distinct.map(({ raw }) => ({ raw, value: noteValue(raw) }));
  const cleaned = await database.temporary("intake_outside_clean", "raw varchar not null, value varchar not null");
  await database.append(cleaned, { raw: odd.map((each) => each.raw), value: odd.map((each) => each.value) });
  await writer.add(noteLines(target, part, { outside, cleaned }), noteLine(target, part, "own"));
  await writeFileName(target, writer, part, outside);
  await database.run(sql`drop table ${cleaned}`);
}

function noteValue(raw: string): string {
  const read = cleanValue("text", raw.slice(0, 60_000), {});
  return read.ok ? (read.value.values[0] ?? raw.trim()) : raw.slice(0, 60_000);
}

const noteLines = (
  target: IntakeTarget,
  part: StagedPart,
  from: { readonly outside: TableName; readonly cleaned: TableName },
): Sql => sql`
  select ${fileEntityId(target)} as entity_id, c.value, case when c.value <> o.raw then o.raw end as original_value,
    o.row_no, o.col_no, o.byte_from, o.byte_to, o.is_hidden or ${isHiddenColumn(part, "o.col_no")} as is_hidden
  from ${from.outside} as o join ${from.cleaned} as c on c.raw = o.raw where o.col_no is not null`;

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
