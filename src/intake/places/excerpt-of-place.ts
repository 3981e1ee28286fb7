import { columnToLetters } from "../../model/index.ts";
import type { Database } from "../../store/index.ts";
import { stagedRows, type StagedRow } from "./staged-rows.ts";
import { passageLabel, type ClosedPlaces, type PlaceInPart, type ShownPart } from "./surroundings.ts";

/** A cell as it is shown; `more`: letters of a long one that are left out. */
export interface ExcerptCell {
  readonly text: string;
  readonly more: number;
  readonly isClosed: boolean;
}

/** A place of a table with its neighbours, and the row that names the columns. */
export interface CellExcerpt {
  readonly kind: "cells";
  readonly form: "grid" | "row";
  readonly part: string;
  readonly isPartHidden: boolean;
  readonly columns: readonly {
    readonly index: number;
    readonly letters: string;
    readonly name: string | null;
    readonly isHidden: boolean;
  }[];
  readonly header: { readonly row: number; readonly cells: readonly ExcerptCell[] } | null;
  readonly rows: readonly {
    readonly row: number;
    readonly isHidden: boolean;
    readonly cells: readonly ExcerptCell[];
  }[];
  readonly focus: { readonly row: number; readonly column: number | null };
}

/** A passage with those about it in the same document. */
export interface PassageExcerpt {
  readonly kind: "lines";
  readonly lines: readonly (ExcerptCell & {
    readonly row: number;
    readonly label: string | null;
    readonly isHidden: boolean;
  })[];
  readonly focus: { readonly row: number };
}

/** An excerpt with what stands at the place itself, whole and as it stands, for checks alone; null: it says nothing that may be shown. */
export interface ReadPlace {
  readonly excerpt: CellExcerpt | PassageExcerpt;
  readonly ownText: string | null;
  readonly isHidden: boolean;
}

const around = { rows: 2, columns: 3 };
/** Of a record so many columns are shown; of a cell, of its own cell and of a neighbour so many letters. */
const limits = { columns: 60, own: 4000, neighbour: 200, headerRows: 60 };

/** Reads a place with its surroundings: `headers` are the names of columns as they were read. Undefined for a row that the part does not have. */
export async function excerptOfPlace(
  database: Database,
  staged: ShownPart,
  place: PlaceInPart,
  { form, headers }: { readonly form: "grid" | "row"; readonly headers: readonly (string | null)[] },
): Promise<ReadPlace | undefined> {
  const near = rowsFrom(place.rowNo - around.rows, place.rowNo + around.rows);
  const read = await stagedRows(database, staged, near);
  const rows = await toldRows(staged, read);
  const [own, asItStands] = [rows, read].map((all) => all.find((row) => row.rowNo === place.rowNo));
  if (!own || !asItStands) return undefined;
  const closed = await staged.closedOf(near);
  const { part } = staged;
  const isHidden =
    part.visibility !== "visible" ||
    own.isHidden ||
    (place.column !== null && part.hiddenColumns.includes(place.column));
  const found = { isHidden, ownText: ownText(asItStands, place, { closed, isText: part.isText === true }) };
  if (part.isText) return { ...found, excerpt: passages(rows, own, closed) };
  const indexes = columnsOf(part.columnCount, place.column, form);
  const head = await headerRow(database, staged, { before: Math.min(...rows.map(({ rowNo }) => rowNo)), headers });
  const cellsOf = (row: StagedRow): ExcerptCell[] => indexes.map((column) => cellOf(row, column, { place, closed }));
  return {
    ...found,
    excerpt: {
      kind: "cells",
      form,
      part: part.name,
      isPartHidden: part.visibility !== "visible",
      columns: indexes.map((index) => ({
        index,
        letters: columnToLetters(index),
        name: part.columnNames?.[index] ?? headers[index] ?? null,
        isHidden: part.hiddenColumns.includes(index),
      })),
      header: head
        ? { row: head.rowNo, cells: indexes.map((column) => cut(head.cells[column] ?? "", limits.neighbour)) }
        : null,
      rows: rows.map((row) => ({ row: row.rowNo, isHidden: row.isHidden, cells: cellsOf(row) })),
      focus: { row: place.rowNo, column: place.column },
    },
  };
}

