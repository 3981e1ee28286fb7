import type { SqlValue } from "../../store/index.ts";

/** Rows of a table as the engine takes them: columns by name; none where there are no rows. */
export type Rows = Record<string, SqlValue[]>;

/** Rows as columns. */
export function columnsOf(rows: readonly Readonly<Record<string, SqlValue>>[]): Rows {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)]));
}
