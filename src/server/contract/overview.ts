import { z } from "zod";
import { minor, namedEntity } from "./shapes.ts";

/** How much came in, what it says, and what waits. */
export const figures = z.object({
  sources: z.int(),
  files: z.int(),
  handOvers: z.int(),
  lists: z.int(),
  values: z.int(),
  faults: z.int(),
  rowsLost: z.int(),
  rowsPresent: z.int(),
  entities: z.int(),
  canonicals: z.int(),
  joined: z.int(),
  toReview: z.int(),
  toReviewOfAdvice: z.int(),
  corroborated: z.int(),
  contradicted: z.int(),
  single: z.int(),
  listedOnly: z.int(),
  sourceUnknown: z.int(),
  notHeldBefore: z.int(),
  payments: z.int(),
  seenMinor: minor,
  withoutRate: z.int(),
  canFlowMinor: minor.nullable(),
  nodes: z.int(),
});

/** What the latest hand-over changed. */
const changes = z.object({
  dataset: z.string(),
  confirmed: z.int(),
  contradicted: z.int(),
  notHeldBefore: z.int(),
  joined: z.int(),
  newChokepoints: z.array(namedEntity),
});

/** The advised block set, over the whole reroute list: its worst value. */
const advice = z.object({
  budget: z.int(),
  members: z.array(namedEntity),
  canFlowMinor: minor,
  strandedMinor: minor,
  /** proved best, within n % of best, no proof. */
  proof: z.string(),
});

export const overviewRoutes = {
  "GET /api/overview": {
    summary: "The figures of the case, what the latest hand-over changed, and the advice",
    answer: z.object({
      figures,
      latest: changes.nullable(),
      advice: advice.nullable(),
      /** False where a run would change what is shown. */
      isUpToDate: z.boolean(),
      /** Files that could not be read as what they are. */
    }),
  },
  "GET /api/files": {
    summary: "Every file as it came in: from whom, what was read of it and what was not",
    answer: z.object({
      files: z.array(
        z.object({
          dataset: z.string(),
          handOver: z.int(),
          received: z.string(),
          /** Set for an edition of a public list. */
          series: z.string().nullable(),
          source: z.string(),
          grade: z.string(),
          file: z.string(),
          form: z.string(),
          bytes: z.int(),
          rowsPresent: z.int(),
          rowsRead: z.int(),
          rowsLost: z.int(),
          values: z.int(),
          faults: z.int(),
          hidden: z.int(),
        }),
      ),
    }),
  },
  "GET /api/faults": {
    summary: "What could not be read, by hand-over and kind, each with one of them and its place",
    answer: z.object({
      groups: z.array(
        z.object({
          dataset: z.string(),
          kind: z.string(),
          faults: z.int(),
          rowsLost: z.int(),
          example: z.string().nullable(),
          place: z.string(),
        }),
      ),
    }),
  },
} as const;
