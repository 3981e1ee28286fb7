import type { FastifyReply } from "fastify";
import type { Job, JobEvent } from "./job.ts";

/** So often a stream says that it is there, for what stands between and would close a quiet one. */
const quietMs = 15_000;

/** From which event on a job is told, and how one event is written. */
interface Telling {
  /** The number of the last event that was heard; 0: none. */
  readonly after: number;
  readonly textOf: (event: JobEvent) => string;
}

/**
 * Sends what a job says as server-sent events, those after the last that was heard first; ends with the job. To a browser that
 * comes back for a job of which it has heard everything the answer is 204, which tells it not to come again.
 */
export function sendEvents(job: Job, reply: FastifyReply, { after, textOf }: Telling): FastifyReply {
  if (job.isEnded && job.last.no <= after) return reply.code(204).send();
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { ...plainHeaders(reply), "content-type": "text/event-stream; charset=utf-8" });
  const timer = setInterval(() => raw.write(": still here\n\n"), quietMs).unref();
  const end = (): void => {
    clearInterval(timer);
    forget();
    raw.end();
  };
  const forget = job.listen(after, (event) => {
    raw.write(`id: ${event.no}\ndata: ${textOf(event)}\n\n`);
    // The job has told its end only after its last event was written.
    if (job.isEnded) setImmediate(end);
  });
  raw.on("close", end);
  if (job.isEnded) setImmediate(end);
  return reply;
}

/** The security headers that were set before the answer began. */
const plainHeaders = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
