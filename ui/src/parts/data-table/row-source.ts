import { useCallback, useEffect, useMemo, useRef, useState } from "react";

/** Rows of a list, all here or read window by window. */
export interface RowSource<Row> {
  readonly count: number;
  /** The row at an index from 0; undefined while its window is being read. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Tells which rows are about to be seen. */
  readonly want: (from: number, to: number) => void;
  /** Every row, for a download. */
  readonly all: () => Promise<readonly Row[]>;
}

/** Rows that are all here. */
export const useRows = <Row>(rows: readonly Row[]): RowSource<Row> =>
  useMemo(
    () => ({
      count: rows.length,
      rowAt: (index) => rows[index],
      want: () => undefined,
      all: () => Promise.resolve(rows),
    }),
    [rows],
  );

interface Windows<Row> {
  /** The frozen view; another one begins with empty windows. */
  readonly viewId: string;
  readonly count: number;
  /** The rows that came with the view. */
  readonly first: readonly Row[];
  readonly read: (from: number, to: number, signal: AbortSignal) => Promise<readonly Row[]>;
  /** Told of a window that could not be read. */
  readonly failed?: (error: unknown) => void;
}

/** More than two screens of rows, and few enough to be there before a frame has passed. */
const windowRows = 100;

/** So many rows come at once where all of them are wanted. */
const mostRows = 1000;

/** Rows of a frozen view, read by windows of 100 as they come near. */
export function useWindows<Row>({ viewId, count, first, read, failed }: Windows<Row>): RowSource<Row> {
  const windows = useMemo(() => new RowWindows<Row>(first), [viewId]); // oxlint-disable-line react-hooks/exhaustive-deps
  const [version, setVersion] = useState(0);
  const reader = useRef(read);
  useEffect(() => {
    reader.current = read;
  });
  useEffect(() => {
    windows.start();
    return () => windows.stop();
  }, [windows]);
  const want = useCallback(
    (from: number, to: number) => {
      for (const start of windows.missing(from, Math.min(to, count)))
        void windows.read(start, Math.min(start + windowRows, count), reader.current).then(
          () => setVersion((each) => each + 1),
          (error: unknown) => windows.isStopped() || failed?.(error),
        );
    },
    [windows, count, failed],
  );
  return useMemo(
    () => ({
      count,
      rowAt: (index) => windows.rowAt(index),
      want,
      all: async () => {
        const rows: Row[] = [];
        for (let start = 0; start < count; start += mostRows)
          rows.push(...(await reader.current(start, Math.min(start + mostRows, count), windows.signal)));
        return rows;
      },
      version,
    }),
    [windows, count, want, version],
  );
}

/** Windows that were read, or are being read. */
class RowWindows<Row> {
  private readonly rows = new Map<number, readonly Row[]>();
  private readonly reading = new Map<number, Promise<void>>();
  private stopper = new AbortController();

  constructor(first: readonly Row[]) {
    for (let start = 0; start < first.length; start += windowRows)
      this.rows.set(start, first.slice(start, start + windowRows));
  }

  get signal(): AbortSignal {
    return this.stopper.signal;
  }

  rowAt(index: number): Row | undefined {
    const start = index - (index % windowRows);
    return this.rows.get(start)?.[index - start];
  }

  missing(from: number, to: number): number[] {
    const first = Math.max(0, from - (from % windowRows));
    return Array.from(
      { length: Math.max(0, Math.ceil((to - first) / windowRows)) },
      (_, index) => first + index * windowRows,
    ).filter((start) => !this.rows.has(start) && !this.reading.has(start));
  }

  async read(from: number, to: number, read: Windows<Row>["read"]): Promise<void> {
    if (this.rows.has(from)) return;
    const begun = this.reading.get(from) ?? this.begin(from, to, read);
    this.reading.set(from, begun);
    return begun;
  }

  start(): void {
    if (this.isStopped()) this.stopper = new AbortController();
  }

  isStopped(): boolean {
    return this.stopper.signal.aborted;
  }

  stop(): void {
    this.stopper.abort();
  }

  private async begin(from: number, to: number, read: Windows<Row>["read"]): Promise<void> {
    try {
      this.rows.set(from, await read(from, to, this.stopper.signal));
    } finally {
      this.reading.delete(from);
    }
  }
}
