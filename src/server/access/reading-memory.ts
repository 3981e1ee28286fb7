import type { OpenCase } from "../../casefile/index.ts";

/** So many megabytes the engine takes to read a case of a million statements; more is spilled to disk. */
const readingMb = 200;

/** And so many to make the lists of one: with more they are made no sooner. */
const makingMb = 280;

/** Holds the engine of a served case to what reading takes, and to more while something works that takes more. */
export class ReadingMemory {
  private readonly atWork: number[] = [];
  private readonly owner: OpenCase;

  private constructor(owner: OpenCase) {
    this.owner = owner;
  }

  static async of(owner: OpenCase): Promise<ReadingMemory> {
    const memory = new ReadingMemory(owner);
    await memory.limit();
    return memory;
  }

  /** Runs work with the memory that the case allows. */
  async lifted<Value>(work: () => Promise<Value>): Promise<Value> {
    return this.within(this.owner.settings.memoryMb, work);
  }

  /** Runs work that makes the tables of lists: once more with the memory that the case allows where it ran out of its own. */
  async making<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await this.within(makingMb, work);
    } catch (cause) {
      if (!ranOut(cause)) throw cause;
      return this.lifted(work);
    }
  }

  private async within<Value>(mb: number, work: () => Promise<Value>): Promise<Value> {
    this.atWork.push(mb);
    await this.limit();
    try {
      return await work();
    } finally {
      this.atWork.splice(this.atWork.indexOf(mb), 1);
      await this.limit();
    }
  }

  private async limit(): Promise<void> {
    const { file, settings } = this.owner;
    await file.limitMemory(Math.min(Math.max(readingMb, ...this.atWork), settings.memoryMb));
  }
}

const ranOut = (cause: unknown): boolean => cause instanceof Error && /out of memory error/iu.test(cause.message);
