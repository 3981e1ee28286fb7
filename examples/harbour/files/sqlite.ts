import initSqlJs from "sql.js";

export interface SqliteTable {
  readonly name: string;
  /** The whole `create table` statement. */
  readonly create: string;
  readonly columns: number;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Writes a SQLite database with the tables in order. */
export const writeSqlite = async (tables: readonly SqliteTable[], userVersion: number): Promise<Uint8Array> => {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(`pragma user_version = ${userVersion}`);
  database.run("begin");
  for (const { name, create, columns, rows } of tables) {
    database.run(create);
    const insert = database.prepare(
      `insert into "${name}" values (${Array.from({ length: columns }, () => "?").join(", ")})`,
    );
    for (const row of rows) insert.run([...row]);
    insert.free();
  }
  database.run("commit");
  const bytes = database.export();
  database.close();
  return bytes;
};
