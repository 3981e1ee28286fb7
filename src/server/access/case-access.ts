import { rereadFolder, type OpenCase } from "../../casefile/index.ts";
import { ReadingMemory } from "./reading-memory.ts";
import { Turns } from "./turns.ts";

/** The ways into one open case: many read while one writes. */
export interface CaseAccess {
  /** To read only, on a connection of its own: it sees what is committed, also while somebody writes. No temporary tables. */
  readonly open: OpenCase;
  /** The same on another connection, for the lists, which must not wait for long queries. */
  readonly quick: OpenCase;
  /** And on a third, for what is counted about a list while its rows are read. */
  readonly counting: OpenCase;
  /** Runs work that writes, when no other does; `open` is the connection that may. */
  write<Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value>;
  /** Breaks off the queries of those who read, and of those who work apart. */
  interrupt(): void;
  /** Lets those who wait to write go first: for long work, between two of its steps. */
  letOthersWrite(): Promise<void>;
  /** Reads the case's folder again, for what was added or edited since; for whoever has the turn to write. */
  reread(): OpenCase;
  /** Runs work on a connection of its own: long questions, and those that make temporary tables. */
  apart<Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value>;
  /** Runs work with the memory that the case allows; who only reads is held to less. */
  lifted<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Runs work that makes the tables of lists, with as much memory as these take. */
  making<Value>(work: () => Promise<Value>): Promise<Value>;
}

/** Opens the ways into a case that this process owns. */
export async function openAccess(opened: OpenCase): Promise<CaseAccess> {
  const turns = new Turns();
  const memory = await ReadingMemory.of(opened);
  const { file } = opened;
  const [reading, quick, counting] = [await file.connect(), await file.connect(), await file.connect()];
  const atWork = new Set([reading, quick, counting].map(({ database }) => database));
  let owner = opened;
  return {
    get open() {
      return { ...owner, database: reading.database };
    },
    get quick() {
      return { ...owner, database: quick.database };
    },
    get counting() {
      return { ...owner, database: counting.database };
    },
    write: (work) => turns.alone(() => work(owner)),
    interrupt: () => {
      for (const database of atWork) database.interrupt();
    },
    letOthersWrite: () => turns.letOthers(),
    reread: () => {
      owner = rereadFolder(owner);
      return owner;
    },
    apart: async (work) => {
      const { database, release } = await owner.file.connect();
      atWork.add(database);
      try {
        return await work({ ...owner, database });
      } finally {
        atWork.delete(database);
        release();
      }
    },
    lifted: (work) => memory.lifted(work),
    making: (work) => memory.making(work),
  };
}
