import type { DuckDBConnection, DuckDBDataChunk, DuckDBType, DuckDBTypeId, DuckDBValue } from "@duckdb/node-api";
import { assert, at } from "../base/index.ts";
import { engine } from "./engine.ts";
import { openScratch, type Scratch } from "./scratch.ts";
import { readRows, type Row, type Shape } from "./shape.ts";
import { rawSql, sql, sqlText, tableName, type Sql, type SqlValue, type TableName } from "./sql.ts";

/** Columns of equal length, by name; a column is read once, from its first value to its last. */
export type Columns = Readonly<Record<string, ArrayLike<SqlValue>>>;

/** One connection to the case file: queries in, typed rows out. */
export interface Database {
  /** Runs a query for its effect; the number of rows it changed. */
  run(query: Sql): Promise<number>;
  /** All rows of a query, read under a shape. For results that fit in memory. */
  rows<Columns extends Shape>(query: Sql, shape: Columns): Promise<Row<Columns>[]>;
  /** The only row of a query. */
  row<Columns extends Shape>(query: Sql, shape: Columns): Promise<Row<Columns>>;
  /** The rows of a query in chunks of 2,048, for results of any size. */
  chunks<Columns extends Shape>(query: Sql, shape: Columns): AsyncGenerator<Row<Columns>[]>;
  /** The values of a query's only column, in chunks, without an object for each row: for a million of them. */
  column<Value>(query: Sql, read: (value: unknown) => Value): AsyncGenerator<Value[]>;
  /** Appends columns to a table; names must be all the table's columns, in their order. Returns the rows added. */
  append(table: TableName, columns: Columns): Promise<number>;
  /** Makes an empty temporary table (replacing one of that name) with columns as DuckDB declares them. */
  temporary(name: string, columns: string): Promise<TableName>;
  /** Begins a list of texts on disk, where the engine spills; whoever asks for it closes it. */
  scratch(): Scratch;
  /** Runs work in one transaction: committed when it ends, rolled back when it throws. Transactions do not nest. */
  transaction<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Asks the engine to stop what it is running. */
  interrupt(): void;
}

/** Hears of each query its text, how long it took and the processor time of the whole process meanwhile, milliseconds. */
export type OnQuery = (text: string, ms: number, cpuMs: number) => void;

/** Wraps an engine connection; `spillDir`: the folder of what is on disk for a while. */
export function makeDatabase(connection: DuckDBConnection, spillDir: string, onQuery?: OnQuery): Database {
  const execute = async (query: Sql) => {
    const text = sqlText(query);
    const started = performance.now();
    const cpu = process.cpuUsage();
    try {
      return await connection.run(text, query.values.map(toEngine), query.values.map(engineType));
    } catch (cause) {
      throw new Error(`The engine refused a query: ${firstLine(cause)}\n${text.slice(0, 2000)}`, { cause });
    } finally {
      const { user, system } = process.cpuUsage(cpu);
      onQuery?.(text, performance.now() - started, (user + system) / 1000);
    }
  };
  async function* chunks<Columns extends Shape>(query: Sql, shape: Columns) {
    const result = await execute(query);
    const positions = new Map(result.deduplicatedColumnNames().map((name, position) => [name, position]));
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const { rowCount } = chunk;
      const valuesOf = (name: string): unknown[] => chunkColumn(chunk, positions.get(name));
      yield readRows(shape, rowCount, valuesOf);
    }
  }
  async function* column<Value>(query: Sql, read: (value: unknown) => Value) {
    const result = await execute(query);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
      yield chunk.getColumnValues(0).map((value) => read(toPlain(value)));
  }
  const rows = async <Columns extends Shape>(query: Sql, shape: Columns): Promise<Row<Columns>[]> => {
    const all: Row<Columns>[] = [];
    for await (const chunk of chunks(query, shape)) for (const row of chunk) all.push(row);
    return all;
  };
  return {
    run: async (query) => (await execute(query)).rowsChanged,
    rows,
    row: async (query, shape) => {
      const all = await rows(query, shape);
      assert(all.length === 1, `one row, not ${all.length}, from ${sqlText(query).slice(0, 500)}`);
      return at(all, 0);
    },
    chunks,
    column,
    append: async (table, columns) => appendColumns(connection, table, columns),
    temporary: async (name, columns) => {
      const table = tableName("temp", name);
      await execute(sql`create or replace temporary table ${{ identifier: name }} (${rawSql(columns)})`);
      return table;
    },
    scratch: () => openScratch(spillDir),
    transaction: makeTransaction(connection),
    interrupt: () => connection.interrupt(),
  };
}

