import { askBlock, runCase, tellBlock } from "../../casefile/index.ts";
import type { Contract, RouteInput } from "../contract/index.ts";
import type { Job, JobAsked } from "../jobs/job.ts";
import type { Handlers, ServerContext } from "./handler.ts";
import { figuresOf } from "./overview.ts";

type JobKey =
  | "POST /api/jobs"
  | "GET /api/jobs"
  | "GET /api/jobs/:id"
  | "POST /api/jobs/:id/stop"
  | "DELETE /api/jobs/:id";

type Question = RouteInput<Contract["POST /api/jobs"]>["body"];

export const jobHandlers: Pick<Handlers, JobKey> = {
  "POST /api/jobs": (context, { body }) =>
    shown(context.jobs.start(body.kind === "run" ? runJob(context) : blockJob(context, body))),
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
          await frozen.tables.makeAll((done, total, what) => {
            cancel.throwIfAborted();
            progress({ stage: "lists", done, total, what });
          });
          return { stages, unknownNames, summary: await figuresOf(owner) };
        } finally {
          desks.renew();
        }
      }),
    ),
});

/** Asks the question on a connection of its own; one question at a time. */
const blockJob = ({ apart, questions }: ServerContext, question: Question & { readonly kind: "block" }): JobAsked => {
  const { kind, ...changes } = question;
  return {
    kind,
    title: `Which ${question.budget ?? "few"} to block`,
    work: ({ stop, cancel, begin, progress, best }) =>
      questions.alone(() => {
        cancel.throwIfAborted();
        begin();
        return apart(async (open) => {
          const asked = definedOf(changes);
          const sets = await askBlock(open, asked, { onProgress: progress, stop, signal: cancel, onBest: best });
          return tellBlock(open, asked, sets);
        });
      }),
  };
};

/** Without what was left out. */
const definedOf = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
