import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { useMemo, useState, type ReactNode } from "react";

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** 0 never hides; of the others the largest goes first where the window is narrow. */
  readonly priority: number;
  /** Pixels below which it is not drawn; it grows by `grow` shares of what is left. */
  readonly least: number;
  readonly grow?: number;
  /** Aligned right, and never quoted in a CSV file. */
  readonly isNumber?: boolean;
  /** The key that the address and the server call its order by; without one it cannot be sorted. */
  readonly sort?: string;
  readonly cell: (row: Row) => ReactNode;
  /** The stored text, for copying and downloads. */
  readonly text: (row: Row) => string;
}

export interface ShownColumns<Row> {
  readonly shown: readonly Column<Row>[];
  /** Left out because the window is narrow. */
  readonly narrowedOut: readonly Column<Row>[];
  readonly isChosen: (id: string) => boolean;
  readonly toggle: (id: string) => void;
}

const features = tableFeatures({ columnVisibilityFeature });
const noRows: readonly never[] = [];

/** The columns that are chosen and fit into so many pixels. */
export function useShownColumns<Row extends object>(columns: readonly Column<Row>[], width: number): ShownColumns<Row> {
  const [columnVisibility, setVisibility] = useState<Record<string, boolean>>({});
  const defs = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return helper.columns(
      columns.map(({ id, head, text, priority }) =>
        helper.accessor(text, { id, header: head, enableHiding: priority > 0 }),
      ),
    );
  }, [columns]);
  const table = useTable({
    features,
    columns: defs,
    data: noRows,
    state: { columnVisibility },
    onColumnVisibilityChange: setVisibility,
  });
  const chosen = table.getVisibleLeafColumns().flatMap(({ id }) => columns.find((column) => column.id === id) ?? []);
  const shown = fitColumns(chosen, width);
  return {
    shown,
    narrowedOut: chosen.filter((column) => !shown.includes(column)),
    isChosen: (id) => table.getColumn(id)?.getIsVisible() ?? false,
    toggle: (id) => table.getColumn(id)?.toggleVisibility(),
  };
}

/** Leaves out columns, the largest priority first, until the rest fits. */
export function fitColumns<Row>(columns: readonly Column<Row>[], width: number): readonly Column<Row>[] {
  const needed = columns.reduce((sum, { least }) => sum + least, 0);
  const last = Math.max(...columns.map(({ priority }) => priority));
  if (needed <= width || last <= 0) return columns;
  const goes = columns.findLast(({ priority }) => priority === last);
  return fitColumns(
    columns.filter((column) => column !== goes),
    width,
  );
}

/** In a window that is too narrow even for the columns that never hide, one that does not grow has so many pixels. */
const leastOfAll = 112;

/** The columns as CSS tracks; where even the last ones do not fit, those that grow share what is left. */
export function columnTracks<Row>(columns: readonly Column<Row>[], width: number): string {
  const isCramped = columns.reduce((sum, { least }) => sum + least, 0) > width;
  const track = ({ least, grow = 0 }: Column<Row>): string => {
    if (grow > 0) return `minmax(${isCramped ? 0 : least}px, ${grow}fr)`;
    return `${isCramped ? Math.min(least, leastOfAll) : least}px`;
  };
  return columns.map(track).join(" ");
}
