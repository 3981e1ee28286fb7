import { identifier, sql, tableName, type Database, type Sql, type TableName } from "../store/index.ts";

/** Fills a temporary table (replacing one of that name) with the rows of a query. */
export async function makeTable(database: Database, name: string, query: Sql): Promise<TableName> {
  await database.run(sql`create or replace temporary table ${identifier(name)} as ${query}`);
  return tableName("temp", name);
}
