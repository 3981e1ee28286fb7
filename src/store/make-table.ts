import type { Database } from "./database.ts";
import { identifier, sql, tableName, type Sql, type TableName } from "./sql.ts";

/** Makes a temporary table from a query, replacing one of that name. */
export async function makeTable(database: Database, name: string, query: Sql): Promise<TableName> {
  await database.run(sql`create or replace temporary table ${identifier(name)} as ${query}`);
  return tableName("temp", name);
}

/** Drops temporary tables whose work is done, so that their memory serves the next ones. */
export async function dropTables(database: Database, ...tables: readonly TableName[]): Promise<void> {
  for (const table of tables) await database.run(sql`drop table ${table}`);
}
