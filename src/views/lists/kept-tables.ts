import { identifier, sql, tableName, text, type TableName } from "../../store/index.ts";
import type { Reader } from "../reader.ts";

/** The file beside the case that holds the tables of its lists from one opening to the next. */
export const keptDatabase = "kept";

/** Which list of which edition of the case. */
export interface KeptName {
  readonly list: string;
  readonly edition: string;
}

/** The kept table of a list, made unless it is there. It gets its name when it is whole, so that none that is there is a part. */
export async function keepTable(
  reader: Reader,
  { list, edition }: KeptName,
  make: (into: TableName) => Promise<void>,
): Promise<TableName> {
  const name = `${list}_${edition}`;
  const kept = tableName(keptDatabase, name);
  if ((await keptNames(reader)).includes(name)) return kept;
  const begun = tableName(keptDatabase, `${list}_begun`);
  await make(begun);
  await reader.database.run(sql`alter table ${begun} rename to ${identifier(name)}`);
  return kept;
}

/** Drops the tables of every other edition and what was begun and did not become whole, and writes the log into the file. For when nobody else is at work there. */
export async function tidyKept(reader: Reader, edition: string): Promise<void> {
  for (const name of await keptNames(reader))
    if (!name.endsWith(`_${edition}`)) await reader.database.run(sql`drop table ${tableName(keptDatabase, name)}`);
  await reader.database.run(sql`checkpoint ${identifier(keptDatabase)}`);
}

async function keptNames({ database }: Reader): Promise<string[]> {
  const rows = await database.rows(
    sql`select table_name as name from duckdb_tables() where database_name = ${keptDatabase} order by table_name`,
    { name: text },
  );
  return rows.map(({ name }) => name);
}
