import type { RefObject } from "react";
import { useCommands } from "../../keys/index.ts";
import type { Selection } from "./use-selection.ts";

interface TableWork<Row> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly focus: number;
  readonly rowHeight: number;
  readonly selection: Selection<Row>;
  readonly moveTo: (index: number) => void;
  readonly copy: () => void;
  readonly download: (() => void) | undefined;
  readonly open: ((index: number) => void) | undefined;
  readonly isSorted: boolean;
}

/** What the keys of lists do in this one. */
export function useTableCommands<Row>(table: TableWork<Row>): void {
  const { scroller, count, focus, selection, moveTo, download, open } = table;
  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / table.rowHeight) - 2);
  const extend = (step: number) => {
    selection.extend(focus, focus + step);
    moveTo(focus + step);
  };
  useCommands(
    {
      "list.next": () => moveTo(focus + 1),
      "list.previous": () => moveTo(focus - 1),
      "list.down": () => moveTo(focus + 1),
      "list.up": () => moveTo(focus - 1),
      "list.pageDown": () => moveTo(focus + page()),
      "list.pageUp": () => moveTo(focus - page()),
      "list.first": () => moveTo(0),
      "list.last": () => moveTo(count - 1),
      "list.select": () => selection.toggle(Math.max(0, focus)),
      "list.extendDown": () => extend(1),
      "list.extendUp": () => extend(-1),
      "list.copy": table.copy,
      ...(download && { "list.csv": download }),
      ...(open && { "list.open": () => open(Math.max(0, focus)) }),
      ...(table.isSorted && {
        "list.sort": () => scroller.current?.querySelector<HTMLElement>(".table-sort")?.focus(),
      }),
    },
    scroller,
  );
}
