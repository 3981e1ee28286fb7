/** Lets one work at a time have its turn, in the order in which they asked. */
export class Turns {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  private end: () => void = () => undefined;

  /** Runs a work when all that asked before have ended. */
  async alone<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.take();
    try {
      return await work();
    } finally {
      this.end();
    }
  }

  /** From within a work: gives its turn away to those who wait, and waits for its next. */
  async letOthers(): Promise<void> {
    if (this.waiting === 0) return;
    const { end } = this;
    const next = this.take();
    end();
    await next;
  }

  private async take(): Promise<void> {
    const before = this.last;
    let end = (): void => undefined;
    this.last = new Promise((resolve) => {
      end = resolve;
    });
    this.waiting += 1;
    await before;
    this.waiting -= 1;
    this.end = end;
  }
}
