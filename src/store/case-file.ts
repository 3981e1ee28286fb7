import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal, type Clock } from "../base/index.ts";
import { openAcknowledgements, type Acknowledgement } from "./acknowledgements.ts";
import { makeBatchCommitter, type BatchCommitter } from "./batch.ts";
import { engine } from "./engine.ts";
import { makeDatabase, type OnQuery, type Database } from "./database.ts";
import { settleLedger, type LedgerState } from "./ledger-state.ts";
import { acquireLock } from "./lock.ts";
import { migrate } from "./migrations.ts";
import { hex, integer } from "./shape.ts";
import { identifier, literal, rawSql, sql } from "./sql.ts";

/** How a case file is opened. `key` is the case's secret for its keyed hashes. */
export interface CaseFileOptions {
  readonly threads: number;
  readonly memoryMb: number;
  readonly clock: Clock;
  readonly key: Uint8Array;
  readonly onQuery?: OnQuery;
}

/** The open case file; this process is its one owner until it is closed. */
export interface CaseFile {
  readonly database: Database;
  readonly commitBatch: BatchCommitter;
  /** Every acknowledged batch, in the order of acknowledgement. */
  readonly acknowledged: readonly Acknowledgement[];
  /** Batches that were acknowledged and are not in the database: to be made again before anything else. */
  readonly lost: readonly Acknowledgement[];
  /** Lines that are missing from the ledger. */
  readonly ledger: LedgerState;
  /**
   * A connection of its own, for whoever reads while another writes: it sees what is committed. Closed by `release`, or with
   * the case file.
   */
  connect(): Promise<{ readonly database: Database; release(): void }>;
  /** Holds the engine to so many megabytes; what it needs above spills to disk. Whoever only reads needs less than a run. */
  limitMemory(megabytes: number): Promise<void>;
  /** Makes an empty database in memory that all connections see under a name; nothing of it reaches the case file. */
  attachMemory(name: string): Promise<void>;
  /** Opens a file of tables beside the case under a name, if it is not open yet; one that does not open is begun anew. Only for what can be made again. */
  attachFile(name: string, path: string): Promise<void>;
  close(): void;
}

/** Opens (or makes) `case.duckdb` in a case's folder, takes its lock, brings it to this version and checks the ledger. */
export async function openCaseFile(caseDir: string, options: CaseFileOptions): Promise<CaseFile> {
  const lock = acquireLock(caseDir);
  try {
    const instance = await openInstance(caseDir, options);
    const connection = await instance.connect();
    const others = new Set<DuckDBConnection>();
    const database = makeDatabase(connection, spillDirOf(caseDir), options.onQuery);
    // At the end the log stays: putting its few lines into the file rewrites the last rows of each of their tables.
    await database.run(sql`pragma disable_checkpoint_on_shutdown`);
    await migrate(database);
    const acknowledgements = openAcknowledgements(caseDir);
    const ledger = await settleLedger(database, acknowledgements);
    return {
      database,
      commitBatch: makeBatchCommitter(database, acknowledgements, {
        ...options,
        isLedgerWhole: ledger.hadLines === null,
      }),
      ledger,
      acknowledged: acknowledgements.all,
      lost: await lostBatches(database, acknowledgements.all),
      connect: async () => {
        const other = await instance.connect();
        others.add(other);
        const release = (): void => {
          if (others.delete(other)) other.closeSync();
        };
        return { database: makeDatabase(other, spillDirOf(caseDir), options.onQuery), release };
      },
      limitMemory: async (megabytes) =>
        void (await database.run(rawSql(`set memory_limit = '${Math.round(megabytes)}MB'`))),
      attachMemory: async (name) =>
        void (await database.run(sql`attach if not exists ':memory:' as ${identifier(name)}`)),
      attachFile: (name, path) => attachFile(database, name, path),
      close: () => {
        for (const other of others) other.closeSync();
        connection.closeSync();
        instance.closeSync();
        lock.release();
      },
    };
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

const spillDirOf = (caseDir: string): string => join(caseDir, "tmp");

async function openInstance(caseDir: string, options: CaseFileOptions): Promise<DuckDBInstance> {
  const spill = spillDirOf(caseDir);
  mkdirSync(spill, { recursive: true });
  try {
    return await engine().DuckDBInstance.create(join(caseDir, "case.duckdb"), {
      threads: String(options.threads),
      memory_limit: `${options.memoryMb}MB`,
      temp_directory: spill,
      preserve_insertion_order: "false",
      // What a commit adds above this goes into the file at once, instead of into the log and at the end into the file.
      checkpoint_threshold: "2MB",
      // It keeps what two parts of a query share as a table: all statements, where each part wants a few of them.
      disabled_optimizers: "common_subplan",
      // Each staged table is read once: kept in memory, thousands of them would fill it for nobody.
      enable_external_file_cache: "false",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
  } catch (cause) {
    throw new Refusal(
      `${join(caseDir, "case.duckdb")} does not open (${textOf(cause)}); ` +
        `put it aside and run again: everything but what is in it is made anew from the material and the ledger`,
      { cause },
    );
  }
}

async function attachFile(database: Database, name: string, path: string): Promise<void> {
  const attach = sql`attach if not exists ${rawSql(literal(path))} as ${identifier(name)}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    await database.run(attach);
  } catch (cause) {
    await beginAnew(path, () => database.run(attach), cause);
  }
}

/** Takes a file away that did not open, and tries once more. */
async function beginAnew(path: string, attach: () => Promise<unknown>, cause: unknown): Promise<void> {
  try {
    for (const each of [path, `${path}.wal`]) rmSync(each, { force: true });
    await attach();
  } catch (again) {
    throw new Refusal(
      `${path} does not open (${textOf(cause)}) and cannot be begun anew (${textOf(again)}); ` +
        `see that it may be written: it holds nothing that the case does not`,
      { cause: again },
    );
  }
}

const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Compares the ledger with the database: by number, by content and by row count. */
async function lostBatches(database: Database, acknowledged: readonly Acknowledgement[]): Promise<Acknowledgement[]> {
  const held = await database.rows(
    sql`select input_mac as mac, row_count as "rowCount" from held.batch order by batch_no`,
    { mac: hex, rowCount: integer },
  );
  const rowsByMac = new Map(held.map((batch) => [batch.mac, batch.rowCount]));
  return acknowledged.filter((entry) => rowsByMac.get(entry.inputMac) !== entry.rowCount);
}
