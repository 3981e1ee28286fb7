import { sql, tableName, type TableName } from "../../store/index.ts";
import type { Reader } from "../reader.ts";

/** The database in memory that holds the tables of lists of one entity. */
export const shownDatabase = "shown";

/** A table there by its name. */
export const shownTable = (name: string): TableName => tableName(shownDatabase, name);

/** Drops tables of lists that nobody looks at any more. */
export async function dropShown(reader: Reader, ...tables: readonly TableName[]): Promise<void> {
  for (const table of tables) await reader.database.run(sql`drop table if exists ${table}`);
}
