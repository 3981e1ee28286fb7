import { assert, type Clock } from "../base/index.ts";
import { heldTables, type DerivedTable, type Settings, type SharedTable, type World } from "../model/index.ts";
import type { Database } from "./database.ts";
import { dropTemporaryTables } from "./make-table.ts";
import { rawSql, sql, tableName, type TableName } from "./sql.ts";

/** What a stage is given: the tables of one world, the case's settings, and a way to say how far it is. */
export interface StageContext {
  readonly database: Database;
  readonly settings: Settings;
  readonly clock: Clock;
  /** The table as a stage reads or writes it: the current rows of a held one, the world's own derived one. */
  table(name: SharedTable): TableName;
  /**
   * Runs the insertions into the stage's tables, which are emptied first, in one transaction; to be called once. What they
   * take is made before, in temporary tables: the engine reads with one thread what was made in its own transaction.
   */
  write(insertions: () => Promise<unknown>): Promise<void>;
  /** Says how far the stage is: `done` of `total` of `what`; cheap, to be called often. */
  progress(done: number, total: number, what: string): void;
}

/** One step of a run: it reads tables, writes tables, and leaves everything else alone. */
export interface Stage {
  readonly name: string;
  /** Changed whenever the same input would give other rows. */
  readonly codeVersion: string;
  readonly reads: readonly SharedTable[];
  readonly writes: readonly DerivedTable[];
  /** Tables of its own that outlast a run, in which it looks up by content what it need not make again, and writes as it goes. */
  readonly keeps?: readonly DerivedTable[];
  /** The megabytes of memory in which the engine does what it asks; what it leaves out, the case allows. What takes more lies on disk. */
  readonly engineMb?: number;
  /** Makes what the stage finds in temporary tables, then writes it into the stage's own. */
  run(context: StageContext): Promise<void>;
}

/** How a stage of a world sees the tables. */
export const tableOfWorld =
  (world: World) =>
  (name: SharedTable): TableName =>
    name in heldTables ? tableName("held", `current_${name}`) : tableName(`w_${world}`, name);

/** Runs a stage; `done` is part of the transaction that writes its tables. Its temporary tables are dropped behind it. */
export async function runStage(
  stage: Stage,
  context: Omit<StageContext, "write">,
  done: () => Promise<void>,
): Promise<void> {
  const { database, table } = context;
  let isWritten = false;
  const write = async (insertions: () => Promise<unknown>): Promise<void> => {
    assert(!isWritten, `the stage ${stage.name} writes its tables once`);
    await database.transaction(async () => {
      for (const each of stage.writes) await database.run(sql`delete from ${table(each)}`);
      await insertions();
      await done();
    });
    isWritten = true;
  };
  await withEngineMemory(stage, context, async () => stage.run({ ...context, write }));
  assert(isWritten, `the stage ${stage.name} writes its tables`);
  await dropTemporaryTables(database);
}

/** Holds the engine to what a stage needs while it runs: it fills whatever it may with pages of the file that nobody asks for again. */
async function withEngineMemory(
  { engineMb }: Stage,
  { database, settings: { memoryMb } }: Omit<StageContext, "write">,
  work: () => Promise<void>,
): Promise<void> {
  if (engineMb === undefined || engineMb >= memoryMb) return work();
  // An engine that cannot shrink at the moment goes on with what it has.
  const limit = async (megabytes: number): Promise<unknown> =>
    database.run(rawSql(`set memory_limit = '${megabytes}MB'`)).catch(() => undefined);
  await limit(engineMb);
  try {
    await work();
  } finally {
    await limit(memoryMb);
  }
}
