import { useLayoutEffect, useRef } from "react";
import { KeyShown } from "../../keys/index.ts";
import { Value, wholeToText } from "../../parts/index.ts";

interface WholeCellProps {
  readonly text: string;
  /** As `B6`. */
  readonly name: string;
  readonly close: () => void;
}

/** All that stands in a cell, over what lies under it, so that nothing of the sheet moves. */
export function WholeCell({ text, name, close }: WholeCellProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) place(box.current);
    box.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={box}
      role="group"
      tabIndex={0}
      className="material-whole"
      data-key-area="cell"
      aria-label={`The whole of cell ${name}`}
      onClick={(event) => event.stopPropagation()}
    >
      <p className="material-whole-head second note">
        {name}, {wholeToText([...text].length)} characters
        <button type="button" className="button-quiet note" onClick={close}>
          Close <KeyShown keys="Escape" />
        </button>
      </p>
      <Value text={text} most={Number.POSITIVE_INFINITY} />
    </div>
  );
}

/** Downwards or upwards and to the right or left of its cell, wherever there is more room: the sheet is not scrolled. */
function place(box: HTMLElement): void {
  const cell = box.parentElement?.getBoundingClientRect();
  const sheet = box.closest('[role="grid"]')?.getBoundingClientRect();
  if (!cell || !sheet) return;
  const [below, above] = [sheet.bottom - cell.top, cell.bottom - sheet.top];
  const [right, left] = [sheet.right - cell.left, cell.right - sheet.left];
  box.dataset["up"] = String(above > below);
  box.dataset["back"] = String(left > right);
  box.style.setProperty("--height", `${Math.max(above, below)}px`);
  box.style.setProperty("--width", `${Math.max(left, right)}px`);
}
