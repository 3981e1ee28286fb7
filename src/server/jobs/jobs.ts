import type { SayFailure } from "../failure-words.ts";
import { HttpRefusal } from "../http-refusal.ts";
import { Job, type JobAsked } from "./job.ts";

/** So many ended jobs are remembered. */
const mostEnded = 50;

/** The long works of a server: they go on whoever looks. */
export class Jobs {
  private readonly all = new Map<string, Job>();
  private readonly clock: () => Date;
  private readonly sayFailure: SayFailure;
  private last = 0;

  constructor(clock: () => Date, sayFailure: SayFailure) {
    this.clock = clock;
    this.sayFailure = sayFailure;
  }

  /** Starts a job; refuses a second run of the case beside one that goes on. */
  start(asked: JobAsked): Job {
    const other = [...this.all.values()].find((job) => job.kind === "run" && !job.isEnded);
    if (asked.kind === "run" && other)
      throw new HttpRefusal(
        409,
        `the case is being run already (job ${other.id}, ${other.last.stage}); wait until it ends, or stop it`,
      );
    this.last += 1;
    const job = new Job(String(this.last), asked, { startedAt: this.clock(), sayFailure: this.sayFailure });
    this.all.set(job.id, job);
    const ended = [...this.all.values()].filter((each) => each.isEnded);
    for (const old of ended.slice(0, Math.max(0, ended.length - mostEnded))) this.all.delete(old.id);
    return job;
  }

  /** The job of an id; refuses one that there is not. */
  job(id: string): Job {
    const job = this.all.get(id);
    if (!job) throw new HttpRefusal(404, `there is no job "${id}"; GET /api/jobs lists those since the server started`);
    return job;
  }

  /** Every job, the latest first. */
  list(): Job[] {
    return [...this.all.values()].toReversed();
  }

  /** Calls every job off and waits until each has ended. */
  async end(): Promise<void> {
    for (const job of this.all.values()) job.callOff();
    await Promise.all([...this.all.values()].map(({ ended }) => ended));
  }
}
