import { announce } from "../announce/announce.tsx";
import { downloadText, rowsAsCsv, rowsAsTsv } from "./as-text.ts";
import type { Column } from "./column.ts";
import type { RowSource } from "./row-source.ts";

interface TableText<Row> {
  readonly source: RowSource<Row>;
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  readonly csvName: string | undefined;
}

/** Copies rows as lines with tabs, of the columns that are shown. */
export function copyRows<Row>({ shown }: TableText<Row>, rows: readonly Row[]): void {
  void navigator.clipboard.writeText(rowsAsTsv(shown, rows)).then(
    () => announce(rows.length === 1 ? "One row copied" : `${rows.length} rows copied`),
    () => announce("The browser did not let the rows be copied"),
  );
}

/** Downloads every row with every column as a CSV file; undefined where the list has no name. */
export function downloadOf<Row>({ source, columns, csvName }: TableText<Row>): (() => void) | undefined {
  if (csvName === undefined) return undefined;
  return () => {
    announce(`Reading ${source.count.toLocaleString("en")} rows`);
    void source.all().then(
      (rows) => downloadText(`${csvName}.csv`, rowsAsCsv(columns, rows)),
      () => announce("The rows could not be read; nothing was downloaded"),
    );
  };
}
