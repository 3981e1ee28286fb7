import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { useCommands } from "../../keys/index.ts";
import { announce } from "../../parts/index.ts";
import type { Place } from "./answer.ts";

/** Pixels of a row of cells, and about so many of a passage. */
const [rowHeight, passageHeight] = [28, 60];

/** Which rows of a part are on the screen and which is looked at: at first the place, at rest in the middle. */
export function useRowFocus(place: Place, count: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [row, setRow] = useState(place.row);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => (place.isText ? passageHeight : rowHeight),
    overscan: 10,
  });
  useEffect(() => {
    setRow(place.row);
    virtual.scrollToIndex(place.row - 1, { align: "center" });
  }, [place, virtual]);
  const goTo = (next: number) => {
    const to = Math.max(1, Math.min(count, next));
    setRow(to);
    virtual.scrollToIndex(to - 1);
    announce(`Row ${to}`);
  };
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
    },
    scroller,
  );
  return { scroller, row, setRow, virtual };
}
