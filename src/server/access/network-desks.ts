import { NetworkDesk, type BegunSearch, type OpenCase } from "../../casefile/index.ts";
import type { Job, JobRun } from "../jobs/job.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { CaseAccess } from "./case-access.ts";

type BlockChanges = Parameters<NetworkDesk["block"]>[0];

/** Where the network of a case is asked: pictures at one desk, searches at another, so that no picture waits for a search. */
export class NetworkDesks {
  /** Draws, weighs and finds paths. */
  readonly pictures: NetworkDesk;
  /** Searches sets, and knows how far it is. */
  readonly searches: NetworkDesk;
  private readonly own: readonly { readonly desk: NetworkDesk; readonly database: OpenCase["database"] }[];
  private readonly access: CaseAccess;
  private readonly jobs: Jobs;
  private searchJob: Job | undefined;

  private constructor(
    access: CaseAccess,
    jobs: Jobs,
    databases: readonly [OpenCase["database"], OpenCase["database"]],
  ) {
    this.access = access;
    this.jobs = jobs;
    const [pictures, searches] = databases;
    this.pictures = new NetworkDesk({ ...access.open, database: pictures });
    this.searches = new NetworkDesk({ ...access.open, database: searches }, (search) => this.asJob(search));
    this.own = [
      { desk: this.pictures, database: pictures },
      { desk: this.searches, database: searches },
    ];
  }

  /** Each desk has a connection of its own, since both make temporary tables under the same names. */
  static async of(access: CaseAccess, jobs: Jobs): Promise<NetworkDesks> {
    const { file } = access.open;
    const [pictures, searches] = [await file.connect(), await file.connect()];
    return new NetworkDesks(access, jobs, [pictures.database, searches.database]);
  }

  /** The case was read again: what is asked from now on is answered by it. */
  renew(): void {
    // A desk that has ended refuses, and needs no other case.
    for (const { desk, database } of this.own)
      void desk.renew({ ...this.access.open, database }).catch(() => undefined);
  }

  /** Ends the search that goes on with the best so far. */
  stopSearch(): void {
    this.searchJob?.askToStop();
  }

  /** Ends the search, and waits until nothing is at work. */
  async end(): Promise<void> {
    await Promise.all(this.own.map(({ desk }) => desk.end()));
  }

  /** Starts the search of a question as a job that holds the answer; refused words are what it fails with. */
  startSearch(changes: BlockChanges): Job {
    const { budget = this.access.open.settings.budget } = changes;
    const job: Job = this.jobs.start({
      kind: "block",
      title: titleOf("sets", budget),
      work: (run) => this.searches.block(changes, (search) => this.follow(job, run, search)),
    });
    return job;
  }

  /** Does a search as a job, so that it is seen and stopped as other long work; whoever asked for it is given the answer. */
  private asJob<Value>(search: BegunSearch<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const job: Job = this.jobs.start({
        kind: "block",
        title: titleOf(search.wanted, search.budget),
        work: async (run) => {
          const answer = Promise.resolve().then(() => this.follow(job, run, search));
          answer.then(resolve, reject);
          await answer;
          return null;
        },
      });
    });
  }

  /** The search that goes on is that of a job: stopped and called off with it, both with the best so far. */
  private follow<Value>(job: Job, run: JobRun, { stop, work }: BegunSearch<Value>): Promise<Value> {
    run.cancel.throwIfAborted();
    if (run.stop.aborted) stop();
    for (const signal of [run.stop, run.cancel]) signal.addEventListener("abort", stop);
    this.searchJob = job;
    run.begin();
    return work(run);
  }
}

const titleOf = (wanted: BegunSearch<unknown>["wanted"], budget: number): string =>
  wanted === "sets" ? `Which ${budget} to block` : "Which doubts would change whom to block";
