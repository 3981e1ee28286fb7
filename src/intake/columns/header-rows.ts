import { at } from "../../base/index.ts";
import { cellKind, isData } from "./cell-kind.ts";
import { readHeader } from "./header-words.ts";
import type { MergedRange } from "./merged-ranges.ts";
import type { PartRow } from "./part-rows.ts";

/** Columns of a table, both ends included. */
export interface ColumnSpan {
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The header of a table: positions of its rows in the list that was searched, and each column's words. */
export interface FoundHeader {
  readonly first: number;
  readonly last: number;
  /** By column less the first column; several header rows joined with a space. */
  readonly texts: readonly (string | null)[];
}

const searchedRows = 15;
const lookAhead = 25;

/** Finds the header among the first rows of a box; undefined where the rows are data from the start. */
export function findHeader(
  rows: readonly PartRow[],
  span: ColumnSpan,
  merged: readonly MergedRange[],
): FoundHeader | undefined {
  const scores = rows.slice(0, searchedRows).map((_, index) => scoreHeader(rows, index, span));
  const best = Math.max(0, ...scores);
  if (best <= 0) return undefined;
  const index = scores.findIndex((score) => score >= best * 0.5);
  const first = isGroupRow(rows, index - 1, { span, merged, header: index }) ? index - 1 : index;
  let last = index;
  while (last - first < 2 && isLowerHeaderRow(rows, last + 1, { span, merged, header: last })) last++;
  return { first, last, texts: joinTexts(rows.slice(first, last + 1), span, merged) };
}

export const cellsOf = (row: PartRow | undefined, { firstColumn, lastColumn }: ColumnSpan): readonly string[] =>
  row?.cells.slice(firstColumn, lastColumn + 1) ?? [];

export const filledIn = (row: PartRow | undefined, span: ColumnSpan): number =>
  cellsOf(row, span).filter((cell) => cell !== "").length;

/** How many cells of the row are words that head columns. */
export const headerHits = (row: PartRow | undefined, span: ColumnSpan): number =>
  cellsOf(row, span).filter(isHeaderWord).length;

const isHeaderWord = (cell: string): boolean => {
  if (cell === "" || cell.length > 60 || /^#[\p{Lu}\d/]+[!?]?$/u.test(cell) || isData(cellKind(cell))) return false;
  const { quality, sides, attributes } = readHeader(cell);
  return quality >= 0.5 && sides.length + attributes.length > 0;
};

/** "Account | 110-234 | Holder | Amber LLC": labels with their values beside them, not the words over columns. */
export function isLabelled(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length < 2 || filled.length % 2 === 1) return false;
  const labels = filled.filter((_, index) => index % 2 === 0);
  const values = filled.filter((_, index) => index % 2 === 1);
  if (!labels.every((cell) => isHeaderWord(cell)) || values.some((cell) => isHeaderWord(cell))) return false;
  return labels.every((cell) => /[:：]$/u.test(cell)) || values.some((cell) => isData(cellKind(cell)));
}

/** Above 0: the row can head the rows below it; known words count most, then words over numbers and dates. */
function scoreHeader(rows: readonly PartRow[], index: number, span: ColumnSpan): number {
  const cells = cellsOf(rows[index], span);
  const filled = cells.filter((cell) => cell !== "");
  const below = rows.slice(index + 1, index + 1 + lookAhead);
  const typical = median(below.map((row) => filledIn(row, span)));
  const data = filled.filter((cell) => isData(cellKind(cell))).length;
  if (filled.length === 0 || below.length === 0 || data > filled.length * 0.2) return 0;
  if (filled.some((cell) => cell.length > 120) || filled.length < Math.min(typical * 0.5, 6)) return 0;
  const hits = headerHits(rows[index], span);
  if (isLabelled(cells)) return 0;
  const contrast = cells.filter(
    (cell, column) => cell !== "" && !isData(cellKind(cell)) && isTyped(below, span, column),
  );
  const isDistinct = new Set(filled).size >= filled.length * 0.8;
  const isWidest = filled.length === cells.length || filled.length >= typical;
  const isKnown = hits >= 2 || (hits === 1 && (filled.length === 1 || contrast.length > 0));
  const isTold = contrast.length > 0 && isDistinct && isWidest && filled.length >= 2;
  if (!isKnown && !isTold) return 0;
  if (hits < filled.length * 0.3 && !isTold) return 0;
  return hits * 2 + contrast.length + filled.length * 0.2 - data * 3;
}

/** Whether most of the column's cells below are numbers, dates or codes. */
function isTyped(below: readonly PartRow[], span: ColumnSpan, column: number): boolean {
  const kinds = below
    .map((row) => cellKind(row.cells[span.firstColumn + column] ?? ""))
    .filter((kind) => kind !== "empty");
  return kinds.length > 0 && kinds.filter(isData).length > kinds.length * 0.6;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted.length === 0 ? 0 : at(sorted, Math.floor(sorted.length / 2));
}

interface Beside {
  readonly span: ColumnSpan;
  readonly merged: readonly MergedRange[];
  readonly header: number;
}

/** A row above the header that groups its columns: "Payer" over "Name | Account". */
function isGroupRow(rows: readonly PartRow[], index: number, { span, merged, header }: Beside): boolean {
  const row = rows[index];
  const below = rows[header];
  if (!row || !below || row.rowNo !== below.rowNo - 1) return false;
  const filled = filledIn(row, span);
  if (filled === 0 || filled > filledIn(below, span)) return false;
  const wide = merged.filter((range) => isOver(range, row.rowNo, span) && range.lastColumn > range.firstColumn);
  const coversAll = wide.some((range) => range.lastColumn - range.firstColumn >= span.lastColumn - span.firstColumn);
  if (coversAll || cellsOf(row, span).some((cell) => isData(cellKind(cell)))) return false;
  if (wide.length > 0) return true;
  return filled >= 2 && headerHits(row, span) >= Math.max(2, filled * 0.6);
}

/** A second header row: words under a merged or empty cell of the row above it. */
function isLowerHeaderRow(rows: readonly PartRow[], index: number, { span, merged, header }: Beside): boolean {
  const row = rows[index];
  const above = rows[header];
  if (!row || !above || row.rowNo !== above.rowNo + 1) return false;
  const cells = cellsOf(row, span);
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0 || filled.some((cell) => isData(cellKind(cell)))) return false;
  const isGrouped = merged.some((range) => isOver(range, above.rowNo, span) && range.lastColumn > range.firstColumn);
  const fillsGap = cells.some((cell, column) => cell !== "" && cellsOf(above, span)[column] === "");
  const hits = filled.filter((cell) => isHeaderWord(cell) || isUnitWord(cell)).length;
  return hits >= filled.length * 0.6 && (isGrouped || fillsGap || filled.every(isUnitWord));
}

