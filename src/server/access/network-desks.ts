import { NetworkDesk, type BegunSearch, type OpenCase } from "../../casefile/index.ts";
import type { Job } from "../jobs/job.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { CaseAccess } from "./case-access.ts";

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

  /** Does a search as a job, so that it is seen and stopped as other long work; whoever asked for it is given the answer. */
  private asJob<Value>({ wanted, budget, stop, work }: BegunSearch<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.searchJob = this.jobs.start({
        kind: "block",
        title: wanted === "sets" ? `Which ${budget} to block` : "Which doubts would change whom to block",
        work: async ({ stop: stopped, cancel, begin, progress, best }) => {
          for (const signal of [stopped, cancel]) signal.addEventListener("abort", stop);
          begin();
          const answer = work({ progress, best });
          answer.then(resolve, reject);
          await answer;
          return null;
        },
      });
    });
  }
}
