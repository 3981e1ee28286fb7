import { doMatchJob, type MatchAnswer, type MatchJob } from "./match-job.ts";
import { startWorkers, type WorkerPool } from "./worker-pool.ts";

/** Compares values and reads names, on other threads where there is more than one job. */
export interface MatchWorkers {
  /** Does the jobs and takes each answer, in the order of the jobs. */
  run<Job extends MatchJob>(jobs: Iterable<Job>, take: (answer: MatchAnswer, job: Job) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Makes the workers of a run; threads start when the first list of several jobs comes. */
export function makeMatchWorkers(threads: number): MatchWorkers {
  let pool: WorkerPool<MatchJob, MatchAnswer> | undefined;
  return {
    run: async (jobs, take) => {
      const waiting = jobs[Symbol.iterator]();
      const first = waiting.next();
      const second = first.done ? first : waiting.next();
      if (first.done) return;
      if (second.done) return take(doMatchJob(first.value), first.value);
      pool ??= startWorkers<MatchJob, MatchAnswer>("./match.worker", threads);
      return pool.run(startingWith([first.value, second.value], waiting), take);
    },
    close: async () => pool?.close(),
  };
}

function* startingWith<Item>(items: readonly Item[], rest: Iterator<Item>): Generator<Item> {
  yield* items;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
