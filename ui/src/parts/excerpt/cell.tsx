import type { CellsExcerpt } from "../../api/answers.ts";
import { Value } from "../value/value.tsx";

export type Cell = CellsExcerpt["rows"][number]["cells"][number];

/** The text of one cell; what is left out of it is counted, what is closed says so. */
export function CellText({ cell, isWhole }: { readonly cell: Cell | undefined; readonly isWhole: boolean }) {
  if (!cell) return null;
  if (cell.isClosed) return <span className="second">(closed)</span>;
  return (
    <>
      <Value text={cell.text} most={isWhole ? 400 : 60} isCell={!isWhole} />
      {cell.more > 0 && <span className="second"> {cell.more.toLocaleString("en")} more</span>}
    </>
  );
}
