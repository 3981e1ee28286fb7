import { z } from "zod";

/** An amount in minor units of the case currency, as text: it may pass 2^53. */
export const minor = z.string().regex(/^-?\d+$/u, { error: "use a whole number of minor units" });

/** An id, or words that mean one entity. */
export const anyId = z.string().max(300, { error: "use 300 characters at most" });

/** One recorded value with its first place and the source behind it. */
export const recordedValue = z.object({
  statementId: z.string(),
  dataset: z.string(),
  handOverNo: z.int(),
  entityId: z.string(),
  schema: z.string(),
  prop: z.string(),
  value: z.string(),
  /** What stood there, where it differs from the value. */
  original: z.string().nullable(),
  /** As the page of the material takes it; null for a value that no file holds. */
  locator: z.string().nullable(),
  places: z.int(),
  isHidden: z.boolean(),
  source: z.string(),
  grade: z.string(),
});

/** An entity as it is called. */
export const namedEntity = z.object({ id: z.string(), caption: z.string() });

/** Which part of a list is wanted: `limit` rows after the first `offset`. */
export const windowOfList = z.object({
  offset: z.coerce.number().int().min(0, { error: "use a whole number from 0" }).default(0),
  limit: z.coerce
    .number()
    .int()
    .min(1, { error: "use a whole number from 1 to 500" })
    .max(500, { error: "use a whole number from 1 to 500" })
    .default(50),
});

/** What somebody noted on nobody's word but his own. */
export const note = z.object({ noteNo: z.int(), text: z.string(), actor: z.string(), notedAt: z.string() });
