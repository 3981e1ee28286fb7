import { startWorkers, type WorkerPool } from "../base/index.ts";
import { doMatchJob, type MatchAnswer, type MatchJob } from "./match-job.ts";

/** Compares values and reads names, on other threads where there is more than one job. */
export interface MatchWorkers {
  /** Does the jobs and takes each answer, in the order of the jobs. */
  run<Job extends MatchJob>(jobs: Iterable<Job>, take: (answer: MatchAnswer, job: Job) => Promise<void>): Promise<void>;
}

type MatchPool = WorkerPool<MatchJob, MatchAnswer>;

/** Threads that wait for the next work, by how many they are: they have their tables of names, and the names that they read. */
const waiting = new Map<number, MatchPool>();

/**
 * Lends workers for a piece of work; threads start when its first list of several jobs comes. Afterwards they wait for
 * the next, so that a run behind a training need not read its names again; they do not keep the process alive. After a
 * failure they end.
 */
export async function withMatchWorkers<Value>(
  threads: number,
  work: (workers: MatchWorkers) => Promise<Value>,
): Promise<Value> {
  let pool = waiting.get(threads);
  waiting.delete(threads);
  const workers: MatchWorkers = {
    run: async (jobs, take) => {
      const coming = jobs[Symbol.iterator]();
      const first = coming.next();
      const second = first.done ? first : coming.next();
      if (first.done) return;
      if (second.done) return take(doMatchJob(first.value), first.value);
      pool ??= startWorkers<MatchJob, MatchAnswer>("./match.worker", import.meta.url, threads);
      return pool.run(startingWith([first.value, second.value], coming), take);
    },
  };
  try {
    const value = await work(workers);
    if (waiting.has(threads)) await pool?.close();
    else if (pool) waiting.set(threads, pool);
    return value;
  } catch (cause) {
    await pool?.close();
    throw cause;
  }
}

function* startingWith<Item>(items: readonly Item[], rest: Iterator<Item>): Generator<Item> {
  yield* items;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
