import { integer, rawSql, sql, type Sql, type TableName } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { fileEntityId, fileSchema } from "./file-entity.ts";
import { cell, isEmptyWord, parquetTable } from "./sql-text.ts";
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
  const columns = Array.from({ length: part.columnCount }, (_, column) => column);
  for (const column of columns) {
    await target.database.run(sql`insert into ${blanks}
      select ${column}, ${rawSql(cell(column))}, row_no, byte_from, byte_to, is_hidden from ${parquetTable(paths)}
      where ${rawSql(isEmptyWord(cell(column)))}`);
  }
  const found = await target.database.rows(sql`select distinct col_no as "column" from ${blanks} order by "column"`, {
    column: integer,
  });
  for (const { column } of found) await writer.add(blankLines(target, blanks, column), blankLine(target, part, column));
  await target.database.run(sql`drop table ${blanks}`);
}

const blankLines = (target: IntakeTarget, blanks: TableName, column: number): Sql => sql`
  select ${fileEntityId(target)} as entity_id, 'says nothing: ' || trim(raw) as "value", raw as original_value,
    row_no, byte_from, byte_to, is_hidden
  from ${blanks} where col_no = ${column}`;

const blankLine = (target: IntakeTarget, part: StagedPart, column: number): LineOf => ({
  schema: fileSchema(target.member.form),
  prop: "notes",
  propType: "text",
  lang: null,
  part: part.part,
  column,
  isColumnHidden: part.visibility !== "visible" || part.hiddenColumns.includes(column),
  isUnique: false,
});
