import type { Clock } from "../base/index.ts";
import { heldTables, type DerivedTable, type Settings, type SharedTable, type World } from "../model/index.ts";
import type { Database } from "./database.ts";
import { tableName, type TableName } from "./sql.ts";

/** What a stage is given: the tables of one world, the case's settings, and a way to say how far it is. */
export interface StageContext {
  readonly database: Database;
  readonly settings: Settings;
  readonly clock: Clock;
  /** The table as a stage reads or writes it: the current rows of a held one, the world's own derived one. */
  table(name: SharedTable): TableName;
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
  /** Fills the stage's tables, which are empty when it starts; runs inside one transaction. */
  run(context: StageContext): Promise<void>;
}

/** How a stage of a world sees the tables. */
export const tableOfWorld =
  (world: World) =>
  (name: SharedTable): TableName =>
    name in heldTables ? tableName("held", `current_${name}`) : tableName(`w_${world}`, name);
