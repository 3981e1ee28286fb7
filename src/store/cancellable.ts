import type { Database } from "./database.ts";

/** So often the engine is asked to let go of what it is running. */
const askAgainMs = 25;

/**
 * A database whose queries throw the signal's reason from the moment it fires; the one that runs then is interrupted. `end`
 * is called when the work has ended, whatever came of it. A transaction that is open is rolled back by its own work.
 */
export function cancellable(database: Database, signal: AbortSignal): { readonly database: Database; end(): void } {
  let asking: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    database.interrupt();
    asking = setInterval(() => database.interrupt(), askAgainMs);
  };
  signal.addEventListener("abort", interrupt, { once: true });
  const end = (): void => {
    clearInterval(asking);
    signal.removeEventListener("abort", interrupt);
  };
  return { database: guarded(database, signal), end };
}

const guarded = (database: Database, signal: AbortSignal): Database => ({
  ...database,
  run: async (query) => {
    signal.throwIfAborted();
    return database.run(query);
  },
  rows: async (query, shape) => {
    signal.throwIfAborted();
    return database.rows(query, shape);
  },
  row: async (query, shape) => {
    signal.throwIfAborted();
    return database.row(query, shape);
  },
  async *chunks(query, shape) {
    for await (const chunk of database.chunks(query, shape)) {
      signal.throwIfAborted();
      yield chunk;
    }
  },
  append: async (table, columns) => {
    signal.throwIfAborted();
    return database.append(table, columns);
  },
  temporary: async (name, columns) => {
    signal.throwIfAborted();
    return database.temporary(name, columns);
  },
});
