import type { ParserLimits } from "../parser/limits.ts";
import type { MemberReport } from "../parser/staging/index.ts";

import type { Budget } from "./zip/budget.ts";

/** Tells the watcher that work goes on: bytes or other units done of the file in hand, and rows found in it so far. */
export interface Progress {
  tick(work: number, rows: number): void;
}

/** What a reader is given: the file, where its rows and faults go, and what it may cost. */
export interface ReadContext {
  readonly path: string;
  /** Where the write-ahead log of a database lies, if that is not beside it under its name. */
  readonly walPath?: string | undefined;
  readonly report: MemberReport;
  readonly limits: ParserLimits;
  readonly budget: Budget;
  readonly progress: Progress;
  /** Whether its source is protected: then what may name it is not kept. */
  readonly isSealed: boolean;
  /**
   * Reads a file that lies in this one, such as an attachment, as a member of its own. Returns the name by which it is
   * shown; undefined where a limit forbids it, which is a fault of this file.
   */
  readonly stageMember: (name: string, bytes: Uint8Array) => Promise<string | undefined>;
  /** How a member of an archive is called in a fault: its name in quotes, or its number in the archive's list where its source is sealed. */
  readonly showName: (name: string, entryNo: string) => string;
}
