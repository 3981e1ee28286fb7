import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";

import initSqlJs, { type Database } from "sql.js";

import type { OpenPart } from "../../parser/staging/index.ts";
import type { ReadContext } from "../read-context.ts";
import { markRollback, mergeWal } from "./merge-wal.ts";

type Value = number | string | bigint | Uint8Array | null;

// The type package of sql.js does not know the option: without it integers above 2^53 are rounded.
interface ExactStatement {
  get(parameters: null, options: { useBigInt: true }): Value[];
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** A name under which the row number can be asked for; none for a table WITHOUT ROWID. */
  readonly rowId: string | undefined;
}

const bytesMax = 160 * 1024 * 1024;
const shownBlobBytes = 256;

/**
 * Reads the tables of an SQLite database from a copy in memory; the files themselves are never opened for writing. The
 * rows of a write-ahead log that belongs to it are read with it. Views and virtual tables are not run. Around damaged
 * pages the rows before and behind are read.
 */
export async function readSqlite(context: ReadContext): Promise<void> {
  const { report } = context;
  const walPath = context.walPath ?? `${context.path}-wal`;
  const walBytes = existsSync(walPath) ? statSync(walPath).size : 0;
  if (report.head.bytes + walBytes > bytesMax) {
    const text = `The database has ${Math.round((report.head.bytes + walBytes) / 1024 / 1024)} MB; databases up to ${bytesMax / 1024 / 1024} MB are read.`;
    report.fault({ kind: "too-large", text, rowsLost: 1 });
    return;
  }
  const wasm = createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm");
  const engine = await initSqlJs({ wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer });
  const database = new engine.Database(readBytes(context, walBytes > 0 ? walPath : undefined));
  try {
    new SqliteReader(context, database).read();
  } finally {
    database.close();
  }
}

function readBytes({ report, path }: ReadContext, walPath: string | undefined): Buffer {
  const bytes = readFileSync(path);
  if (walPath === undefined) {
    markRollback(bytes);
    return bytes;
  }
  const wal = readFileSync(walPath);
  const { bytes: merged, pages } = mergeWal(bytes, wal);
  const text =
    pages === 0
      ? `Beside the database lies a write-ahead log of ${wal.length} bytes without one whole transaction; nothing of it is read.`
      : `The database is read together with the write-ahead log beside it, from which ${pages} of its pages come; their rows may stand in the log alone.`;
  report.fault({ kind: "sidecar", text });
  return merged;
}

class SqliteReader {
  private readonly context: ReadContext;
  private readonly database: Database;
  private work = 0;

  constructor(context: ReadContext, database: Database) {
    this.context = context;
    this.database = database;
  }

  read(): void {
    const { report } = this.context;
    let names: { name: string; sql: string }[];
    try {
      names = this.tableNames();
    } catch (error) {
      report.fault({
        kind: encryptedOrDamaged(error),
        text: `The database cannot be opened: ${messageOf(error)}.`,
        rowsLost: 1,
      });
      return;
    }
    const form = formOf(new Set(names.map(({ name }) => name.toLowerCase())));
    if (form) report.setForm(form, "application/vnd.sqlite3");
    if (names.length === 0) report.fault({ kind: "empty", text: "The database holds no tables." });
    for (const { name, sql } of names) {
      if (/^\s*create\s+virtual/iu.test(sql)) {
        report.fault({
          kind: "unsupported",
          text: `The table "${name}" is virtual: a program would have to run to read it; the tables that it rests on are read.`,
        });
      } else this.readTable(name);
    }
  }

  // A damaged entry of the schema would hide all tables; with writable_schema SQLite passes over it.
  private tableNames(): { name: string; sql: string }[] {
    this.database.run("pragma trusted_schema = off; pragma writable_schema = on; pragma cell_size_check = on;");
    const query =
      "select name, coalesce(sql, '') from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name";
    const [result] = this.database.exec(query);
    return (result?.values ?? []).map(([name, sql]) => ({ name: String(name), sql: String(sql) }));
  }

  private readTable(name: string): void {
    const part = this.context.report.openPart({ name, hasPlaces: false });
    let table: Table;
    try {
      table = this.describe(name);
    } catch (error) {
      part.fault({ kind: "damaged", text: `The table "${name}" cannot be opened: ${messageOf(error)}.`, rowsLost: 1 });
      part.close({ rowsPresent: 1 });
      return;
    }
    const rowsLost = this.readRows(part, table);
    const columnNames = [...table.columns];
    part.close({ rowsPresent: part.writer.rowsRead + rowsLost, columnNames, columnCount: columnNames.length });
  }

