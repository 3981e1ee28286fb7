import { memo } from "react";
import { columnLetters, Value } from "../../parts/index.ts";
import type { MaterialRow } from "./answer.ts";
import { cellId, type Looked } from "./use-row-focus.ts";
import { WholeCell } from "./whole-cell.tsx";

interface SheetHeadProps {
  readonly columnCount: number;
  /** Names of the columns, where the part has them. */
  readonly names: readonly string[] | null;
  readonly hidden: readonly number[];
}

/** The letters of the columns, and their names in a database. */
export function SheetHead({ columnCount, names, hidden }: SheetHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className="material-row material-letters">
      <span role="columnheader" aria-colindex={1}>
        Row
      </span>
      {Array.from({ length: columnCount }, (_, column) => (
        <span
          role="columnheader"
          key={column}
          aria-colindex={column + 2}
          className={hidden.includes(column) ? "material-hidden" : undefined}
        >
          {columnLetters(column)}
          {names?.[column] !== undefined && (
            <>
              {" "}
              <Value text={names[column] ?? ""} isCell />
            </>
          )}
          {hidden.includes(column) && <span className="second"> hidden in the source</span>}
        </span>
      ))}
    </div>
  );
}

export interface SheetRowProps {
  /** Several of one number where a card has several lines; undefined while they load. */
  readonly rows: readonly MaterialRow[] | undefined;
  readonly no: number;
  readonly top: number;
  readonly columnCount: number;
  /** The cell that is ringed; null: the whole row. */
  readonly column: number | null;
  readonly hiddenColumns: readonly number[];
  readonly isFocused: boolean;
  /** Which of its cells is looked at; null: another row is. */
  readonly looked: Looked | null;
  readonly look: (looked: Looked) => void;
  /** Closes the cell that is open. */
  readonly close: () => void;
}

/** One row of a sheet. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { rows, no, top, columnCount, column, hiddenColumns, isFocused, looked, look, close } = props;
  const [row] = rows ?? [];
  return (
    <div
      role="row"
      aria-rowindex={no + 1}
      aria-selected={isFocused}
      className={row?.isHidden ? "material-row material-hidden" : "material-row"}
      data-open={looked?.isOpen || undefined}
      style={{ "--top": `${top}px` }}
    >
      <span
        role="rowheader"
        aria-colindex={1}
        className="material-no"
        onClick={() => look({ row: no, column: looked?.column ?? 0, isOpen: false })}
      >
        {no}
      </span>
      {Array.from({ length: columnCount }, (_, index) => (
        <SheetCell
          key={index}
          text={rows && cellOf(rows, index)}
          at={{ row: no, column: index }}
          isRinged={index === column}
          isHidden={hiddenColumns.includes(index)}
          looked={looked?.column === index ? looked : null}
          look={look}
          close={close}
        />
      ))}
    </div>
  );
});

interface SheetCellProps {
  /** Null: not shown; undefined: not there yet. */
  readonly text: string | null | undefined;
  readonly at: Pick<Looked, "row" | "column">;
  readonly isRinged: boolean;
  readonly isHidden: boolean;
  readonly looked: Looked | null;
  readonly look: (looked: Looked) => void;
  readonly close: () => void;
}

/** One cell; where its text is cut, a press opens the whole of it. */
function SheetCell({ text, at, isRinged, isHidden, looked, look, close }: SheetCellProps) {
  const hasMore = text !== undefined && text !== null && text !== "";
  const isOpen = hasMore && looked?.isOpen === true;
  return (
    <span
      role="gridcell"
      id={cellId(at.row, at.column)}
      aria-colindex={at.column + 2}
      aria-expanded={isOpen || undefined}
      data-ringed={isRinged || undefined}
      data-looked={looked !== null || undefined}
      className={isHidden ? "material-hidden" : undefined}
      onClick={({ currentTarget }) => look({ ...at, isOpen: hasMore && isCut(currentTarget, text) })}
    >
      {text !== undefined && <Cell text={text} />}
      {isOpen && <WholeCell text={text} name={`${columnLetters(at.column)}${at.row}`} close={close} />}
    </span>
  );
}

/** Letters beyond those that a cell is drawn with at most. */
const mostDrawn = 200;

const isCut = ({ scrollWidth, clientWidth }: HTMLElement, text: string): boolean =>
  scrollWidth > clientWidth || text.length > mostDrawn;

const Cell = ({ text }: { readonly text: string | null }) =>
  text === null ? (
    <span className="second">a contact of a phone or mailbox, closed</span>
  ) : (
    <Value text={text} isCell />
  );

/** What stands in a cell; the lines of a card under one number follow each other. */
function cellOf(rows: readonly MaterialRow[], column: number): string | null {
  const cells = rows.map(({ cells }) => (column < cells.length ? cells[column] : ""));
  if (cells.some((cell) => cell === null)) return null;
  return cells.filter((cell) => cell !== "" && cell !== undefined).join(" ");
}
