import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState } from "react";
import { useCommands } from "../../keys/index.ts";
import { announce } from "../../parts/index.ts";
import type { Place } from "./answer.ts";

/** Pixels of a row of cells, and about so many of a passage. */
const [rowHeight, passageHeight] = [28, 60];

/** What of a part is looked at: a row from 1, a column from 0, and whether that cell is open. */
export interface Looked {
  readonly row: number;
  readonly column: number;
  readonly isOpen: boolean;
}

/** Which rows of a part are on the screen and which cell is looked at: at first the place, at rest in the middle. */
export function useRowFocus(place: Place, count: number, columnCount: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState<Looked>({ row: place.row, column: place.column ?? 0, isOpen: false });
  const { row, column, isOpen } = looked;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => (place.isText ? passageHeight : rowHeight),
    overscan: 10,
  });
  useEffect(() => {
    setLooked({ row: place.row, column: place.column ?? 0, isOpen: false });
    virtual.scrollToIndex(place.row - 1, { align: "center" });
  }, [place, virtual]);
  const goTo = (next: number) => {
    const to = Math.max(1, Math.min(count, next));
    setLooked({ row: to, column, isOpen: false });
    if (isOpen) scroller.current?.focus({ preventScroll: true });
    virtual.scrollToIndex(to - 1);
    announce(`Row ${to}`);
  };
  const goAlong = (next: number) => {
    const to = Math.max(0, Math.min(columnCount - 1, next));
    setLooked({ row, column: to, isOpen: false });
    document.querySelector(`#${cellId(row, to)}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const openCell = (): void => setLooked({ row, column, isOpen: true });
  const close = useCallback(() => {
    setLooked((before) => ({ ...before, isOpen: false }));
    scroller.current?.focus({ preventScroll: true });
  }, []);
  useCommands(
    {
      "list.next": () => goTo(row + 1),
      "list.previous": () => goTo(row - 1),
      "list.down": () => goTo(row + 1),
      "list.up": () => goTo(row - 1),
      "list.pageDown": () => goTo(row + 20),
      "list.pageUp": () => goTo(row - 20),
      "list.first": () => goTo(1),
      "list.last": () => goTo(count),
      ...(!place.isText && {
        "list.left": () => goAlong(column - 1),
        "list.right": () => goAlong(column + 1),
        "list.open": openCell,
        "list.wholeCell": openCell,
      }),
      ...(isOpen && { close }),
    },
    scroller,
  );
  return { scroller, looked, look: setLooked, close, virtual };
}

/** The id of a cell's element, by which the grid says which is looked at. */
export const cellId = (row: number, column: number): string => `cell-${row}-${column}`;
