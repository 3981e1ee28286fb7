import type { Database } from "./database.ts";
import { text } from "./shape.ts";
import { identifier, joinSql, sql, tableName, type Sql, type TableName } from "./sql.ts";

/** Makes a temporary table from a query, replacing one of that name. */
export async function makeTable(database: Database, name: string, query: Sql): Promise<TableName> {
  await database.run(sql`create or replace temporary table ${identifier(name)} as ${query}`);
  return tableName("temp", name);
}

/** Drops temporary tables whose work is done, so that their memory serves the next ones. */
export async function dropTables(database: Database, ...tables: readonly TableName[]): Promise<void> {
  if (tables.length === 0) return;
  await database.run(
    joinSql(
      tables.map((table) => sql`drop table ${table}`),
      "; ",
    ),
  );
}

/** Drops every temporary table that there is. */
export async function dropTemporaryTables(database: Database): Promise<void> {
  const tables = await database.rows(sql`select table_name as name from duckdb_tables() where temporary order by 1`, {
    name: text,
  });
  await dropTables(database, ...tables.map(({ name }) => tableName("temp", name)));
}
