import type { CellsExcerpt } from "../../api/answers.ts";
import { Value } from "../value/value.tsx";
import { CellText, type Cell } from "./cell.tsx";

/** Cells with column letters and row numbers, the cited one ringed, what the source hides hatched. */
export function CellGrid({ excerpt }: { readonly excerpt: CellsExcerpt }) {
  const { columns, header, rows, isPartHidden } = excerpt;
  const hides = isPartHidden || rows.some((row) => row.isHidden) || columns.some((column) => column.isHidden);
  return (
    <>
      <div className="cell-scroll" tabIndex={0} role="group" aria-label="Cells around the place">
        <table className={isPartHidden ? "cell-grid cell-hidden" : "cell-grid"}>
          <thead>
            <tr>
              <td />
              {columns.map(({ index, letters, name, isHidden }) => (
                <th key={index} scope="col" className={isHidden ? "cell-hidden" : undefined}>
                  {name === null ? letters : <Value text={name} most={40} isCell />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {header && <GridRow excerpt={excerpt} row={header} isHeader />}
            {rows.map((row) => (
              <GridRow key={row.row} excerpt={excerpt} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {hides && <p className="second">Hatched: hidden in the source.</p>}
    </>
  );
}

interface GridRowProps {
  readonly excerpt: CellsExcerpt;
  readonly row: { readonly row: number; readonly cells: readonly Cell[]; readonly isHidden?: boolean };
  readonly isHeader?: boolean;
}

function GridRow({ excerpt: { columns, focus }, row, isHeader = false }: GridRowProps) {
  const isOwn = row.row === focus.row;
  return (
    <tr className={classes({ "cell-own-row": isOwn, "cell-header": isHeader, "cell-hidden": row.isHidden })}>
      <th scope="row">{row.row}</th>
      {columns.map((column, at) => {
        const isFocus = isOwn && (focus.column === null || focus.column === column.index);
        return (
          <td
            key={column.index}
            className={classes({ "cell-ring": isFocus, "cell-hidden": column.isHidden })}
            aria-current={isFocus || undefined}
          >
            <CellText cell={row.cells[at]} isWhole={isFocus} />
          </td>
        );
      })}
    </tr>
  );
}

const classes = (names: Readonly<Record<string, boolean | undefined>>): string | undefined =>
  Object.entries(names)
    .flatMap(([name, holds]) => (holds ? [name] : []))
    .join(" ") || undefined;
