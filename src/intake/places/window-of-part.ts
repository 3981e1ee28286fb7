import type { Database } from "../../store/index.ts";
import { stagedRows } from "./staged-rows.ts";
import { passageLabel, type ShownPart } from "./surroundings.ts";

/**
 * A row of a part as a page shows it; a cell is null where a closed contact stands, and told in countries and months
 * where it is about people in flight. A passage has two cells: its
 * text, and what it is where it is no plain paragraph.
 */
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
  const told = await staged.toldOf(rows.flatMap(({ cells }) => cells));
  return rows.map((row) => {
    const { rowNo, isHidden, cells } = row;
    const shown = staged.part.isText ? [cells[0] ?? "", passageLabel(row)] : cells;
    return {
      row: rowNo,
      isHidden,
      cells: shown.map((cell, column) =>
        cell !== "" && (closed.rows.has(rowNo) || closed.isNote(rowNo, column)) ? null : (told.get(cell) ?? cell),
      ),
    };
  });
}
