import { at } from "../../base/index.ts";
import type { SkippedRow } from "../mapping.ts";
import { cellKind, isData } from "./cell-kind.ts";
import { cellsOf, filledIn, median, type ColumnSpan } from "./header-rows.ts";
import type { PartRow } from "./part-rows.ts";
import { findRowWord } from "./row-words.ts";

/** The rows of a table that are no data, and where its data begin and end. */
export interface SkippedRows {
  readonly skipped: readonly SkippedRow[];
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Finds repeated headers, totals, carried balances, headings and notes among the rows under a header. */
export function findSkippedRows(
  rows: readonly PartRow[],
  headerRows: readonly PartRow[],
  span: ColumnSpan,
): SkippedRows {
  const typical = median(rows.map((row) => filledIn(row, span)));
  const typed = typedColumns(rows, span);
  const headers = headerRows.map((row) => ({ rowNo: row.rowNo, cells: foldedCells(row, span) }));
  const skipped = rows.flatMap((row, index) => {
    const reason = reasonToSkip(row, { span, typical, typed, headers, isFirst: index === 0 });
    return reason === undefined ? [] : [{ row: row.rowNo, reason }];
  });
  return trimEnds(rows, skipped);
}

function typedColumns(rows: readonly PartRow[], span: ColumnSpan): Set<number> {
  const columns = Array.from({ length: span.lastColumn - span.firstColumn + 1 }, (_, column) => column);
  const kindsOf = (column: number) =>
    rows
      .slice(0, 300)
      .map((row) => cellKind(cellsOf(row, span)[column] ?? ""))
      .filter((kind) => kind !== "empty");
  return new Set(
    columns.filter((column) => {
      const kinds = kindsOf(column);
      return kinds.filter(isData).length > kinds.length * 0.5;
    }),
  );
}

interface Around {
  readonly span: ColumnSpan;
  readonly typical: number;
  /** Columns, less the first, that hold numbers, dates or codes. */
  readonly typed: ReadonlySet<number>;
  readonly headers: readonly { readonly rowNo: number; readonly cells: readonly string[] }[];
  readonly isFirst: boolean;
}

const foldedCells = (row: PartRow, span: ColumnSpan): string[] => cellsOf(row, span).map(foldCell);

/** A cell as it is compared with the words of a header. */
export const foldCell = (cell: string): string => cell.replaceAll(/\s+/gu, "").toLowerCase();

function reasonToSkip(row: PartRow, around: Around): string | undefined {
  const { span, typical, headers } = around;
  const cells = foldedCells(row, span);
  const repeated = headers.find((header) => repeatsHeader(header.cells, cells));
  if (repeated) return `repeats the header of row ${repeated.rowNo}`;
  const filled = cellsOf(row, span).filter((cell) => cell !== "");
  if (around.isFirst && headers.length > 0 && numbersColumns(filled)) return "numbers the columns";
  const word = sumWord(filled, typical);
  if (word !== undefined) return word;
  if (typical >= 3 && filled.length === 1 && isOutOfPlace(row, around)) {
    return `a line of text between the rows: "${shorten(at(filled, 0))}"`;
  }
  if (typical >= 3 && filled.length === 1 && /^\d{4}\s*(?:[년年г]\.?)?$/u.test(at(filled, 0))) {
    return `a heading between the rows: "${shorten(at(filled, 0))}"`;
  }
  return undefined;
}

/** Words in a column of numbers or dates, or too long for a cell of the list; a lone name in a column of names is data. */
function isOutOfPlace(row: PartRow, { span, typed }: Around): boolean {
  const column = cellsOf(row, span).findIndex((cell) => cell !== "");
  const cell = cellsOf(row, span)[column] ?? "";
  return !isData(cellKind(cell)) && (typed.has(column) || cell.length > 60 || /[:：]$/u.test(cell));
}

/** Whether a row's folded cells are those of a header, or most of them. */
export const repeatsHeader = (header: readonly string[], cells: readonly string[]): boolean => {
  const words = header.filter((word) => word !== "").length;
  const same = header.filter((word, column) => word !== "" && word === cells[column]).length;
  return words > 0 && same >= Math.max(Math.min(2, words), words * 0.7);
};

const numbersColumns = (filled: readonly string[]): boolean =>
  filled.length >= 3 && filled.every((cell, index) => cell.replaceAll(/[().]/gu, "") === String(index + 1));

/** A firm may be called "Total": a row is a sum where the word stands alone, or where much of the row is empty. */
function sumWord(filled: readonly string[], typical: number): string | undefined {
  const isThin = filled.length <= Math.max(2, typical * 0.6);
  const isNarrow = filled.length < typical || typical <= 2;
  if (!isThin && !isNarrow) return undefined;
  for (const cell of filled) {
    const found = findRowWord(cell);
    if (!found) continue;
    if (!(isThin || (found.isAlone && isNarrow))) continue;
    if (found.word === "end") return `ends the list: "${shorten(cell)}"`;
    return found.word === "total" ? `sums other rows: "${shorten(cell)}"` : `carries a balance: "${shorten(cell)}"`;
  }
  return undefined;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

/** Skipped rows at either end lie outside the data, unless they are sums or balances, which a person should see named. */
function trimEnds(rows: readonly PartRow[], skipped: readonly SkippedRow[]): SkippedRows {
  const numbers = new Set(skipped.map(({ row }) => row));
  const data = rows.filter(({ rowNo }) => !numbers.has(rowNo));
  const firstRow = data[0]?.rowNo ?? at(rows, 0).rowNo;
  const lastRow = Math.max(
    data.at(-1)?.rowNo ?? firstRow,
    ...skipped.filter((each) => /^(?:sums|carries)/u.test(each.reason)).map(({ row }) => row),
  );
  const from = Math.min(firstRow, ...skipped.map(({ row }) => row));
  return { skipped: skipped.filter(({ row }) => row <= lastRow), firstRow: from, lastRow };
}