const isUnitWord = (cell: string): boolean => {
  const { currency, factor, quality } = readHeader(cell);
  return quality === 1 && (currency !== null || factor !== null);
};

const isOver = (range: MergedRange, rowNo: number, span: ColumnSpan): boolean =>
  range.firstRow <= rowNo &&
  range.lastRow >= rowNo &&
  range.firstColumn >= span.firstColumn &&
  range.lastColumn <= span.lastColumn;

/** Each column's words from top to bottom; a cell over several columns counts for each of them. */
function joinTexts(rows: readonly PartRow[], span: ColumnSpan, merged: readonly MergedRange[]): (string | null)[] {
  const spread = rows.map((row, index) =>
    index === rows.length - 1 ? [...cellsOf(row, span)] : spreadCells(row, { below: rows[index + 1], span, merged }),
  );
  return Array.from({ length: span.lastColumn - span.firstColumn + 1 }, (_, column) => {
    const words = spread.map((cells) => (cells[column] ?? "").replaceAll(/\s+/gu, " ")).filter((cell) => cell !== "");
    return words.length === 0 ? null : [...new Set(words)].join(" ");
  });
}

interface Spread {
  readonly below: PartRow | undefined;
  readonly span: ColumnSpan;
  readonly merged: readonly MergedRange[];
}

/** Without merged ranges a group's word counts up to the next word, over columns that have a word of their own below. */
function spreadCells(row: PartRow, { below, span, merged }: Spread): string[] {
  const ranges = merged.filter((range) => isOver(range, row.rowNo, span) && range.lastColumn > range.firstColumn);
  const lower = cellsOf(below, span);
  const cells = [...cellsOf(row, span)];
  let group = "";
  return cells.map((cell, index) => {
    const column = span.firstColumn + index;
    const range = ranges.find((each) => each.firstColumn <= column && column <= each.lastColumn);
    if (range) return row.cells[range.firstColumn] ?? "";
    if (cell !== "") group = cell;
    return cell !== "" || ranges.length > 0 || lower[index] === "" ? cell : group;
  });
}
