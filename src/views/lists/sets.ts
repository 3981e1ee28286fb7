import { identifier, integer, sql, textList, type Sql } from "../../store/index.ts";
import type { ListContext } from "./list.ts";

/** What each numbered set of a list's table holds; sets are few where rows are many. `numbers` and `members`: its two columns. */
export async function setsOf(
  { reader, table }: ListContext,
  columns: { readonly numbers: string; readonly members: string },
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await reader.database.rows(
    sql`select distinct ${identifier(columns.numbers)} as no, ${identifier(columns.members)}::varchar[] as members from ${table} order by no`,
    { no: integer, members: textList },
  );
  return new Map(rows.map(({ no, members: held }) => [no, held]));
}

/** Numbers the sets of a column, in their order. */
export const numberSets = (members: Sql): Sql => sql`(dense_rank() over (order by ${members}))::uinteger`;
