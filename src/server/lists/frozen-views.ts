import { randomBytes } from "node:crypto";
import { lazy, Refusal } from "../../base/index.ts";
import { views } from "../../casefile/index.ts";
import { HttpRefusal } from "../http-refusal.ts";
import { ListTables, type ListOf } from "./list-tables.ts";

/** A list as somebody asked for it. */
export interface Asked extends ListOf {
  readonly filter: string;
  readonly sort: string | undefined;
}

/** A list whose rows and order stay as they were when it was asked for. */
export interface FrozenView {
  readonly id: string;
  readonly asked: Asked;
  readonly table: views.ListTable;
  readonly read: views.ReadFilter;
  readonly count: number;
  readonly edition: string;
  readonly heldAt: Date;
  /** The numbers of its rows in its order; asked for the first time, they are sought. */
  numbers(): Promise<Uint32Array>;
  /** How many rows the same terms would find that it does not hold; undefined: the case has not changed, or it is not known yet. */
  newer: { readonly edition: string; readonly rows: number } | undefined;
}

/** At most so many views are kept, and so many bytes of row numbers; the one that was looked at longest ago goes first. */
const limits = { views: 64, bytes: 64 * 1024 * 1024 };
const bytesPerRow = 4;

/** So long after its answer a view's order is sought, unless it was asked for before: who types makes views that nobody scrolls. */
const restMs = 200;

/** So many rows, read from all over a view, touch what a window of it stands on. */
const rowsRead = 200;

/** Keeps the views that were asked for: each an order of row numbers, 4 bytes a row. */
export class FrozenViews {
  private readonly kept = new Map<string, FrozenView>();
  private resting: NodeJS.Timeout | undefined;
  private seeking: Promise<unknown> = Promise.resolve();

  readonly tables: ListTables;
  private readonly clock: () => Date;

  constructor(tables: ListTables, clock: () => Date) {
    this.tables = tables;
    this.clock = clock;
  }

  /** Reads a filter and freezes what it finds; without a view where a term was not understood. */
  async freeze(asked: Asked): Promise<{
    readonly read: views.ReadFilter;
    readonly view: FrozenView | undefined;
    readonly table: views.ListTable;
  }> {
    const { edition, table } = await this.hold(asked);
    const read = views.readFilter(asked.filter, table);
    const order = views.orderOf(asked.name, asked.sort);
    if (!order.ok || read.faultyTerms.length > 0) {
      await this.tables.release(table);
      if (!order.ok) throw new Refusal(order.fault);
      return { read, view: undefined, table };
    }
    const count = await views.countRows(table, read.chips);
    const numbers = lazy(() => views.rowNumbers(table, { chips: read.chips, order: order.value, count }));
    const id = randomBytes(9).toString("base64url");
    const view: FrozenView = {
      id,
      asked,
      table,
      read,
      count,
      edition,
      numbers,
      heldAt: this.clock(),
      newer: undefined,
    };
    this.kept.set(id, view);
    await this.forgetOldest();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => (this.seeking = this.prepare(view).catch(() => undefined)), restMs).unref();
    return { read, view, table };
  }

  /** Seeks no order any more, and returns when none is sought. */
  async end(): Promise<void> {
    clearTimeout(this.resting);
    await this.seeking;
  }

  /** The view of an id; refuses one that is not kept any more. */
  view(id: string): FrozenView {
    const view = this.kept.get(id);
    if (!view)
      throw new HttpRefusal(410, `the view "${id}" is not kept any more; ask for the list again (POST /api/views)`);
    this.kept.delete(id);
    this.kept.set(id, view);
    return view;
  }

  /** The numbers of a view's rows from one position to another, the last left out. */
  async slice(view: FrozenView, from: number, to: number): Promise<number[]> {
    return [...(await view.numbers()).subarray(from, to)];
  }

  /** Seeks a view's order, and reads rows from all over it once: what they stand on is in memory for whoever scrolls there. */
  private async prepare({ table, count, numbers }: FrozenView): Promise<void> {
    const order = await numbers();
    const step = Math.max(1, Math.floor(count / rowsRead));
    await views.rowsAt(table, Array.from(order.filter((_, position) => position % step === 0)));
  }

  /** What the runs since have changed under a view's own filter; sought in the background, told when it is known. */
  newer(view: FrozenView): FrozenView["newer"] {
    if (view.edition === this.tables.current) return undefined;
    if (view.newer?.edition !== this.tables.current) void this.seekNewer(view).catch(() => undefined);
    return view.newer;
  }

  /** The case was run: lists that are asked for from now on are of the tables as they are. */
  async renew(): Promise<void> {
    await this.tables.renew();
    for (const view of this.kept.values()) this.newer(view);
  }

  private async hold(asked: ListOf): Promise<{ readonly edition: string; readonly table: views.ListTable }> {
    const edition = this.tables.current;
    return { edition, table: await this.tables.hold(asked) };
  }

  private async seekNewer(view: FrozenView): Promise<void> {
    const { edition, table } = await this.hold(view.asked);
    const now = views.readFilter(view.asked.filter, table);
    // A value that the filter names may be gone from the list: then nothing new is under it.
    const rows =
      now.faultyTerms.length > 0
        ? 0
        : await views.countNewer({ table: view.table, chips: view.read.chips }, { table, chips: now.chips });
    view.newer = { edition, rows };
    await this.tables.release(table);
  }

  private async forgetOldest(): Promise<void> {
    const bytes = (): number => [...this.kept.values()].reduce((sum, { count }) => sum + count * bytesPerRow, 0);
    for (const [id, view] of this.kept) {
      if (this.kept.size <= 1 || (this.kept.size <= limits.views && bytes() <= limits.bytes)) return;
      this.kept.delete(id);
      await this.tables.release(view.table);
    }
  }
}
