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

/** Words of a document that may name an entity: in their passage, with the name part by part and what is held of the entity. */
export const mention = z.object({
  mentionId: z.string(),
  written: z.string(),
  /** As they were compared, without what the language joins to their end. */
  form: z.string(),
  /** The name that the case holds. */
  name: z.string(),
  tier: z.string(),
  weightMb: z.int(),
  why: z.array(z.string()),
  status: z.string(),
  /** As the page of the material takes it. */
  place: z.string(),
  title: z.string().nullable(),
  /** The rest of the passage; null where it stays closed. */
  around: z.object({ before: z.string(), after: z.string() }).nullable(),
  canonicalId: z.string(),
  caption: z.string(),
  values: z.array(recordedValue),
  /** Whom else the same words may name. */
  others: z.array(z.object({ id: z.string(), caption: z.string(), tier: z.string() })),
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

const decisionNo = z.int().min(1, { error: "use the number of a decision" });

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
  "GET /api/review/mentions": {
    summary: "Names of the case that are proposed in documents and wait for a decision, and what was not looked for",
    query: windowOfList,
    answer: z.object({
      waiting: z.int(),
      mentions: z.array(mention),
      skipped: z.array(z.object({ sentence: z.string(), names: z.int(), places: z.int() })),
    }),
  },
  "POST /api/review/mentions/:id/decision": {
    summary: "Keeps whether the words name the entity; nothing rests on a mention, accepted or not",
    params: z.object({ id: anyId }),
    body: z.object({
      decision: z.enum(["accept", "reject", "unsure"], { error: 'use "accept", "reject" or "unsure"' }),
      reason: reasonWords.optional(),
    }),
    answer: z.object({ judgementNo: z.int() }),
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
      judgementNo: decisionNo.optional(),
      reason: reasonWords.optional(),
    }),
    answer: z.object({ undone: decision, judgementNo: z.int() }),
  },
  "POST /api/decisions/redo": {
    summary: "Takes a decision that was taken back again, by a later one of whoever asks",
    body: z.object({ judgementNo: decisionNo }),
    answer: z.object({ redone: decision, judgementNo: z.int() }),
  },
} as const;
