import { integerList, rawSql, sql, type Sql, type TableName } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { fileEntityId, fileSchema } from "./file-entity.ts";
import { cell, isEmptyWord, isHiddenColumn, parquetTable } from "./sql-text.ts";
import type { LineOf, StatementWriter } from "./statement-writer.ts";
import type { IntakeTarget } from "./target.ts";

/**
 * Writes the cells that hold a word for "none" ("-", "n/a", "?"): they say nothing of any entity, but they stand there.
 * One note of the file for each such word, with all its places.
 */
export async function writeBlanks(
  target: IntakeTarget,
  writer: StatementWriter,
  part: StagedPart,
  paths: readonly string[],
): Promise<void> {
  if (paths.length === 0) return;
  const blanks = await target.database.temporary(
    "intake_blanks",
    "col_no integer, raw varchar, row_no bigint, byte_from bigint, byte_to bigint, is_hidden boolean",
  );
  for (const column of await columnsWithBlanks(target, part, paths)) {
    await target.database.run(sql`insert into ${blanks}
      select ${column}, ${rawSql(cell(column))}, row_no, byte_from, byte_to, is_hidden from ${parquetTable(paths)}
      where ${rawSql(isEmptyWord(cell(column)))}`);
  }
  await writer.add(blankLines(target, blanks, part), blankLine(target, part));
  await target.database.run(sql`drop table ${blanks}`);
}

/** Most columns have no such word: one scan tells which have. */
async function columnsWithBlanks(
  { database }: IntakeTarget,
  { columnCount }: StagedPart,
  paths: readonly string[],
): Promise<readonly number[]> {
  const columns = Array.from({ length: columnCount }, (_, column) => column);
  const found = await database.row(
    sql`select [${rawSql(columns.map((column) => `coalesce(max((${isEmptyWord(cell(column))})::integer), 0)`).join(", "))}] as found
      from ${parquetTable(paths)}`,
    { found: integerList },
  );
  return columns.filter((column) => found.found[column] === 1);
}

const blankLines = (target: IntakeTarget, blanks: TableName, part: StagedPart): Sql => sql`
  select ${fileEntityId(target)} as entity_id, 'says nothing: ' || trim(raw) as "value", raw as original_value,
    row_no, col_no, byte_from, byte_to, is_hidden or ${isHiddenColumn(part, "col_no")} as is_hidden
  from ${blanks}`;

const blankLine = (target: IntakeTarget, part: StagedPart): LineOf => ({
  schema: fileSchema(target.member.form),
  prop: "notes",
  propType: "text",
  lang: null,
  part: part.part,
  column: "own",
  isColumnHidden: part.visibility !== "visible",
  isUnique: false,
});
