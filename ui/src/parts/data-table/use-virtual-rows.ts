import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, useEffect, type RefObject } from "react";
import type { RowSource } from "./row-source.ts";

/** Pixels of the row of column heads. */
export const headHeight = 28;

interface VirtualRows {
  /** Pixels of one row. */
  readonly height: number;
  /** Pixels of all rows. */
  readonly total: number;
  /** The rows that are drawn, with their pixels from the top. */
  readonly drawn: readonly { readonly index: number; readonly top: number }[];
  readonly show: (index: number) => void;
}

interface Wanted<Row> {
  readonly source: RowSource<Row>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly focus: number;
}

/** The rows in view and some about them, and the focused one wherever it is: so the focus survives a far scroll. */
export function useVirtualRows<Row>({ source, scroller, focus }: Wanted<Row>): VirtualRows {
  const height = matchMedia("(pointer: coarse)").matches ? 36 : 28;
  const kept = Math.max(0, focus);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      if (near.includes(kept) || kept >= range.count) return near;
      return [...near, kept].toSorted((one, other) => one - other);
    },
    [kept],
  );
  const virtualizer = useVirtualizer({
    count: source.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor,
    useFlushSync: false,
  });
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => source.want(startIndex, endIndex + 1), [source, startIndex, endIndex]);
  const show = useCallback((index: number) => virtualizer.scrollToIndex(index, { align: "auto" }), [virtualizer]);
  // An address opens at its row.
  useEffect(() => {
    if (focus >= 0) show(focus);
  }, [focus, show]);
  return {
    height,
    total: virtualizer.getTotalSize(),
    drawn: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - headHeight })),
    show,
  };
}
