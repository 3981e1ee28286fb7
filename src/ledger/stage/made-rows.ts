import { assert } from "../../base/index.ts";
import { derivedTables, type DerivedTable } from "../../model/index.ts";
import type { Database, TableName } from "../../store/index.ts";
import type { Rows } from "./columns-of.ts";

/** The rows of the ledger's tables on their way, each in a temporary table. */
export interface MadeRows {
  table(name: DerivedTable): TableName;
  /** Keeps rows until there are enough to be written. */
  add(name: DerivedTable, rows: Rows): Promise<void>;
  /** The same for several tables. */
  addAll(rows: Partial<Readonly<Record<DerivedTable, Rows>>>): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
}

/** The engine takes rows in lists of about so many; one document at a time costs it more than reading the document. */
const rowsAtOnce = 2048;

/** Makes an empty temporary table for each of the tables. */
export async function makeRows(database: Database, names: readonly DerivedTable[]): Promise<MadeRows> {
  const tables = new Map<DerivedTable, TableName>();
  for (const name of names) tables.set(name, await database.temporary(`ledger_${name}`, derivedTables[name]));
  const table = (name: DerivedTable): TableName => {
    const found = tables.get(name);
    assert(found !== undefined, `the ledger makes no table ${name}`);
    return found;
  };
  const waiting = new Map<DerivedTable, Rows>();
  const put = async (name: DerivedTable, rows: Rows): Promise<void> => {
    waiting.delete(name);
    await database.append(table(name), rows);
  };
  const add: MadeRows["add"] = async (name, rows) => {
    if (Object.keys(rows).length === 0) return;
    const held = waiting.get(name) ?? {};
    for (const [column, values] of Object.entries(rows)) {
      const all = (held[column] ??= []);
      for (const value of values) all.push(value);
    }
    waiting.set(name, held);
    if ((Object.values(held)[0]?.length ?? 0) >= rowsAtOnce) await put(name, held);
  };
  return {
    table,
    add,
    addAll: async (rows) => {
      for (const [name, own] of Object.entries(rows)) await add(name as DerivedTable, own);
    },
    flush: async () => {
      for (const [name, rows] of waiting) await put(name, rows);
    },
  };
}
