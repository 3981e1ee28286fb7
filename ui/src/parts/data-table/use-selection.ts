import { useCallback, useMemo, useState } from "react";
import type { RowSource } from "./row-source.ts";

/** Rows that were chosen one by one. */
export interface Selection<Row> {
  /** In the order in which they were selected. */
  readonly rows: readonly Row[];
  readonly has: (index: number) => boolean;
  readonly toggle: (index: number) => void;
  readonly extend: (from: number, to: number) => void;
}

/** The rows that are selected, by their ids: they stay selected while the list is ordered anew. */
export function useSelection<Row>(source: RowSource<Row>, rowId: (row: Row) => string): Selection<Row> {
  const [byId, setById] = useState<ReadonlyMap<string, Row>>(new Map());
  const has = (index: number): boolean => {
    const row = byId.size > 0 ? source.rowAt(index) : undefined;
    return row !== undefined && byId.has(rowId(row));
  };
  const toggle = useCallback(
    (index: number) => {
      const row = source.rowAt(index);
      if (!row) return;
      setById((was) => {
        const next = new Map(was);
        if (!next.delete(rowId(row))) next.set(rowId(row), row);
        return next;
      });
    },
    [source, rowId],
  );
  const extend = useCallback(
    (from: number, to: number) => {
      const rows = [source.rowAt(from), source.rowAt(to)].filter((row) => row !== undefined);
      setById((was) => new Map([...was, ...rows.map((row) => [rowId(row), row] as const)]));
    },
    [source, rowId],
  );
  const rows = useMemo(() => [...byId.values()], [byId]);
  return { rows, has, toggle, extend };
}
