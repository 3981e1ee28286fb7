import { z } from "zod";
import { anyId, note, reasonWords, textUpTo, windowOfList } from "./shapes.ts";

const event = z.object({
  eventId: z.string(),
  title: z.string(),
  type: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  precision: z.string().nullable(),
  place: z.string().nullable(),
  country: z.string().nullable(),
  rootsLeast: z.int(),
  rootsMost: z.int(),
  deniedBy: z.array(z.string()),
  unconfirmedBy: z.array(z.string()),
  status: z.array(z.string()),
  isGuarded: z.boolean(),
  claims: z.int(),
  confirmed: z.int(),
  documents: z.int(),
});

/** A claim in its paragraph, with its fields and the reason of each. */
const claim = z.object({
  claimId: z.string(),
  title: z.string().nullable(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  kind: z.string(),
  polarity: z.string(),
  modality: z.string(),
  speaker: z.string(),
  chain: z.array(z.object({ name: z.string(), isInferred: z.boolean() })),
  outlet: z.string(),
  relation: z.string(),
  isIronic: z.boolean(),
  isRetracted: z.boolean(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  precision: z.string().nullable(),
  counts: z.array(z.object({ text: z.string() })),
  places: z.array(z.object({ name: z.string() })),
  reasons: z.array(z.object({ field: z.string(), why: z.string() })),
  isGuarded: z.boolean(),
  status: z.string(),
  edited: z.array(z.string()),
  /** As the page of the material takes it. */
  place: z.string(),
});

/** Two claims of which one speaks against the other, or is a firmer telling of it. */
const claimPair = z.object({
  kind: z.string(),
  why: z.string(),
  leftQuote: z.string(),
  leftSpeaker: z.string(),
  rightQuote: z.string(),
  rightSpeaker: z.string(),
});

const flag = z.enum(["true", "false"], { error: 'use "true" or "false"' }).default("false");

export const ledgerRoutes = {
  "GET /api/ledger": {
    summary: "What reports say happened, the events with most independent sources first, and how far the ledger looked",
    query: windowOfList.extend({ confirmed: flag }),
    answer: z.object({
      count: z.int(),
      events: z.array(event),
      contradictions: z.int(),
      reach: z.object({
        documents: z.int(),
        passages: z.int(),
        unread: z.int(),
        unreadLanguages: z.array(z.string()),
        /** By rules; what a model made stands apart. */
        proposed: z.int(),
        byModels: z.int(),
        confirmed: z.int(),
        rejected: z.int(),
        /** Of these the ones that a model made. */
        confirmedByModels: z.int(),
        rejectedByModels: z.int(),
      }),
    }),
  },
  "GET /api/ledger/events/:id": {
    summary:
      "One event: its claims in their paragraphs, its independent sources, what contradicts and what grew firmer",
    params: z.object({ id: anyId }),
    answer: z.object({
      event,
      roots: z.array(z.object({ source: z.string(), carriers: z.array(z.string()), most: z.int() })),
      claims: z.array(claim),
      contradictions: z.array(claimPair),
      drifts: z.array(claimPair),
      notes: z.array(note),
    }),
  },
  "GET /api/ledger/claims": {
    summary:
      "Proposed claims that wait for a decision, in the order of their documents: all, those that rules read, or a model's",
    query: windowOfList.extend({
      made: z.enum(["rules", "model"], { error: 'use "rules" or "model"' }).optional(),
    }),
    answer: z.object({
      waiting: z.int(),
      /** What a model made: those that wait, and those that a person confirmed or rejected, as the last run drew it. */
      byModels: z.object({ waiting: z.int(), confirmed: z.int(), rejected: z.int() }),
      claims: z.array(claim),
    }),
  },
  "POST /api/ledger/claims/:id/decision": {
    summary: "Accepts or rejects a proposed claim; `set` puts fields right, such as `speaker=Ann Lee; modality=hedged`",
    params: z.object({ id: anyId }),
    body: z.object({
      decision: z.enum(["accept", "reject"], { error: 'use "accept" or "reject"' }),
      set: textUpTo(2000).optional(),
      reason: reasonWords.optional(),
    }),
    answer: z.object({ judgementNo: z.int() }),
  },
} as const;
