import type { StatementId } from "../model/index.ts";
import { integer, sql, statementId, textList } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** A cited place with its surroundings; `focus` is the index of the cited line, from 0. */
export interface Excerpt {
  readonly lines: readonly string[];
  readonly focus: number;
}

/** The surroundings of statements, by statement id, for those that have any. */
export async function excerptsOf(
  reader: Reader,
  statementIds: readonly StatementId[],
): Promise<Map<StatementId, Excerpt>> {
  const rows = await reader.database.rows(
    sql`select statement_id as id, lines, focus from ${reader.table("excerpt")}
      where statement_id in (select unhex(id) from unnest(${statementIds}::varchar[]) as item(id))
      order by statement_id, file_no, part, row_no, col_no nulls first`,
    { id: statementId, lines: textList, focus: integer },
  );
  return new Map(rows.toReversed().map((row) => [row.id, { lines: row.lines, focus: row.focus }]));
}
