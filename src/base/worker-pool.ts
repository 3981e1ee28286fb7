import { at } from "./at.ts";
import { startThread } from "./start-thread.ts";

/** Threads that do one kind of job each. */
export interface WorkerPool<Job, Answer> {
  /** Does the jobs and takes their answers in the order of the jobs, whichever thread is first. */
  run<Own extends Job>(
    jobs: Iterable<Own> | AsyncIterable<Own>,
    take: (answer: Answer, job: Own) => Promise<void>,
  ): Promise<void>;
  close(): Promise<void>;
}

/** How many jobs wait for each thread: few, so that a long list of jobs is never in memory whole. */
const jobsAhead = 2;

/**
 * Starts `threads` workers from the module `name` beside the caller, which answers each message with one message. Idle, they do not
 * keep the process alive. `from` is the caller's `import.meta.url`.
 */
export function startWorkers<Job, Answer>(name: string, from: string, threads: number): WorkerPool<Job, Answer> {
  const asks = Array.from({ length: threads }, () => startWorker<Job, Answer>(name, from));
  return {
    run: async <Own extends Job>(
      jobs: Iterable<Own> | AsyncIterable<Own>,
      take: (answer: Answer, job: Own) => Promise<void>,
    ) => {
      const waiting: { readonly job: Own; readonly answer: Promise<Answer> }[] = [];
      const takeFirst = async (): Promise<void> => {
        const { job, answer } = at(waiting.splice(0, 1), 0);
        await take(await answer, job);
      };
      let next = 0;
      for await (const job of jobs) {
        const answer = at(asks, next % threads).ask(job);
        // A failure is reported where its answer is awaited, which may be later than it happens.
        answer.catch(() => undefined);
        waiting.push({ job, answer });
        next += 1;
        if (waiting.length >= threads * jobsAhead) await takeFirst();
      }
      while (waiting.length > 0) await takeFirst();
    },
    close: async () => {
      await Promise.all(asks.map(({ close }) => close()));
    },
  };
}

interface Asker<Job, Answer> {
  ask(job: Job): Promise<Answer>;
  close(): Promise<unknown>;
}

interface Asked<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (cause: unknown) => void;
}

function startWorker<Job, Answer>(name: string, from: string): Asker<Job, Answer> {
  const worker = startThread(name, from);
  const send = worker.postMessage.bind(worker);
  const asked: Asked<Answer>[] = [];
  const fail = (cause: unknown): void => {
    for (const { reject } of asked.splice(0)) reject(cause);
  };
  worker.on("message", (answer: Answer) => {
    asked.shift()?.resolve(answer);
    if (asked.length === 0) worker.unref();
  });
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`The thread of ${name} ended with code ${code}`)));
  worker.unref();
  return {
    ask: async (job) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        worker.ref();
        send(job);
      }),
    close: async () => worker.terminate(),
  };
}
