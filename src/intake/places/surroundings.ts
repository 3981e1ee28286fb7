import { groupBy } from "../../base/index.ts";
import { columnToLetters } from "../../model/index.ts";
import type { Database } from "../../store/index.ts";
import type { StagedPart } from "../parser/index.ts";
import { stagedRows, type StagedRow } from "./staged-rows.ts";

/** A place with what stands around it: printed lines, and which of them is the place's own row. */
export interface Surroundings {
  readonly lines: readonly string[];
  readonly focus: number;
}

/** A row of a part, and the column within it; null: the whole row. */
export interface PlaceInPart {
  readonly rowNo: number;
  readonly column: number | null;
}

const rowsAround = 2;
const longestCell = 120;
const mostColumns = 14;

/**
 * For each place of one staged part the rows around it, under a line of column letters (or names, in a database): at
 * most two rows before and after; the cell itself is bracketed. Undefined for a row that the part does not have.
 */
export async function surroundingsOf(
  database: Database,
  staged: { readonly dir: string; readonly part: StagedPart },
  places: readonly PlaceInPart[],
): Promise<(Surroundings | undefined)[]> {
  const wanted = new Set(places.flatMap((place) => around(place.rowNo)));
  const rows = groupBy(await stagedRows(database, staged, [...wanted]), (row) => row.rowNo);
  return places.map((place) => printed(staged.part, rows, place));
}

const around = (rowNo: number): number[] =>
  Array.from({ length: 2 * rowsAround + 1 }, (_, index) => rowNo - rowsAround + index).filter((row) => row > 0);

function printed(
  part: StagedPart,
  rows: ReadonlyMap<number, readonly StagedRow[]>,
  place: PlaceInPart,
): Surroundings | undefined {
  const near = around(place.rowNo).flatMap((rowNo) => rows.get(rowNo) ?? []);
  const own = near.findIndex((row) => row.rowNo === place.rowNo);
  if (own < 0) return undefined;
  const columns = columnsToShow(part.columnCount, place.column);
  const names = columns.map((column) => part.columnNames?.[column] ?? columnToLetters(column));
  const lines = near.map((row) => rowText(row, columns, row.rowNo === place.rowNo ? place.column : null));
  return { lines: [`      ${names.join(" | ")}`, ...lines], focus: own + 1 };
}

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
  return `${String(row.rowNo).padStart(5)}${row.isHidden ? "*" : " "}${cells.join(" | ")}`;
}

const shorten = (cell: string): string => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell);
