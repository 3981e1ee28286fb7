import type { Database } from "../../store/index.ts";
import { stagedRows } from "./staged-rows.ts";
import type { ShownPart } from "./surroundings.ts";

/** A row of a part as a page shows it; a cell is null where a closed contact of a phone stands. */
export interface WindowRow {
  readonly row: number;
  readonly isHidden: boolean;
  readonly cells: readonly (string | null)[];
}

/** The rows of a staged part from one number to another, both included. */
export async function windowOfPart(
  database: Database,
  staged: ShownPart,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<WindowRow[]> {
  const wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const rows = await stagedRows(database, staged, wanted);
  const closed = await staged.closedOf(wanted);
  return rows.map(({ rowNo, isHidden, cells }) => ({
    row: rowNo,
    isHidden,
    cells: cells.map((cell, column) =>
      cell !== "" && (closed.rows.has(rowNo) || closed.isNote(rowNo, column)) ? null : cell,
    ),
  }));
}
