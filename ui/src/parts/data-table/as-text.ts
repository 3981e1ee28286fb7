import type { Column } from "./column.ts";

/** Rows as lines with tabs, the stored text of each cell; tabs and line breaks within become spaces. */
export const rowsAsTsv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  rows.map((row) => columns.map((column) => column.text(row).replaceAll(/[\t\r\n]+/gu, " ")).join("\t")).join("\n");

/** Rows as a CSV file with a head; a text cell that a spreadsheet would take for a formula begins with an apostrophe. */
export const rowsAsCsv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [columns.map(({ head }) => quoted(head)), ...rows.map((row) => columns.map((column) => csvCell(column, row)))]
    .map((cells) => `${cells.join(",")}\r\n`)
    .join("");

const csvCell = <Row>(column: Column<Row>, row: Row): string => {
  const text = column.text(row);
  return quoted(!column.isNumber && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);
};

const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Hands a text to the browser as a file. */
export function downloadText(name: string, text: string, type = "text/csv;charset=utf-8"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
