import { setTimeout as later } from "node:timers/promises";

const askAgainMs = 100;

/** The questions that are being answered. The engine must not be closed under one: it would never end. */
export class Answering {
  private readonly going = new Set<Promise<unknown>>();
  private lastMs: number | undefined;

  /** Works at an answer. */
  async during<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    const going = Promise.resolve().then(work);
    this.going.add(going);
    try {
      return await going;
    } finally {
      this.going.delete(going);
      this.lastMs = performance.now();
    }
  }

  /** Returns when somebody has asked, and nobody has waited for an answer for so long since. Throws when the signal fires. */
  async rest(restMs: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const rested = this.going.size > 0 || this.lastMs === undefined ? 0 : performance.now() - this.lastMs;
      if (rested >= restMs) return;
      await later(restMs - rested, undefined, { signal, ref: false });
    }
  }

  /** Interrupts until nobody is at work any more; whoever is interrupted fails, since nobody waits for the answer. */
  async end(interrupt: () => void): Promise<void> {
    const asking = setInterval(interrupt, askAgainMs);
    while (this.going.size > 0) await Promise.allSettled(this.going);
    clearInterval(asking);
  }
}