function makeTransaction(connection: DuckDBConnection): Database["transaction"] {
  let isInTransaction = false;
  return async (work) => {
    assert(!isInTransaction, "transactions do not nest");
    isInTransaction = true;
    try {
      await connection.run("begin transaction");
      const value = await work();
      await connection.run("commit");
      return value;
    } catch (cause) {
      await connection.run("rollback").catch(() => undefined);
      throw cause;
    } finally {
      isInTransaction = false;
    }
  };
}

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";

/** The type a value is bound as, where the engine would guess wrong: it takes every number for a double. */
function engineType(value: SqlValue): DuckDBType {
  const { BIGINT, BLOB, BOOLEAN, DOUBLE, HUGEINT, INTEGER, LIST, SQLNULL, VARCHAR } = engine();
  if (value === null) return SQLNULL;
  if (value instanceof Uint8Array) return BLOB;
  if (typeof value === "string") return VARCHAR;
  if (typeof value === "boolean") return BOOLEAN;
  if (typeof value === "bigint") return HUGEINT;
  if (typeof value === "number")
    return Number.isInteger(value) ? (Math.abs(value) < 2 ** 31 ? INTEGER : BIGINT) : DOUBLE;
  return LIST(value.every((item) => typeof item === "string") ? VARCHAR : BIGINT);
}

function toEngine(value: SqlValue): DuckDBValue {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) >= 2 ** 31 ? BigInt(value) : value;
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Uint8Array) return engine().blobValue(value);
  return engine().listValue(value.map((item) => (typeof item === "number" ? BigInt(item) : item)));
}

/** A chunk's column as plain values: lists as arrays, structs as objects, blobs as bytes, dates and times as ISO text. */
function chunkColumn(chunk: DuckDBDataChunk, index: number | undefined): unknown[] {
  return index === undefined ? [] : chunk.getColumnValues(index).map(toPlain);
}

function toPlain(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if ("bytes" in value && value.bytes instanceof Uint8Array) return value.bytes;
  if ("items" in value && Array.isArray(value.items)) return value.items.map(toPlain);
  if (
    "entries" in value &&
    value.entries !== null &&
    typeof value.entries === "object" &&
    !Array.isArray(value.entries)
  ) {
    return Object.fromEntries(Object.entries(value.entries).map(([name, entry]) => [name, toPlain(entry)]));
  }
  return String(value);
}

const chunkRows = 2048;

async function appendColumns(connection: DuckDBConnection, table: TableName, columns: Columns): Promise<number> {
  const appender =
    table.schema === "temp"
      ? await connection.createAppender(table.table, "main", "temp")
      : await connection.createAppender(table.table, table.schema);
  try {
    const lists = Object.values(columns);
    assert(lists.length === appender.columnCount, `${lists.length} columns for a table of ${appender.columnCount}`);
    const types = lists.map((_, index) => appender.columnType(index));
    const total = lists[0]?.length ?? 0;
    for (let from = 0; from < total; from += chunkRows) {
      appender.appendDataChunk(makeChunk(lists, types, from, Math.min(chunkRows, total - from)));
    }
    appender.flushSync();
    return total;
  } finally {
    appender.closeSync();
  }
}

function makeChunk(
  lists: readonly ArrayLike<SqlValue>[],
  types: readonly DuckDBType[],
  from: number,
  count: number,
): DuckDBDataChunk {
  const chunk = engine().DuckDBDataChunk.create([...types], count);
  lists.forEach((list, column) => {
    const toColumn = columnWriter(at(types, column).typeId);
    chunk.setColumnValues(
      column,
      Array.from({ length: count }, (_, row) => toColumn(list[from + row] ?? null)),
    );
  });
  return chunk;
}

/** How values go into a column of the table: ISO text into a date column, a plain number into a 64- or 128-bit one. */
function columnWriter(type: DuckDBTypeId): (value: SqlValue) => DuckDBValue {
  const { DuckDBDateValue, DuckDBTypeId: id } = engine();
  if (type === id.DATE)
    return (value) =>
      typeof value === "string" ? new DuckDBDateValue(Date.parse(value) / 86_400_000) : toEngine(value);
  if (type === id.BIGINT || type === id.HUGEINT)
    return (value) => (typeof value === "number" ? BigInt(value) : toEngine(value));
  return toEngine;
}
