import { z } from "zod";
import { anyId, minor, note, recordedValue } from "./shapes.ts";

const finding = z.object({
  findingId: z.string(),
  schema: z.string(),
  prop: z.string(),
  verdict: z.string(),
  rootsLeast: z.int(),
  rootsMost: z.int(),
  isNew: z.boolean(),
  /** The recorded values that say so. */
  supports: z.array(z.string()),
});

const member = z.object({
  entityId: z.string(),
  dataset: z.string().nullable(),
  /** The member that it was joined to; null for the one that stands first. */
  joinedTo: z.string().nullable(),
  joinedBy: z.string().nullable(),
});

/** Who stands at the other end of a relation, and in what part. */
const relation = z.object({
  edgeId: z.string(),
  schema: z.string(),
  /** The part that this entity has in it, and the other's. */
  role: z.string(),
  otherRole: z.string(),
  otherId: z.string(),
  otherCaption: z.string(),
  dataset: z.string(),
  details: z.array(z.object({ prop: z.string(), value: z.string() })),
});

const counterparty = z.object({
  direction: z.enum(["to", "from"]),
  otherId: z.string(),
  otherCaption: z.string(),
  /** A contact that nobody opened: words stand in the place of its id. */
  isClosed: z.boolean(),
  payments: z.int(),
  /** Null where no payment has a rate. */
  caseMinor: minor.nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});

const payment = z.object({
  paymentId: z.string(),
  direction: z.enum(["to", "from"]),
  otherId: z.string(),
  otherCaption: z.string(),
  caseMinor: minor.nullable(),
  amountMinor: minor,
  currency: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** One reason for or against a join. */
export const reason = z.object({
  sentence: z.string(),
  weightMb: z.int(),
  left: recordedValue.extend({ common: z.object({ words: z.string() }) }).nullable(),
  right: recordedValue.extend({ common: z.object({ words: z.string() }) }).nullable(),
});

const byId = z.object({ id: anyId });

export const entityRoutes = {
  "GET /api/entities/:id": {
    summary:
      "An entity by any of its ids: values with their findings, members, relations, money by counterparty, notes",
    params: byId,
    answer: z.object({
      id: z.string(),
      caption: z.string(),
      schema: z.string(),
      values: z.array(recordedValue),
      findings: z.array(finding),
      members: z.array(member),
      relations: z.array(relation),
      money: z.array(counterparty),
      /** In how many places documents may name it. */
      mentions: z.int(),
      notes: z.array(note),
    }),
  },
  "GET /api/entities/:id/payments": {
    summary: "The payments of an entity in the order of their days, 5,000 at most, and how many there are",
    params: byId,
    answer: z.object({ count: z.int(), payments: z.array(payment) }),
  },
  "GET /api/entities/:id/mentions": {
    summary: "Where documents may name an entity, in the order of the text, 200 at most, and how many there are",
    params: byId,
    answer: z.object({
      count: z.int(),
      mentions: z.array(
        z.object({
          mentionId: z.string(),
          written: z.string(),
          tier: z.string(),
          status: z.string(),
          place: z.string(),
          title: z.string().nullable(),
          /** The rest of the passage; null where it stays closed. */
          around: z.object({ before: z.string(), after: z.string() }).nullable(),
        }),
      ),
    }),
  },
  "GET /api/joins": {
    summary: "Why two entities are one: each join of the chain between them, with its reasons and who confirmed it",
    query: z.object({ left: anyId, right: anyId }),
    answer: z.object({
      caption: z.string(),
      /** Null where they are not joined. */
      steps: z
        .array(
          z.object({
            left: z.string(),
            right: z.string(),
            joinedBy: z.string(),
            weightMb: z.int().nullable(),
            reasons: z.array(reason),
            confirmedBy: z.string().nullable(),
          }),
        )
        .nullable(),
    }),
  },
} as const;
