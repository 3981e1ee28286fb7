import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { RowSource } from "./row-source.ts";
import { tallest, TallScroll } from "./tall-scroll.ts";

/** Pixels of the row of column heads. */
export const headHeight = 28;

interface VirtualRows {
  /** Pixels of one row. */
  readonly height: number;
  /** Pixels of the element that the rows are drawn in: of all rows, or as many as an engine can scroll. */
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
  const { tall, height: tallHeight, shift, observe, goTo } = useTallScroll(source.count * height + headHeight);
  const virtualizer = useVirtualizer({
    count: source.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor,
    observeElementOffset: observe,
    useFlushSync: false,
  });
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => source.want(startIndex, endIndex + 1), [source, startIndex, endIndex]);
  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = index * height;
      const seen = element.clientHeight - headHeight;
      if (top < tall.top) goTo(element, top);
      else if (top + height > tall.top + seen) goTo(element, top + height - seen);
    },
    [scroller, tall, height, goTo],
  );
  // An address opens at its row.
  useEffect(() => {
    if (focus >= 0) show(focus);
  }, [focus, show]);
  return {
    height,
    total: tallHeight - headHeight,
    drawn: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - headHeight - shift })),
    show,
  };
}

type Tell = (top: number, isScrolling: boolean) => void;

/** The scroller's place in a list that may be taller than what an engine scrolls. */
function useTallScroll(total: number) {
  const [tall] = useState(() => new TallScroll());
  const [shift, setShift] = useState(0);
  const listener = useRef<Tell>(undefined);
  useLayoutEffect(() => {
    tall.resize(total);
    setShift(tall.shift);
  }, [tall, total]);
  const observe = useCallback(
    ({ scrollElement }: Virtualizer<HTMLDivElement, Element>, tell: Tell) => {
      if (!scrollElement) return undefined;
      listener.current = tell;
      const scrolled = () => {
        const at = tall.scrolled(scrollElement.scrollTop, scrollElement.clientHeight);
        if (at !== scrollElement.scrollTop) scrollElement.scrollTop = at;
        setShift(tall.shift);
        tell(tall.top, false);
      };
      tell(tall.top, false);
      scrollElement.addEventListener("scroll", scrolled, { passive: true });
      return () => scrollElement.removeEventListener("scroll", scrolled);
    },
    [tall],
  );
  const goTo = useCallback(
    (element: HTMLElement, top: number) => {
      element.scrollTop = tall.goTo(top);
      // In the midst of a tall list the element stays where it is, and tells nothing.
      setShift(tall.shift);
      listener.current?.(tall.top, false);
    },
    [tall],
  );
  return { tall, goTo, height: Math.min(total, tallest), shift, observe };
}
