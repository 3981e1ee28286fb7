import { z } from "zod";
import { blockAnswer } from "./network.ts";
import { figures } from "./overview.ts";
import { countries, madeId, partyWords, span } from "./shapes.ts";

/** How far a job is: `done` of `total` in one stage; `best` and `bound` are what a search has so far, in words. */
const jobEvent = z.object({
  no: z.int(),
  stage: z.string(),
  done: z.number(),
  total: z.number(),
  what: z.string(),
  best: z.string().nullable(),
  bound: z.string().nullable(),
  elapsedMs: z.int(),
  state: z.enum(["waiting", "running", "stopping", "done", "failed", "cancelled"]),
  /** Of a failed job, why; of a cancelled or stopped one, what is kept. */
  words: z.string().nullable(),
});

/** What a run did: its stages, and what the settings name and no entity answers to. */
const runResult = z.object({
  stages: z.array(z.object({ stage: z.string(), isNew: z.boolean(), ms: z.number() })),
  unknownNames: z.array(z.string()),
  summary: figures,
});

const job = z.object({
  id: z.string(),
  kind: z.enum(["run", "block"]),
  title: z.string(),
  startedAt: z.string(),
  last: jobEvent,
  /** Of a run that ended what it did, of a block question that was answered the answer; null in the list, and where a page asked and has it. */
  result: z.union([runResult, blockAnswer]).nullable(),
});

const id = z.object({ id: madeId });
const names = z.object({ entities: partyWords, countries });

export const blockQuestion = z.object({
  kind: z.literal("block"),
  budget: z.int().min(1).max(50).optional(),
  /** Quarters: 4 is "as now", 6 is half as much again. */
  rhoQuarters: z.array(z.int().min(4).max(400)).min(1).max(12).optional(),
  from: names.optional(),
  to: names.optional(),
  between: span.optional(),
  protect: partyWords.optional(),
  unblockable: partyWords.optional(),
  /** Countries whose authorities can act. */
  reach: countries.optional(),
  /** Money goes on only after it came and stayed so many days. */
  inTime: z.object({ leastStayDays: z.int().min(0).max(3650) }).optional(),
  collateralMaxMinor: z.int().min(0).optional(),
});

const eventHint = "use the number of the last event that was heard, or leave it out";
const eventNumber = z.coerce
  .number({ error: eventHint })
  .int({ error: eventHint })
  .min(0, { error: eventHint })
  .max(2 ** 31 - 1, { error: eventHint });

export const jobRoutes = {
  "POST /api/jobs": {
    summary: "Start long work: bring the case up to date, or ask which to block. One that writes at a time",
    body: z.discriminatedUnion("kind", [z.object({ kind: z.literal("run") }), blockQuestion]),
    answer: job,
  },
  "GET /api/jobs": { summary: "Every job since the server started, the latest first", answer: z.array(job) },
  "GET /api/jobs/:id": { summary: "One job, with its result if it is done", params: id, answer: job },
  "GET /api/jobs/:id/events": {
    summary: "How a job goes on, as server-sent events; `Last-Event-ID` goes on after that event",
    params: id,
    headers: z.object({ "last-event-id": eventNumber.default(0) }),
    isStream: true,
    answer: jobEvent,
  },
  "POST /api/jobs/:id/stop": {
    summary: "Ask a job to end with what it has: a search with its best so far, a run after the stage it is in",
    params: id,
    answer: job,
  },
  "DELETE /api/jobs/:id": {
    summary: "Cancel a job; what was committed is kept, and the same job goes on from there",
    params: id,
    answer: job,
  },
} as const;
