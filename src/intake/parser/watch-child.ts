import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

import { type BegunMember, childMessage } from "./child-job.ts";
import type { ParserLimits } from "./limits.ts";
import type { StagedMember } from "./staged.ts";

const pollMs = 50;

/** How a parser child ended: by itself with everything done, or stopped, or fallen. */
export type ChildEnd =
  | { readonly kind: "done" }
  /** The disk could not be written, or a person stopped it: no fault of the material. */
  | { readonly kind: "refused"; readonly text: string }
  | { readonly kind: "timeout"; readonly text: string }
  | { readonly kind: "memory"; readonly text: string }
  | { readonly kind: "crashed"; readonly text: string };

/** A member that was begun and not finished, with the rows that were seen of it. */
export type UnfinishedMember = BegunMember & { readonly rows: number };

/**
 * What a parser child said until it ended. `unfinished`: the member in hand then, first, and the archives in which it
 * lies, each before the one that holds it.
 */
export interface ChildStory {
  readonly end: ChildEnd;
  readonly members: StagedMember[];
  readonly unfinished: UnfinishedMember[];
  /** Of a sealed source: what stands in its archives under which pseudonym. */
  readonly names: ReadonlyMap<string, string>;
  readonly peakMb: number;
}

/**
 * Listens to a parser child until it has done its job or ends, and ends it at a limit: resident memory is polled every 50 ms where /proc
 * tells it (Linux; elsewhere only the time and the heap are limited).
 */
export function watchChild(child: ChildProcess, limits: ParserLimits, totalMs: number): Promise<ChildStory> {
  return new Promise((resolve) => new Watch(child, { limits, totalMs }, resolve).start());
}

class Watch {
  private readonly child: ChildProcess;
  private readonly limits: ParserLimits;
  private readonly totalMs: number;
  private readonly resolve: (story: ChildStory) => void;
  private readonly members: StagedMember[] = [];
  private readonly names = new Map<string, string>();
  private readonly begun = new Map<number, BegunMember & { rows: number }>();
  private readonly startedMs = performance.now();
  private movedMs = performance.now();
  private work = -1;
  private peakMb = 0;
  private isDone = false;
  private stopped: ChildEnd | undefined;
  private lastWords = "";

  constructor(
    child: ChildProcess,
    of: { limits: ParserLimits; totalMs: number },
    resolve: (story: ChildStory) => void,
  ) {
    this.child = child;
    this.limits = of.limits;
    this.totalMs = of.totalMs;
    this.resolve = resolve;
  }

  start(): void {
    const timer = setInterval(() => this.poll(), pollMs);
    const take = (message: unknown): void => {
      this.take(message);
      if (this.isDone) end(null, null);
    };
    const fail = (error: Error): void =>
      this.stop({ kind: "crashed", text: `The parser could not be started: ${error.message}.` });
    const hear = (bytes: Buffer): void => {
      this.lastWords = (this.lastWords + bytes.toString("utf8")).slice(-4_000);
    };
    const end = (code: number | null, signal: string | null): void => {
      clearInterval(timer);
      this.peakMb = Math.max(this.peakMb, residentMb(this.child.pid));
      this.child.off("message", take).off("error", fail).off("close", end);
      this.child.stderr?.off("data", hear);
      this.resolve(this.story(code, signal));
    };
    this.child.on("message", take).on("error", fail).on("close", end);
    this.child.stderr?.on("data", hear);
  }

  private take(message: unknown): void {
    const parsed = childMessage.safeParse(message);
    if (!parsed.success) {
      this.stop({ kind: "crashed", text: "The parser sent something that it may not send." });
      return;
    }
    const { data } = parsed;
    switch (data.kind) {
      case "named":
        this.names.set(data.pseudonym, data.name);
        return;
      case "begun":
        this.begun.set(data.ordinal, { ...data, rows: 0 });
        this.movedMs = performance.now();
        return;
      case "progress":
        this.move(data.ordinal, data.work, data.rows);
        return;
      case "member":
        this.begun.delete(data.member.ordinal);
        this.members.push(data.member);
        this.movedMs = performance.now();
        return;
      case "refused":
        this.stop({ kind: "refused", text: data.text });
        return;
      case "done":
        this.isDone = true;
    }
  }

  private move(ordinal: number, work: number, rows: number): void {
    const member = this.begun.get(ordinal);
    if (member) member.rows = Math.max(member.rows, rows);
    if (work <= this.work) return;
    this.work = work;
    this.movedMs = performance.now();
  }

  private poll(): void {
    const resident = residentMb(this.child.pid);
    this.peakMb = Math.max(this.peakMb, resident);
    const now = performance.now();
    if (resident > this.limits.residentMb) {
      this.stop({
        kind: "memory",
        text: `Reading it took more than ${this.limits.residentMb} MB of memory and was stopped.`,
      });
    } else if (now - this.movedMs > this.limits.idleMs || now - this.startedMs > this.totalMs) {
      const seconds = Math.round((now - this.startedMs) / 1000);
      this.stop({ kind: "timeout", text: `Reading it came to no end within ${seconds} seconds and was stopped.` });
    }
  }

  private stop(end: ChildEnd): void {
    if (this.stopped || this.isDone) return;
    this.stopped = end;
    this.child.kill("SIGKILL");
  }

  private story(code: number | null, signal: string | null): ChildStory {
    const end = this.stopped ?? (this.isDone ? { kind: "done" as const } : fallen(code, signal, this.lastWords));
    const unfinished = [...this.begun.values()].toSorted((left, right) => right.ordinal - left.ordinal);
    return { end, members: this.members, unfinished, names: this.names, peakMb: Math.round(this.peakMb) };
  }
}

function residentMb(pid: number | undefined): number {
  if (process.platform !== "linux" || pid === undefined) return 0;
  try {
    const match = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "latin1"));
    return Number(match?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function fallen(code: number | null, signal: string | null, lastWords: string): ChildEnd {
  if (signal === "SIGINT" || signal === "SIGTERM" || signal === "SIGHUP") {
    return { kind: "refused", text: "Reading was stopped from outside; run again to go on." };
  }
  if (/heap out of memory|Array buffer allocation failed|out of memory/iu.test(lastWords)) {
    return { kind: "memory", text: "Reading it took more memory than the parser may use." };
  }
  const how = signal === null ? `with code ${code}` : `by ${signal}`;
  return { kind: "crashed", text: `The parser ended ${how} while reading it.` };
}
