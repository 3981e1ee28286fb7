import { useCallback, useEffect, useRef, type RefObject } from "react";

interface FocusedRow {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly focus: number;
  readonly show: (index: number) => void;
  readonly onFocus: (index: number) => void;
}

/** Moves the focus to a row of the list, wherever it is; past an end it stays there. */
export function useRowFocus({ scroller, count, focus, show, onFocus }: FocusedRow): (index: number) => void {
  const isMoving = useRef(false);
  // After the commit, so that the row exists; not in a frame, in which a further key may already have come.
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${focus}"]`)?.focus({ preventScroll: true });
  });
  return useCallback(
    (index: number) => {
      if (count === 0) return;
      const next = Math.max(0, Math.min(count - 1, index));
      isMoving.current = true;
      show(next);
      onFocus(next);
    },
    [count, show, onFocus],
  );
}
