import type { Progress } from "../readers/index.ts";
import type { ChildMessage } from "./child-job.ts";

const everyMs = 100;

/** Passes progress on to the parent, at most ten times a second; what is said of several files adds up. */
export class ChildProgress implements Progress {
  private readonly send: (message: ChildMessage) => void;
  private readonly parentId = process.ppid;
  private ordinal = 0;
  private before = 0;
  private work = 0;
  private lastMs = 0;

  constructor(send: (message: ChildMessage) => void) {
    this.send = send;
  }

  begin(ordinal: number): void {
    this.ordinal = ordinal;
    this.before += this.work;
    this.work = 0;
  }

  tick(work: number, rows: number): void {
    this.work = Math.max(this.work, work);
    const now = performance.now();
    if (now - this.lastMs < everyMs) return;
    this.lastMs = now;
    // A child whose parent is gone works for nobody; where the system gives it another parent, that is seen here.
    if (process.ppid !== this.parentId) process.exit(1);
    this.send({ kind: "progress", ordinal: this.ordinal, work: this.before + this.work, rows });
  }
}
