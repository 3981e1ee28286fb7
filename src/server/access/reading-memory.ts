import type { OpenCase } from "../../casefile/index.ts";

/** So many megabytes the engine takes to read a case of a million statements; more is spilled to disk. */
const readingMb = 200;

/** Holds the engine of a served case to what reading takes, and to what the case allows while something works that takes more. */
export class ReadingMemory {
  private atWork = 0;
  private readonly owner: OpenCase;

  private constructor(owner: OpenCase) {
    this.owner = owner;
  }

  static async of(owner: OpenCase): Promise<ReadingMemory> {
    const memory = new ReadingMemory(owner);
    await memory.limit();
    return memory;
  }

  /** Runs work that makes large tables. */
  async lifted<Value>(work: () => Promise<Value>): Promise<Value> {
    this.atWork += 1;
    await this.limit();
    try {
      return await work();
    } finally {
      this.atWork -= 1;
      await this.limit();
    }
  }

  private async limit(): Promise<void> {
    const { file, settings } = this.owner;
    await file.limitMemory(this.atWork > 0 ? settings.memoryMb : Math.min(readingMb, settings.memoryMb));
  }
}
