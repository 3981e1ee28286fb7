const askAgainMs = 100;

/** The questions that are being answered. The engine must not be closed under one: it would never end. */
export class Answering {
  private readonly going = new Set<Promise<unknown>>();

  /** Works at an answer. */
  async during<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    const going = Promise.resolve().then(work);
    this.going.add(going);
    try {
      return await going;
    } finally {
      this.going.delete(going);
    }
  }

  /** Interrupts until nobody is at work any more; whoever is interrupted fails, since nobody waits for the answer. */
  async end(interrupt: () => void): Promise<void> {
    const asking = setInterval(interrupt, askAgainMs);
    while (this.going.size > 0) await Promise.allSettled(this.going);
    clearInterval(asking);
  }
}
