import { sql, tableName, type TableName } from "../../store/index.ts";
import type { Reader } from "../reader.ts";

/** The database in memory that holds the tables of lists. */
export const shownDatabase = "shown";

/** The name of a table there. */
export type ShownTable = TableName;

/** A table of lists by its name. */
export const shownTable = (name: string): ShownTable => tableName(shownDatabase, name);

/** Drops tables of lists that nobody looks at any more. */
export async function dropShown(reader: Reader, ...tables: readonly TableName[]): Promise<void> {
  for (const table of tables) await reader.database.run(sql`drop table if exists ${table}`);
}
