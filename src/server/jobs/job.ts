import type { Progress } from "../../casefile/index.ts";
import type { Contract, RouteAnswer } from "../contract/index.ts";
import type { SayFailure } from "../failure-words.ts";

/** How a job stands. */
export type JobState = "waiting" | "running" | "stopping" | "done" | "failed" | "cancelled";

/** One thing that a job said of itself; numbered from 1. */
export interface JobEvent extends Progress {
  readonly no: number;
  readonly best: string | null;
  readonly bound: string | null;
  readonly elapsedMs: number;
  readonly state: JobState;
  /** Of a failed job why; of a cancelled or stopped one what is kept. */
  readonly words: string | null;
}

/** What a job came to. */
type JobResult = RouteAnswer<Contract["GET /api/jobs/:id"]>["result"];

/** What the work of a job is given. */
export interface JobRun {
  /** Fires when what is known so far shall be the answer. */
  readonly stop: AbortSignal;
  /** Fires when nothing is wanted any more. */
  readonly cancel: AbortSignal;
  /** The work has its turn. */
  begin(): void;
  progress(progress: Progress): void;
  best(best: string, bound: string): void;
}

export interface JobAsked {
  readonly kind: "run" | "block";
  readonly title: string;
  work(run: JobRun): Promise<JobResult>;
}

/** What a job knows of where it runs. */
interface JobContext {
  readonly startedAt: Date;
  readonly sayFailure: SayFailure;
}

/** So many events are kept for who comes back; progress is told at most this often, changes of stage and state always. */
const limits = { events: 500, everyMs: 100 };

/** One long work, from its start to its end, with everything that it said. */
export class Job {
  readonly id: string;
  readonly kind: JobAsked["kind"];
  readonly title: string;
  readonly startedAt: string;
  result: JobResult = null;
  /** Settles when the work has ended, however it did. */
  readonly ended: Promise<void>;
  private readonly sayFailure: SayFailure;
  private readonly begun = performance.now();
  private readonly stop = new AbortController();
  private readonly cancel = new AbortController();
  private readonly events: JobEvent[] = [];
  private readonly listeners = new Set<(event: JobEvent) => void>();
  private toldMs = 0;
  private untold: JobEvent | undefined;

  constructor(id: string, asked: JobAsked, { startedAt, sayFailure }: JobContext) {
    this.id = id;
    this.sayFailure = sayFailure;
    this.kind = asked.kind;
    this.title = asked.title;
    this.startedAt = startedAt.toISOString();
    this.tell(nothingYet);
    this.ended = this.run(asked);
  }

  /** The latest state of affairs, told or not. */
  get last(): JobEvent {
    return this.untold ?? this.events[this.events.length - 1] ?? { ...nothingYet, elapsedMs: 0 };
  }

  get isEnded(): boolean {
    return ["done", "failed", "cancelled"].includes(this.last.state);
  }

  /** Asks the work to end with what it has. */
  askToStop(): void {
    if (this.isEnded) return;
    this.stop.abort(new Error(stoppedWords));
    this.tell({ ...this.last, state: "stopping" });
  }

  /** Calls the work off. */
  callOff(): void {
    if (this.isEnded) return;
    const isWaiting = this.last.state === "waiting";
    this.cancel.abort(new Error(cancelledWords));
    if (isWaiting) this.tell({ ...this.last, state: "cancelled", words: cancelledWords });
    else this.tell({ ...this.last, state: "stopping" });
  }

  /** Hears every event after a number: those that are kept at once, later ones as they come. Returns how to end it. */
  listen(after: number, hear: (event: JobEvent) => void): () => void {
    for (const event of this.events) if (event.no > after) hear(event);
    this.listeners.add(hear);
    return () => void this.listeners.delete(hear);
  }

  private async run({ work }: JobAsked): Promise<void> {
    try {
      this.result = await work({
        stop: this.stop.signal,
        cancel: this.cancel.signal,
        begin: () => this.tell({ ...this.last, state: "running" }),
        progress: (progress) => this.say({ ...this.last, ...progress }),
        best: (best, bound) => this.say({ ...this.last, best, bound }),
      });
      if (this.isEnded) return;
      // A search that is called off ends with the best so far too: whoever asked for it waits for the answer.
      const isCut = this.stop.signal.aborted || (this.kind === "block" && this.cancel.signal.aborted);
      this.tell({ ...this.last, done: this.last.total, state: "done", words: isCut ? stoppedWords : null });
    } catch (cause) {
      if (this.isEnded) return;
      const isOver = this.cancel.signal.aborted || this.stop.signal.aborted;
      const [state, words] = this.cancel.signal.aborted
        ? (["cancelled", cancelledWords] as const)
        : isOver
          ? (["done", stoppedWords] as const)
          : (["failed", this.sayFailure(cause)] as const);
      this.tell({ ...this.last, state, words });
    }
  }

  /** Progress, which may be told later together with what follows it. */
  private say(event: Omit<JobEvent, "no" | "elapsedMs">): void {
    const now = performance.now();
    const isChange = event.stage !== this.last.stage;
    if (isChange || now - this.toldMs >= limits.everyMs) this.tell(event);
    else this.untold = { ...event, no: this.last.no, elapsedMs: Math.round(now - this.begun) };
  }

  private tell(said: Omit<JobEvent, "no" | "elapsedMs">): void {
    this.toldMs = performance.now();
    this.untold = undefined;
    const no = (this.events[this.events.length - 1]?.no ?? 0) + 1;
    const event = { ...said, no, elapsedMs: Math.round(this.toldMs - this.begun) };
    this.events.push(event);
    if (this.events.length > limits.events) this.events.shift();
    for (const hear of this.listeners) hear(event);
  }
}

const nothingYet = {
  no: 0,
  stage: "",
  done: 0,
  total: 1,
  what: "",
  best: null,
  bound: null,
  state: "waiting",
  words: null,
} as const;

const stoppedWords = "stopped: what was known by then is the answer, and what was finished is kept";
const cancelledWords = "cancelled: what was committed is kept, and the same work goes on from there";
