import { Value } from "../../parts/index.ts";
import type { MaterialRow } from "./answer.ts";
import type { Looked } from "./use-row-focus.ts";

export interface PassageProps {
  readonly rows: readonly MaterialRow[] | undefined;
  readonly no: number;
  readonly top: number;
  readonly isFocused: boolean;
  /** Told each passage's element: they differ in height. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly look: (looked: Looked) => void;
}

/** A passage of a document, with what it is where it is no plain paragraph. */
export function Passage({ rows, no, top, isFocused, measure, look }: PassageProps) {
  const [row] = rows ?? [];
  const [text, label] = row?.cells ?? [];
  return (
    <div
      ref={measure}
      role="row"
      data-index={no - 1}
      aria-rowindex={no + 1}
      aria-selected={isFocused}
      className={row?.isHidden ? "material-passage material-hidden" : "material-passage"}
      style={{ "--top": `${top}px` }}
      onClick={() => look({ row: no, column: 0, isOpen: false })}
    >
      <span role="rowheader" aria-colindex={1} className="material-no">
        {no}
      </span>
      <span role="gridcell" aria-colindex={2} data-label={label || undefined}>
        {label && <span className="second note">{label} </span>}
        {text === null ? (
          <span className="second">a contact of a phone or mailbox, closed</span>
        ) : (
          <Value text={text ?? ""} most={4000} />
        )}
      </span>
    </div>
  );
}
