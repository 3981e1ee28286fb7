import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";

/** The rows of a CSV or Parquet file as text by trimmed column name, empty cells as "". */
export async function readTable(file: string): Promise<readonly Readonly<Record<string, string>>[]> {
  return withEngine(async (connection) => {
    const result = await connection.runAndReadAll(`select cast(columns(*) as varchar) from ${sourceOf(file)}`);
    return result
      .getRowObjectsJson()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name.trim(), String(value ?? "")])));
  });
}

/** Writes columns of a CSV or Parquet file as a CSV; a list of columns becomes one, their values with a space between, without those that the file lacks. */
export async function copyColumns(from: string, to: string, columns: readonly (readonly string[])[]): Promise<void> {
  await withEngine(async (connection) => {
    const known = await connection.runAndReadAll(`describe select * from ${sourceOf(from)}`);
    const names = new Map(
      known.getRowObjectsJson().map((row) => [String(row["column_name"]).trim(), String(row["column_name"])]),
    );
    const quoted = (name: string): string => {
      const own = names.get(name);
      return own === undefined ? "null" : `nullif(trim(cast("${own.replaceAll('"', '""')}" as varchar)), '')`;
    };
    const selected = columns.map((group, index) => `concat_ws(' ', ${group.map(quoted).join(", ")}) as c${index}`);
    await connection.run(
      `copy (select ${selected.join(", ")} from ${sourceOf(from)}) to '${literal(to)}' (header, delimiter ',')`,
    );
  });
}

const literal = (text: string): string => text.replaceAll("'", "''");

const sourceOf = (file: string): string =>
  file.endsWith(".parquet")
    ? `read_parquet('${literal(file)}')`
    : `read_csv('${literal(file)}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`;

async function withEngine<Value>(work: (connection: DuckDBConnection) => Promise<Value>): Promise<Value> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
