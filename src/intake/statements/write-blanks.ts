import { integerList, joinSql, makeTable, rawSql, sql, type Sql, type TableName } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { fileEntityId, fileSchema } from "./file-entity.ts";
import { cell, isEmptyWord, isHiddenColumn, parquetTable } from "./sql-text.ts";
import type { LineOf, StatementWriter } from "./statement-writer.ts";
import type { IntakeSource, IntakeTarget } from "./target.ts";

/** Makes the table of the cells of a part that hold a word for "none" ("-", "n/a", "?"); undefined where there is none. */
export async function prepareBlanks(
  source: IntakeSource,
  part: StagedPart,
  paths: readonly string[],
): Promise<TableName | undefined> {
  const columns = paths.length === 0 ? [] : await columnsWithBlanks(source, part, paths);
  if (columns.length === 0) return undefined;
  const cells = columns.map(
    (
      column,
    ) => sql`select ${rawSql(`${column} as col_no, ${cell(column)} as raw`)}, row_no, byte_from, byte_to, is_hidden
      from ${parquetTable(paths)} where ${rawSql(isEmptyWord(cell(column)))}`,
  );
  return makeTable(
    source.database,
    `intake_blanks_${source.member.ordinal}_${part.part}`,
    joinSql(cells, " union all "),
  );
}

/**
 * Writes the cells that hold a word for "none": they say nothing of any entity, but they stand there. One note of the
 * file for each such word, with all its places.
 */
export async function writeBlanks(
  target: IntakeTarget,
  writer: StatementWriter,
  part: StagedPart,
  blanks: TableName,
): Promise<void> {
  await writer.add(blankLines(target, blanks, part), blankLine(target, part));
}

/** Most columns have no such word: one scan tells which have. */
async function columnsWithBlanks(
  { database }: IntakeSource,
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
