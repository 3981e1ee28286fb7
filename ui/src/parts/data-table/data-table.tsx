import { useCallback, useRef, type MouseEvent } from "react";
import { columnTracks, useShownColumns, type Column } from "./column.ts";
import { copyRows, downloadOf } from "./row-files.ts";
import type { RowSource } from "./row-source.ts";
import { TableFoot } from "./table-foot.tsx";
import { TableHead } from "./table-head.tsx";
import { TableRow } from "./table-row.tsx";
import { useRowFocus } from "./use-row-focus.ts";
import { useSelection } from "./use-selection.ts";
import { useTableCommands } from "./use-table-commands.ts";
import { useWidth } from "./use-width.ts";
import { headHeight, useVirtualRows } from "./use-virtual-rows.ts";
import "./data-table.css";

interface DataTableProps<Row extends object> {
  /** What the list holds, for screen readers. */
  readonly label: string;
  readonly source: RowSource<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  /** The index of the focused row; -1: none yet. The focused row and the drawer are the same thing. */
  readonly focus: number;
  readonly onFocus: (index: number) => void;
  /** Enter, or a click. */
  readonly onOpen?: (index: number, isByKey: boolean) => void;
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
  /** The name of the file that the list downloads as; without it there is no download. */
  readonly csvName?: string;
  /** Older rows while newer ones load. */
  readonly isDimmed?: boolean;
}

/**
 * A list of any length: rows are drawn as they come near, the focused one stays. j and k move, x selects, c copies,
 * s sorts, v chooses columns.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, source, columns, rowId, focus, onFocus, onOpen, sort, onSort, csvName, isDimmed = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const choice = useShownColumns(columns, width);
  const rows = useVirtualRows({ source, scroller, focus });
  const selection = useSelection(source, rowId);
  const moveTo = useRowFocus({ scroller, count: source.count, focus, show: rows.show, onFocus });
  const text = { source, columns, shown: choice.shown, csvName };
  const download = downloadOf(text);
  const focused = source.rowAt(Math.max(0, focus));
  const copy = () => copyRows(text, selection.rows.length > 0 || !focused ? selection.rows : [focused]);
  const work = { scroller, focus, selection, moveTo, copy, count: source.count, rowHeight: rows.height };
  useTableCommands({
    ...work,
    download,
    open: onOpen && ((index: number) => onOpen(index, true)),
    isSorted: onSort !== undefined,
  });
  const press = usePress(moveTo, selection.toggle, onOpen);
  return (
    <div className="data-table">
      <div
        ref={scroller}
        className={isDimmed ? "table-scroll table-dimmed" : "table-scroll"}
        role="grid"
        aria-label={label}
        aria-rowcount={source.count + 1}
        aria-colcount={choice.shown.length}
        aria-multiselectable="true"
        aria-busy={isDimmed || undefined}
        data-key-area="grid"
        style={sizes(columnTracks(choice.shown, width), rows.height)}
      >
        <TableHead columns={choice.shown} sort={sort} onSort={onSort} />
        <div role="rowgroup" className="table-body" style={{ "--total": `${rows.total}px` }}>
          {rows.drawn.map(({ index, top }) => (
            <TableRow
              key={index}
              row={source.rowAt(index)}
              index={index}
              top={top}
              columns={choice.shown}
              isFocused={index === Math.max(0, focus)}
              isSelected={selection.has(index)}
              onPress={press}
            />
          ))}
        </div>
      </div>
      <TableFoot
        columns={columns}
        choice={choice}
        selectedCount={selection.rows.length}
        copy={copy}
        download={download}
      />
    </div>
  );
}

const sizes = (tracks: string, rowHeight: number) => ({
  "--columns": tracks,
  "--head": `${headHeight}px`,
  "--height": `${rowHeight}px`,
});

/** A click goes to the row and opens it; with Ctrl it selects. A link or button within is its own. */
const usePress = (
  moveTo: (index: number) => void,
  toggle: (index: number) => void,
  open: ((index: number, isByKey: boolean) => void) | undefined,
) =>
  useCallback(
    (index: number, event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a, button")) return;
      moveTo(index);
      if (event.ctrlKey || event.metaKey) toggle(index);
      else open?.(index, false);
    },
    [moveTo, toggle, open],
  );
