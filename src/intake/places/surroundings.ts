import { groupBy } from "../../base/index.ts";
import { columnToLetters } from "../../model/index.ts";
import type { Database } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { stagedRows, type StagedRow } from "./staged-rows.ts";

/** A place with what stands around it: printed lines, and which of them is the place's own row. */
export interface Surroundings {
  readonly lines: readonly string[];
  readonly focus: number;
  /** Whether the material hides it: its sheet, its row or its column. */
  readonly isHidden: boolean;
  /** Whether the place itself says nothing but a closed contact. */
  readonly isClosed: boolean;
  /** Whether the place itself tells of people in flight. */
  readonly isGuarded: boolean;
}

/** How texts about people in flight are shown: as they may be told; at the place itself, if somebody gave a reason, as they stand. */
export interface Showing {
  readonly isPlaceOpened: boolean;
}

/** A row of a part, and the column within it; null: the whole row. */
export interface PlaceInPart {
  readonly rowNo: number;
  readonly column: number | null;
}

/** What closed contacts of a phone hide of a part: the rows that they stand in, and which cells of these are closed. */
export interface ClosedPlaces {
  readonly rows: ReadonlySet<number>;
  isCellClosed(row: number, column: number | null): boolean;
  /** Whether a cell is nothing but a note of a phone's file: nobody knows whom it names. */
  isNote(row: number, column: number): boolean;
}

