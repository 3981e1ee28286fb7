import { rawSql, sql } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { fileEntityId, fileSchema } from "./file-entity.ts";
import { cell, filledCell, literal, parquetTable } from "./sql-text.ts";
import type { StatementWriter } from "./statement-writer.ts";
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
  for (let column = 0; column < part.columnCount; column += 1) {
    const raw = cell(column);
    await writer.add(
      sql`select ${fileEntityId(target)} as entity_id, ${rawSql(literal("says nothing: "))} || trim(${rawSql(raw)}) as "value",
          ${rawSql(raw)} as original_value, row_no, byte_from, byte_to, is_hidden
        from ${parquetTable(paths)}
        where ${rawSql(raw)} is not null and trim(${rawSql(raw)}) <> '' and (${rawSql(filledCell(raw))}) is null`,
      {
        schema: fileSchema(target.member.form),
        prop: "notes",
        propType: "text",
        lang: null,
        part: part.part,
        column,
        isColumnHidden: part.visibility !== "visible" || part.hiddenColumns.includes(column),
        isUnique: false,
      },
    );
  }
}
