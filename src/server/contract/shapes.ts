import { z } from "zod";

/** An amount in minor units of the case currency, as text: it may pass 2^53. */
export const minor = z.string().regex(/^-?\d+$/u, { error: "use a whole number of minor units" });

/** Text of at most so many characters. */
export const textUpTo = (most: number) => z.string().max(most, { error: `use ${grouped(most)} characters at most` });

const grouped = (number: number): string => number.toLocaleString("en");

/** An id, or words that mean one entity. */
export const anyId = textUpTo(300);

/** An id that the server made, of a view or a finding. */
export const madeId = textUpTo(80);

/** Why somebody decided so. */
export const reasonWords = z.string().trim().max(2000, { error: "use 2,000 characters at most" });

/** Words that name parties of a question. */
export const partyWords = z.array(anyId).max(200, { error: "use 200 names or ids at most" });

/** Countries by two letters, in the small ones of the records. */
export const countries = z
  .array(
    z
      .string()
      .regex(/^[a-z]{2}$/iu, { error: 'use two letters, such as "kp"' })
      .toLowerCase(),
  )
  .max(300, { error: "use 300 countries at most" });

const spanHint = 'use two dates, the earlier first, such as ["2014-01-01", "2016-07-31"]';
const day = z.iso.date({ error: 'use a date such as "2014-01-31"' });

/** First and last day. */
export const span = z
  .tuple([day, day], { error: spanHint })
  .refine(([first, last]) => first <= last, { error: spanHint });

const largestNumber = 2 ** 31 - 1;

/** A number in an address, which is text there: of a file, a part, a row. */
export const addressNumber = z.coerce
  .number({ error: "use a whole number" })
  .int({ error: "use a whole number" })
  .min(0, { error: "use a number from 0" })
  .max(largestNumber, { error: `use a number up to ${grouped(largestNumber)}` });

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

const limitHint = "use a whole number from 1 to 500";

/** Which part of a list is wanted: `limit` rows after the first `offset`. */
export const windowOfList = z.object({
  offset: addressNumber.default(0),
  limit: z.coerce
    .number({ error: limitHint })
    .int({ error: limitHint })
    .min(1, { error: limitHint })
    .max(500, { error: limitHint })
    .default(50),
});

/** What somebody noted on nobody's word but his own. */
export const note = z.object({ noteNo: z.int(), text: z.string(), actor: z.string(), notedAt: z.string() });
