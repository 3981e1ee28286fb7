import { DuckDBInstance } from "@duckdb/node-api";

/** The rows of a CSV or Parquet file as text by column name, empty cells as "". */
export async function readTable(file: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const source = file.endsWith(".parquet")
      ? "read_parquet($1)"
      : "read_csv($1, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')";
    const result = await connection.runAndReadAll(`select cast(columns(*) as varchar) from ${source}`, [file]);
    return result
      .getRowObjectsJson()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? "")])));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
