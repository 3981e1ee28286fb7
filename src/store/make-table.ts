import type { Database } from "./database.ts";
import { text } from "./shape.ts";
import { identifier, joinSql, rawSql, sql, tableName, type Sql, type TableName } from "./sql.ts";

/** Makes a temporary table from a query, replacing one of that name. */
export async function makeTable(database: Database, name: string, query: Sql): Promise<TableName> {
  await database.run(sql`create or replace temporary table ${identifier(name)} as ${query}`);
  return tableName("temp", name);
}

/**
 * Makes a table of a query's rows whose columns are not packed, replacing one of that name: three times the room on disk, and
 * a row that is looked up among many is read in a third of the time.
 */
export async function makeUnpackedTable(database: Database, table: TableName, query: Sql): Promise<void> {
  const columns = await database.rows(sql`select column_name as name, column_type as type from (describe ${query})`, {
    name: text,
    type: text,
  });
  const declared = columns.map(
    ({ name, type }) => sql`${identifier(name)} ${rawSql(type)} using compression uncompressed`,
  );
  await database.run(sql`create or replace table ${table} (${joinSql(declared, ", ")})`);
  await database.run(sql`insert into ${table} ${query}`);
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
