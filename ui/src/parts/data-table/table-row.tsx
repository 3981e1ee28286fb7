import { memo, type MouseEvent } from "react";
import type { Column } from "./column.ts";

interface TableRowProps<Row> {
  readonly row: Row | undefined;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly columns: readonly Column<Row>[];
  readonly isFocused: boolean;
  readonly isSelected: boolean;
  readonly onPress: (index: number, event: MouseEvent) => void;
}

function TableRowOf<Row>(props: TableRowProps<Row>) {
  const { row, index, top, columns, isFocused, isSelected, onPress } = props;
  return (
    <div
      role="row"
      className={isFocused ? "table-row table-row-focused" : "table-row"}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      data-index={index}
      tabIndex={isFocused ? 0 : -1}
      style={{ "--top": `${top}px` }}
      onClick={(event) => onPress(index, event)}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={at + 1}
          className={column.isNumber ? "table-cell table-number" : "table-cell"}
        >
          {row === undefined ? <span className="table-waiting" /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** One row; drawn again only when something of it changes. */
export const TableRow = memo(TableRowOf) as typeof TableRowOf;