/** A staged part, what of some of its rows is closed, and what is shown for texts about people in flight. */
export interface ShownPart {
  readonly dir: string;
  readonly part: StagedPart;
  closedOf(rowNos: readonly number[]): Promise<ClosedPlaces>;
  toldOf(texts: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const closedRow = "(a contact of a phone or mailbox, closed)";
const rowsAround = 2;
const longestCell = 120;
const mostColumns = 14;

/**
 * For each place of one staged part the rows around it, under a line of column letters (or names, in a database): at
 * most two rows before and after; the cell itself is bracketed. Undefined for a row that the part does not have. Of a
 * row with a closed contact only the cell itself is shown, if it says something else; notes of a phone's file are shown
 * where they are the place itself. What is told of people in flight is shown in countries and months.
 */
export async function surroundingsOf(
  database: Database,
  staged: ShownPart,
  places: readonly PlaceInPart[],
  { isPlaceOpened }: Showing = { isPlaceOpened: false },
): Promise<(Surroundings | undefined)[]> {
  const wanted = [...new Set(places.flatMap((place) => around(place.rowNo)))];
  const read = await stagedRows(database, staged, wanted);
  const told = await staged.toldOf(read.flatMap(({ cells }) => cells));
  const rows = groupBy(read, (row) => row.rowNo);
  const closed = await staged.closedOf(wanted);
  return places.map((place) => {
    const isOpened = (rowNo: number, column: number): boolean =>
      isPlaceOpened && rowNo === place.rowNo && (place.column === null || place.column === column);
    const shown = printed({ part: staged.part, rows: toldRows(rows, told, isOpened), closed }, place);
    const own = (rows.get(place.rowNo) ?? []).flatMap(({ cells }) =>
      place.column === null ? cells : [cells[place.column] ?? ""],
    );
    return shown && { ...shown, isGuarded: own.some((cell) => told.has(cell)) };
  });
}

/** Rows with what may be told in the place of texts about people in flight, but for cells that are opened. */
const toldRows = (
  rows: ReadRows["rows"],
  told: ReadonlyMap<string, string>,
  isOpened: (rowNo: number, column: number) => boolean,
): ReadRows["rows"] =>
  told.size === 0
    ? rows
    : new Map(
        [...rows].map(([rowNo, own]) => [
          rowNo,
          own.map((row) => ({
            ...row,
            cells: row.cells.map((cell, column) => (isOpened(rowNo, column) ? cell : (told.get(cell) ?? cell))),
          })),
        ]),
      );

const around = (rowNo: number): number[] =>
  Array.from({ length: 2 * rowsAround + 1 }, (_, index) => rowNo - rowsAround + index).filter((row) => row > 0);

interface ReadRows {
  readonly part: StagedPart;
  readonly rows: ReadonlyMap<number, readonly StagedRow[]>;
  readonly closed: ClosedPlaces;
}

function printed({ part, rows, closed }: ReadRows, place: PlaceInPart): Omit<Surroundings, "isGuarded"> | undefined {
  const near = around(place.rowNo).flatMap((rowNo) => rows.get(rowNo) ?? []);
  const own = near.findIndex((row) => row.rowNo === place.rowNo);
  if (own < 0) return undefined;
  if (part.isText)
    return { ...passageLines(near, own, closed), isClosed: closed.isCellClosed(place.rowNo, place.column) };
  const columns = columnsToShow(part.columnCount, place.column);
  const names = columns.map((column) => part.columnNames?.[column] ?? columnToLetters(column));
  const lines = near.map((row) => {
    const column = row.rowNo === place.rowNo ? place.column : null;
    const isOwn = row.rowNo === place.rowNo && place.column === null;
    if (!closed.rows.has(row.rowNo)) return rowText(isOwn ? row : withoutNotes(row, column, closed), columns, column);
    return column === null || closed.isCellClosed(row.rowNo, column)
      ? `${rowHead(row)}${closedRow}`
      : rowText(onlyCell(row, column), columns, column);
  });
  const isHidden = isHiddenIn(part, place, near[own]?.isHidden === true);
  const isClosed = closed.isCellClosed(place.rowNo, place.column);
  return { lines: [`      ${names.join(" | ")}`, ...lines], focus: own + 1, isHidden, isClosed };
}

const passageMax = 200;

/** A passage whole, with the beginnings of those about it in the same document; its kind stands before it. */
function passageLines(
  near: readonly StagedRow[],
  own: number,
  closed: ClosedPlaces,
): Omit<Surroundings, "isClosed" | "isGuarded"> {
  const documentOf = (row: StagedRow | undefined): string | undefined => row?.cells[documentCell];
  const same = near.filter((row) => documentOf(row) === documentOf(near[own]));
  const lines = same.map((row) => {
    if (closed.rows.has(row.rowNo)) return `${rowHead(row)}${closedRow}`;
    const [text = ""] = row.cells;
    const isOwn = row.rowNo === near[own]?.rowNo;
    const shown = isOwn || text.length <= passageMax ? text : `${text.slice(0, passageMax)}…`;
    return `${rowHead(row)}${headOf(row)}${shown}`;
  });
  const focus = same.findIndex((row) => row.rowNo === near[own]?.rowNo);
  return { lines, focus, isHidden: near[own]?.isHidden === true };
}

/** What a passage is, where it is no plain paragraph: its kind and who made it, or the property that it is. */
function headOf(row: StagedRow): string {
  const label = passageLabel(row);
  return label === "" ? "" : `${label}: `;
}

/** The same as a label of its own; empty for a plain paragraph. */
export function passageLabel({ cells }: StagedRow): string {
  const [kind = "", name = ""] = [cells[kindCell], cells[nameCell]];
  if (kind === "meta") return name;
  const named = name === "" ? kind : `${kind} (${name})`;
  return named === "paragraph" ? "" : named;
}

/** Columns of staged passages: their kind, the number of their document, the name of what they are. */
const [kindCell, documentCell, nameCell] = [1, 5, 6];

const isHiddenIn = (part: StagedPart, { column }: PlaceInPart, isRowHidden: boolean): boolean =>
  part.visibility !== "visible" || isRowHidden || (column !== null && part.hiddenColumns.includes(column));

/** All columns of a narrow part; of a wide one those about the place. */
function columnsToShow(columnCount: number, column: number | null): number[] {
  const from = Math.max(0, Math.min((column ?? 0) - mostColumns / 2, columnCount - mostColumns));
  return Array.from({ length: Math.min(columnCount, mostColumns) }, (_, index) => from + index);
}

function rowText(row: StagedRow, columns: readonly number[], own: number | null): string {
  const cells = columns.map((column) => {
    const cell = shorten(row.cells[column] ?? "");
    return column === own ? `[${cell}]` : cell;
  });
  return `${rowHead(row)}${cells.join(" | ")}`;
}

const rowHead = (row: StagedRow): string => `${String(row.rowNo).padStart(5)}${row.isHidden ? "*" : " "}`;

const onlyCell = (row: StagedRow, own: number): StagedRow => ({
  ...row,
  cells: row.cells.map((cell, column) => (column === own || cell === "" ? cell : "…")),
});

const withoutNotes = (row: StagedRow, own: number | null, closed: ClosedPlaces): StagedRow => ({
  ...row,
  cells: row.cells.map((cell, column) => (column !== own && closed.isNote(row.rowNo, column) ? "…" : cell)),
});

const shorten = (cell: string): string => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell);