  // Generated columns are left out: they would run expressions of the file's own.
  private describe(name: string): Table {
    const [result] = this.database.exec(`pragma table_xinfo(${quote(name)})`);
    const columns = (result?.values ?? []).filter((row) => row[6] === 0).map((row) => String(row[1]));
    if (columns.length === 0) throw new Error("it has no columns");
    const taken = new Set(columns.map((column) => column.toLowerCase()));
    const rowId = ["rowid", "_rowid_", "oid"].find((id) => !taken.has(id));
    return { name, columns, rowId: rowId !== undefined && this.hasRowId(name, rowId) ? rowId : undefined };
  }

  private hasRowId(name: string, rowId: string): boolean {
    try {
      this.database.prepare(`select ${rowId} from ${quote(name)} limit 0`).free();
      return true;
    } catch {
      return false;
    }
  }

  /** Stages the rows from the first on, and behind damage from the last backwards; how many are lost between. */
  private readRows(part: OpenPart, table: Table): number {
    const forwards = this.scan(part, table, { isBackwards: false, stopAt: undefined });
    if (forwards.trouble === undefined) return 0;
    const backwards =
      table.rowId === undefined ? undefined : this.scan(part, table, { isBackwards: true, stopAt: forwards.last });
    const between = backwards?.last === undefined ? undefined : [forwards.last ?? 0, backwards.last];
    const gap = between ? Math.max(1, (between[1] ?? 0) - (between[0] ?? 0) - 1) : 1;
    const where = between
      ? `between row ${between[0]} and row ${between[1]}, at most ${gap}`
      : `after row ${forwards.last ?? 0}, how many is not known`;
    const text = `Rows of the table "${table.name}" cannot be read ${where}: ${forwards.trouble}.`;
    part.fault({ kind: "damaged", rowNo: (forwards.last ?? 0) + 1, text, rowsLost: gap });
    return gap;
  }

  private scan(
    part: OpenPart,
    table: Table,
    of: { isBackwards: boolean; stopAt: number | undefined },
  ): { last: number | undefined; trouble?: string } {
    const list = table.columns.map((column) => quote(column)).join(", ");
    const order = table.rowId === undefined ? "" : `order by ${table.rowId}${of.isBackwards ? " desc" : ""}`;
    let last: number | undefined;
    let ordinal = 0;
    try {
      const statement = this.database.prepare(
        `select ${table.rowId ?? "0"}, ${list} from ${quote(table.name)} not indexed ${order}`,
      );
      const reader: ExactStatement = statement;
      try {
        while (statement.step()) {
          const values = reader.get(null, { useBigInt: true });
          const rowNo = table.rowId === undefined ? ++ordinal : Number(values[0]);
          if (of.isBackwards && of.stopAt !== undefined && rowNo <= of.stopAt) return { last };
          this.stage(part, rowNo, values);
          last = rowNo;
        }
      } finally {
        statement.free();
      }
    } catch (error) {
      return { last, trouble: messageOf(error) };
    }
    return { last };
  }

  private stage(part: OpenPart, rowNo: number, values: readonly Value[]): void {
    const { writer } = part;
    for (let index = 1; index < values.length; index++) {
      const text = valueText(values[index] ?? null);
      if (text !== null) writer.text(index - 1, text);
    }
    writer.endRow({ rowNo, byteFrom: 0, byteTo: 0, isHidden: false });
    this.work++;
    if ((this.work & 255) === 0) this.context.progress.tick(this.work, this.work);
  }
}

function valueText(value: Value): string | null {
  if (value === null) return null;
  if (typeof value !== "object") return String(value);
  if (value.length <= shownBlobBytes) return `x'${Buffer.from(value).toString("hex")}'`;
  return `(binary, ${value.length} bytes, SHA-256 ${createHash("sha256").update(value).digest("hex")})`;
}

// The databases of Android and iOS phones, known by their tables.
function formOf(names: ReadonlySet<string>): "contacts" | "messages" | undefined {
  const has = (...wanted: string[]): boolean => wanted.every((name) => names.has(name));
  if (has("raw_contacts", "data") || has("abperson", "abmultivalue")) return "contacts";
  if (has("sms", "threads") || has("sms", "pdu") || has("message", "handle", "chat")) return "messages";
  return undefined;
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const encryptedOrDamaged = (error: unknown): "encrypted" | "damaged" =>
  /not a database/iu.test(messageOf(error)) ? "encrypted" : "damaged";
