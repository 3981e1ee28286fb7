import type { Database, Scratch } from "../../store/index.ts";

/** Opens scratches, to be closed together. */
export class Scratches {
  readonly #all: Scratch[] = [];
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  open(): Scratch {
    const scratch = this.#database.scratch();
    this.#all.push(scratch);
    return scratch;
  }

  close(): void {
    for (const scratch of this.#all.splice(0)) scratch.close();
  }
}