/** What is told of people in flight is shown in countries and months. */
async function toldRows(staged: ShownPart, rows: readonly StagedRow[]): Promise<readonly StagedRow[]> {
  const told = await staged.toldOf(rows.flatMap(({ cells }) => cells));
  if (told.size === 0) return rows;
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => told.get(cell) ?? cell) }));
}

const rowsFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - Math.max(1, first) + 1 }, (_, index) => Math.max(1, first) + index);

/** What stands at the place: its cell, or all cells of its row; null where a closed contact stands. */
function ownText(
  own: StagedRow,
  { rowNo, column }: PlaceInPart,
  { closed, isText }: { readonly closed: ClosedPlaces; readonly isText: boolean },
): string | null {
  const isClosed = isText ? closed.rows.has(rowNo) : closed.isCellClosed(rowNo, column);
  if (isClosed) return null;
  return column === null || isText ? own.cells.join("\n") : (own.cells[column] ?? "");
}

/** Of a row with a closed contact only the place's own cell is shown, if it says something else. */
function cellOf(
  row: StagedRow,
  column: number,
  { place, closed }: { readonly place: PlaceInPart; readonly closed: ClosedPlaces },
): ExcerptCell {
  const text = row.cells[column] ?? "";
  const isOwn = row.rowNo === place.rowNo && (place.column === null || place.column === column);
  const isClosed =
    text !== "" &&
    (closed.rows.has(row.rowNo)
      ? !(isOwn && place.column !== null && !closed.isCellClosed(row.rowNo, column))
      : !isOwn && closed.isNote(row.rowNo, column));
  return isClosed ? { text: "", more: 0, isClosed: true } : cut(text, isOwn ? limits.own : limits.neighbour);
}

const cut = (text: string, most: number): ExcerptCell => ({
  text: text.slice(0, most),
  more: Math.max(0, text.length - most),
  isClosed: false,
});

/** All columns of a record; in a sheet those about the place. */
function columnsOf(count: number, column: number | null, form: "grid" | "row"): number[] {
  const width = form === "row" ? limits.columns : 2 * around.columns + 1;
  const from = Math.max(0, Math.min((column ?? 0) - Math.floor(width / 2), count - width));
  return Array.from({ length: Math.min(count, width) }, (_, index) => from + index);
}

/** The last row above that holds the names of columns as they were read, at least two of them. */
async function headerRow(
  database: Database,
  staged: ShownPart,
  { before, headers }: { readonly before: number; readonly headers: readonly (string | null)[] },
): Promise<StagedRow | undefined> {
  const named = headers.flatMap((header, column) => (header === null || header === "" ? [] : [{ header, column }]));
  if (named.length === 0 || before <= 1) return undefined;
  const rows = await stagedRows(database, staged, rowsFrom(1, Math.min(before - 1, limits.headerRows)));
  const agreeing = (row: StagedRow): number =>
    named.filter(({ header, column }) => (row.cells[column] ?? "").trim() === header.trim()).length;
  return rows.findLast((row) => agreeing(row) >= Math.min(2, named.length));
}

function passages(rows: readonly StagedRow[], own: StagedRow, closed: ClosedPlaces): PassageExcerpt {
  const same = rows.filter((row) => row.cells[documentCell] === own.cells[documentCell]);
  return {
    kind: "lines",
    focus: { row: own.rowNo },
    lines: same.map((row) => {
      const isClosed = closed.rows.has(row.rowNo);
      const text = isClosed ? "" : (row.cells[0] ?? "");
      const label = passageLabel(row);
      return {
        ...cut(text, row === own ? limits.own : limits.neighbour),
        isClosed,
        row: row.rowNo,
        label: label === "" ? null : label,
        isHidden: row.isHidden,
      };
    }),
  };
}

/** The column of staged passages that numbers their document. */
const documentCell = 5;
