import { at } from "../../base/index.ts";
import type { SkippedRow } from "../mapping.ts";
import { cutBoxes, trimBox, type Box } from "./boxes.ts";
import { cellKind, isData } from "./cell-kind.ts";
import {
  cellsOf,
  filledIn,
  findHeader,
  headerHits,
  isLabelled,
  median,
  type ColumnSpan,
  type FoundHeader,
} from "./header-rows.ts";
import { parseMergedRanges, type MergedRange } from "./merged-ranges.ts";
import type { PartRow, SurveyedPart } from "./part-rows.ts";
import { findSkippedRows } from "./skipped-rows.ts";

/** A line of text that stands above a table, with its row. */
export interface TitleLine {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table found in a part, before its columns are understood. */
export interface FoundTable extends ColumnSpan {
  readonly headerRows: readonly number[];
  /** By column less the first column. */
  readonly headers: readonly (string | null)[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly skippedRows: readonly SkippedRow[];
  readonly titles: readonly TitleLine[];
  /** The loaded rows that hold data. */
  readonly rows: readonly PartRow[];
}

/** Finds the tables of a part: side by side, under one another, with titles above, headers repeated, totals between. */
export function findTables(surveyed: SurveyedPart): FoundTable[] {
  const { part } = surveyed;
  if (part.columnCount === 0 || surveyed.rows.length === 0) return [];
  const span = { firstColumn: 0, lastColumn: part.columnCount - 1 };
  if (part.columnNames) return [namedTable(surveyed, part.columnNames, span)];
  const merged = parseMergedRanges(part.mergedRanges);
  const boxes = cutBoxes(surveyed.rows, span, { merged, isConnected: connection(surveyed) });
  const drafts: Draft[] = [];
  const lines: (TitleLine & ColumnSpan)[] = [];
  for (const box of boxes) {
    const pieces = splitBox(box, merged);
    for (const piece of pieces) place(piece, drafts, lines);
  }
  return drafts.map((draft) => finish(draft, drafts, lines));
}

function connection(surveyed: SurveyedPart): (above: PartRow, below: PartRow) => boolean {
  if (surveyed.isComplete) return (above, below) => below.rowNo === above.rowNo + 1;
  const starts = surveyed.runStarts;
  return (above, below) => !starts.some((start) => start > above.rowNo && start <= below.rowNo);
}

/** A database table: its columns have names, every row is data. */
function namedTable(surveyed: SurveyedPart, names: readonly string[], span: ColumnSpan): FoundTable {
  const { rows } = surveyed;
  return {
    ...span,
    headerRows: [],
    headers: Array.from({ length: span.lastColumn + 1 }, (_, column) => names[column] ?? null),
    firstRow: at(rows, 0).rowNo,
    lastRow: surveyed.lastRow,
    skippedRows: [],
    titles: [],
    rows,
  };
}

/** Rows of a box that belong to one table, its header among them or none. */
interface Piece extends Box {
  readonly header: FoundHeader | undefined;
}

/** Cuts a box before each further header that is another than the first. */
function splitBox(box: Box, merged: readonly MergedRange[]): Piece[] {
  const header = findHeader(box.rows, box, merged);
  if (!header) return [{ ...box, header }];
  const words = new Set(header.texts.filter((text) => text !== null).map(fold));
  const next = box.rows.findIndex((row, index) => index > header.last + 1 && isOtherHeader(row, box, words));
  if (next < 0) return [{ ...box, header }];
  let from = next;
  while (from - 1 > header.last && filledIn(box.rows[from - 1], box) === 1) from--;
  const first = trimBox({ ...box, rows: box.rows.slice(0, from) });
  const rest = trimBox({ ...box, rows: box.rows.slice(from) });
  return [{ ...first, header: findHeader(first.rows, first, merged) }, ...splitBox(rest, merged)];
}

const fold = (text: string): string => text.replaceAll(/\s+/gu, "").toLowerCase();

function isOtherHeader(row: PartRow, span: ColumnSpan, words: ReadonlySet<string>): boolean {
  const filled = cellsOf(row, span).filter((cell) => cell !== "");
  if (filled.length < 3 || filled.some((cell) => isData(cellKind(cell)))) return false;
  const known = filled.filter((cell) => words.has(fold(cell))).length;
  return known < filled.length * 0.5 && headerHits(row, span) >= Math.max(3, filled.length * 0.7);
}

interface Draft extends ColumnSpan {
  readonly header: FoundHeader | undefined;
  readonly headerRows: readonly PartRow[];
  rows: readonly PartRow[];
}

/** Decides what a piece is: a new table, more rows of the last one, or lines of text. */
function place(piece: Piece, drafts: Draft[], lines: (TitleLine & ColumnSpan)[]): void {
  const { header, rows } = piece;
  const above = drafts.findLast((draft) => overlaps(draft, piece));
  if (above && continues(above, piece)) {
    above.rows = [...above.rows, ...rows];
    return;
  }
  if (isForm(piece)) {
    addLines(rows, piece, lines);
    return;
  }
  const titles = rows.slice(0, header?.first ?? 0);
  if (header && rows.length > header.last + 1) {
    addLines(titles, piece, lines);
    const headerRows = rows.slice(header.first, header.last + 1);
    const span = { firstColumn: piece.firstColumn, lastColumn: piece.lastColumn };
    drafts.push({ ...span, header, headerRows, rows: rows.slice(header.last + 1) });
  } else if (!header && looksLikeData(piece)) {
    const from = rows.findIndex((row) => filledIn(row, piece) >= Math.min(3, piece.lastColumn - piece.firstColumn + 1));
    addLines(rows.slice(0, from), piece, lines);
    drafts.push({
      firstColumn: piece.firstColumn,
      lastColumn: piece.lastColumn,
      header,
      headerRows: [],
      rows: rows.slice(from),
    });
  } else addLines(rows, piece, lines);
}

/**
 * Labels under one another with their values beside them: one thing's paper, not a table. Under a header that is
 * understood a name that happens to be a label ("Alpha Person") is a name.
 */
const isForm = ({ rows, header, ...span }: Piece): boolean =>
  !(header && isUnderstood(rows[header.last], span)) &&
  span.lastColumn - span.firstColumn <= 3 &&
  rows.filter(
    (row) =>
      isLabelled(cellsOf(row, span)) ||
      headerHits({ ...row, cells: row.cells.slice(0, span.firstColumn + 1) }, span) === 1,
  ).length >= Math.max(2, rows.length * 0.7);

function isUnderstood(headerRow: PartRow | undefined, span: ColumnSpan): boolean {
  const hits = headerHits(headerRow, span);
  return hits >= 2 && hits > filledIn(headerRow, span) * 0.6;
}

const overlaps = (left: ColumnSpan, right: ColumnSpan): boolean =>
  left.firstColumn <= right.lastColumn && right.firstColumn <= left.lastColumn;

function addLines(rows: readonly PartRow[], span: ColumnSpan, lines: (TitleLine & ColumnSpan)[]): void {
  for (const row of rows) {
    const cells = cellsOf(row, span).filter((cell) => cell !== "");
    if (cells.length > 0)
      lines.push({ row: row.rowNo, cells, firstColumn: span.firstColumn, lastColumn: span.lastColumn });
  }
}

/** A piece goes on with the table above where it repeats that header without a title of its own, or its rows are alike. */
function continues(above: Draft, { header, rows, ...span }: Piece): boolean {
  if (span.firstColumn < above.firstColumn || span.lastColumn > above.lastColumn) return false;
  if (header) {
    const words = above.header?.texts.filter((text) => text !== null).map(fold) ?? [];
    const own = header.texts.filter((text) => text !== null).map(fold);
    return header.first === 0 && own.length === words.length && own.every((word, index) => word === words[index]);
  }
  const typical = median(above.rows.map((row) => filledIn(row, above)));
  const fills = rows.map((row) => filledIn(row, above));
  if (Math.max(...fills) < Math.min(typical, Math.max(2, typical * 0.6))) return false;
  return sharesKinds(above, rows);
}

/** Whether the rows hold numbers and dates in columns where the table has them. */
function sharesKinds(above: Draft, rows: readonly PartRow[]): boolean {
  const typed = Array.from(
    { length: above.lastColumn - above.firstColumn + 1 },
    (_, index) => above.firstColumn + index,
  ).filter((column) => mostlyData(above.rows.slice(0, 200), column));
  if (typed.length === 0) return true;
  return typed.filter((column) => mostlyData(rows.slice(0, 200), column)).length >= typed.length * 0.5;
}

function mostlyData(rows: readonly PartRow[], column: number): boolean {
  const kinds = rows.map((row) => cellKind(row.cells[column] ?? "")).filter((kind) => kind !== "empty");
  return kinds.length > 0 && kinds.filter(isData).length > kinds.length * 0.5;
}

/** Rows without a header are a table where several columns hold numbers, dates or codes in most rows. */
function looksLikeData({ rows, ...span }: Piece): boolean {
  if (rows.length < 3 || span.lastColumn - span.firstColumn < 1) return false;
  const wide = rows.filter((row) => filledIn(row, span) >= 2);
  if (wide.length < rows.length * 0.6) return false;
  const columns = Array.from(
    { length: span.lastColumn - span.firstColumn + 1 },
    (_, index) => span.firstColumn + index,
  );
  return columns.filter((column) => mostlyData(wide.slice(0, 200), column)).length >= 1 && columns.length >= 2;
}

function finish(draft: Draft, drafts: readonly Draft[], lines: readonly (TitleLine & ColumnSpan)[]): FoundTable {
  const { rows, headerRows, header } = draft;
  const span = { firstColumn: draft.firstColumn, lastColumn: draft.lastColumn };
  const headers = header?.texts ?? Array.from({ length: span.lastColumn - span.firstColumn + 1 }, () => null);
  const { skipped, firstRow, lastRow } = findSkippedRows(rows, headerRows, span);
  const skippedNumbers = new Set(skipped.map(({ row }) => row));
  return {
    ...span,
    headerRows: headerRows.map(({ rowNo }) => rowNo),
    headers,
    firstRow,
    lastRow,
    skippedRows: skipped,
    titles: titlesOf(draft, drafts, lines),
    rows: rows.filter(({ rowNo }) => !skippedNumbers.has(rowNo) && rowNo >= firstRow && rowNo <= lastRow),
  };
}

/** Lines above the table and under the table before it in these columns; those of its own columns, if there are any. */
function titlesOf(draft: Draft, drafts: readonly Draft[], lines: readonly (TitleLine & ColumnSpan)[]): TitleLine[] {
  const top = draft.headerRows[0]?.rowNo ?? draft.rows[0]?.rowNo ?? 0;
  const floor = Math.max(
    0,
    ...drafts
      .filter((other) => other !== draft && overlaps(other, draft))
      .map((other) => other.rows.at(-1)?.rowNo ?? 0)
      .filter((row) => row < top),
  );
  const near = lines.filter(({ row }) => row > floor && row < top);
  const own = near.filter((line) => overlaps(line, draft));
  return (own.length > 0 ? own : near).map(({ row, cells }) => ({ row, cells }));
}
