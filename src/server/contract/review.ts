import { z } from "zod";
import { reason } from "./entity.ts";
import { anyId, minor, reasonWords, recordedValue, windowOfList } from "./shapes.ts";

const pair = z.object({
  leftId: z.string(),
  rightId: z.string(),
  leftCaption: z.string(),
  rightCaption: z.string(),
  left: z.array(recordedValue),
  right: z.array(recordedValue),
  reasons: z.array(reason),
  weightMb: z.int(),
  /** What a decision would change; null for a pair that waits for none. */
  change: z
    .object({
      moneyMinor: minor,
      findingsFlipped: z.int(),
      corroborated: z.int(),
      contradicted: z.int(),
      settled: z.int(),
      apart: z.array(z.string()),
    })
    .nullable(),
});

/** A join on which something shown hangs. */
const join = z.object({
  leftId: z.string(),
  rightId: z.string(),
  leftName: z.string(),
  rightName: z.string(),
  joinedBy: z.string(),
  weightMb: z.int().nullable(),
  /** Sentences of the brief, matches with public lists, chokepoints. */
  carries: z.array(z.object({ kind: z.string(), carried: z.string() })),
  moneyMinor: minor,
  /** No other link holds its two sides together. */
  isAlone: z.boolean(),
  reasons: z.array(reason),
});

const decision = z.object({
  judgementNo: z.int(),
  subject: z.string(),
  leftId: z.string(),
  rightId: z.string(),
  decision: z.string(),
  reasons: z.array(z.string()),
  actor: z.string(),
  judgedAt: z.string(),
});

export const reviewRoutes = {
  "GET /api/review/pairs": {
    summary: "Pairs that wait for a decision, those first that change most, with both sides and the reasons",
    query: windowOfList,
    answer: z.object({ waiting: z.int(), pairs: z.array(pair) }),
  },
  "GET /api/review/pair": {
    summary: "One pair of entities, whether or not it waits",
    query: z.object({ left: anyId, right: anyId }),
    answer: pair,
  },
  "GET /api/review/joins": {
    summary: "Joins that carry something shown and that nobody has confirmed, those first that nothing else backs",
    query: windowOfList,
    answer: z.object({ waiting: z.int(), all: z.int(), joins: z.array(join) }),
  },
  "GET /api/decisions": {
    summary: "Every decision, the latest first",
    query: windowOfList,
    answer: z.object({ count: z.int(), decisions: z.array(decision) }),
  },
  "POST /api/decisions": {
    summary: "Keeps a decision on two entities; a later decision may answer it, nothing is overwritten",
    body: z.object({
      leftId: anyId,
      rightId: anyId,
      decision: z.enum(["same", "different", "unsure"], { error: 'use "same", "different" or "unsure"' }),
      reason: reasonWords.optional(),
    }),
    answer: z.object({ judgementNo: z.int() }),
  },
  "POST /api/decisions/undo": {
    summary: "Takes a decision back by a later one: the last that rules, or that of a number",
    body: z.object({
      judgementNo: z.int().min(1, { error: "use the number of a decision" }).optional(),
      reason: reasonWords.optional(),
    }),
    answer: z.object({ undone: decision, judgementNo: z.int() }),
  },
} as const;
