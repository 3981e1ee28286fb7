import { runCase } from "../../casefile/index.ts";
import type { Job, JobAsked } from "../jobs/job.ts";
import { given } from "./given.ts";
import type { Handlers, ServerContext } from "./handler.ts";
import { figuresOf } from "./overview.ts";

type JobKey =
  | "POST /api/jobs"
  | "GET /api/jobs"
  | "GET /api/jobs/:id"
  | "POST /api/jobs/:id/stop"
  | "DELETE /api/jobs/:id";

export const jobHandlers: Pick<Handlers, JobKey> = {
  "POST /api/jobs": (context, { body }) => {
    if (body.kind === "run") return shown(context.jobs.start(runJob(context)));
    const { kind: _kind, ...question } = body;
    return shown(context.desks.startSearch(given(question)));
  },
  "GET /api/jobs": ({ jobs }) => jobs.list().map((job) => ({ ...shown(job), result: null })),
  "GET /api/jobs/:id": ({ jobs }, { params }) => shown(jobs.job(params.id)),
  "POST /api/jobs/:id/stop": ({ jobs }, { params }) => {
    const job = jobs.job(params.id);
    job.askToStop();
    return shown(job);
  },
  "DELETE /api/jobs/:id": async ({ jobs }, { params }) => {
    const job = jobs.job(params.id);
    job.callOff();
    await Promise.race([job.ended, later(mostWaitMs)]);
    return shown(job);
  },
};

/** So long the answer to a cancel waits for the work to end; later its state says so. */
const mostWaitMs = 450;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

const shown = ({ id, kind, title, startedAt, last, result }: Job) => ({
  id,
  kind,
  title,
  startedAt,
  last,
  result,
});

/** Brings the case up to date; decisions are written between its steps. Lists that are asked for afterwards are of the new tables. */
const runJob = ({ write, lifted, reread, letOthersWrite, frozen, desks }: ServerContext): JobAsked => ({
  kind: "run",
  title: "Bring the case up to date",
  work: ({ stop, cancel, begin, progress }) =>
    write(() =>
      lifted(async () => {
        cancel.throwIfAborted();
        begin();
        const owner = reread();
        try {
          const ran = runCase(owner, progress, { stop, cancel, between: letOthersWrite });
          const { stages, unknownNames } = await ran.finally(() => frozen.renew());
          await frozen.tables.makeAll((each) => {
            cancel.throwIfAborted();
            progress(each);
          });
          return { stages, unknownNames, summary: await figuresOf(owner) };
        } finally {
          desks.renew();
        }
      }),
    ),
});
