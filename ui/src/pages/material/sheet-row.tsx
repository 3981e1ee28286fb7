import { memo } from "react";
import { columnLetters, Value } from "../../parts/index.ts";
import type { MaterialRow } from "./answer.ts";

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

interface SheetRowProps {
  /** Several of one number where a card has several lines; undefined while they load. */
  readonly rows: readonly MaterialRow[] | undefined;
  readonly no: number;
  readonly top: number;
  readonly columnCount: number;
  /** The cell that is ringed; null: the whole row. */
  readonly column: number | null;
  readonly hiddenColumns: readonly number[];
  readonly isFocused: boolean;
  readonly onPress: (row: number) => void;
}

/** One row of a sheet. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { rows, no, top, columnCount, column, hiddenColumns, isFocused, onPress } = props;
  const [row] = rows ?? [];
  return (
    <div
      role="row"
      aria-rowindex={no + 1}
      aria-selected={isFocused}
      className={row?.isHidden ? "material-row material-hidden" : "material-row"}
      style={{ "--top": `${top}px` }}
      onClick={() => onPress(no)}
    >
      <span role="rowheader" aria-colindex={1} className="material-no">
        {no}
      </span>
      {Array.from({ length: columnCount }, (_, index) => (
        <span
          role="gridcell"
          key={index}
          aria-colindex={index + 2}
          data-ringed={index === column || undefined}
          className={hiddenColumns.includes(index) ? "material-hidden" : undefined}
        >
          {rows === undefined ? "" : <Cell text={cellOf(rows, index)} />}
        </span>
      ))}
    </div>
  );
});

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
