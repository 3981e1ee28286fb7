import { z } from "zod";

/** Amounts may pass 2^53: whole minor units of the case currency, as text. */
export const minorAmount = z.string().regex(/^-?\d+$/u);

/** A value as it is recorded, with the language of its statement (BCP 47) where one is known. */
export const shownValue = z.object({ text: z.string(), lang: z.string().nullable() });

/** A canonical entity, and what it is called; a closed contact of a phone is called nothing else. */
export const entityRef = z.object({ id: z.string(), caption: z.string() });

/** How many independent sources: the fewest that it can be, and the most. */
export const sourceCount = z.object({ least: z.int(), most: z.int() });

/** First and last day of what is said, ISO at their own precision; null: no day is known. */
export const seenSpan = z.object({ from: z.string(), to: z.string() }).nullable();

/** The four verdicts; `isNew` says besides whether it was held before. */
export const findingState = z.enum(["corroborated", "contradicted", "one-source", "unknown-source"]);

export const findingRow = z.object({
  id: z.string(),
  entity: entityRef,
  schema: z.string(),
  property: z.string(),
  /** The property in words, as the brief writes it. */
  propertyWords: z.string(),
  value: shownValue,
  state: findingState,
  /** The state in words: "said by 2 independent sources", "contradicted". */
  stateWords: z.string(),
  isNew: z.boolean(),
  /** Public lists alone say it. */
  isListed: z.boolean(),
  sources: sourceCount,
  /** The money of the payment that it is about, or that its entity paid and was paid; null: none is known. */
  moneyMinor: minorAmount.nullable(),
  seen: seenSpan,
});

export const entityRow = z.object({
  id: z.string(),
  caption: z.string(),
  lang: z.string().nullable(),
  schema: z.string(),
  countries: z.array(z.string()),
  /** How many entries of hand-overs and lists were joined to it. */
  members: z.int(),
  /** Hand-overs and lists that speak of it. */
  datasets: z.int(),
  findings: z.int(),
  contradicted: z.int(),
  isListed: z.boolean(),
  isNew: z.boolean(),
  moneyMinor: minorAmount.nullable(),
  seen: seenSpan,
});

export const paymentRow = z.object({
  id: z.string(),
  payer: entityRef,
  payee: entityRef,
  amountMinor: minorAmount,
  currency: z.string(),
  /** In the case currency; null: no rate is known. */
  caseMinor: minorAmount.nullable(),
  seen: seenSpan,
  sources: sourceCount,
  state: findingState,
  stateWords: z.string(),
});

export const faultRow = z.object({
  /** Its number in this list. */
  id: z.string(),
  place: z.string(),
  file: z.string(),
  dataset: z.string(),
  kind: z.string(),
  kindWords: z.string(),
  text: z.string(),
  rowsLost: z.int(),
});

export const statementRow = z.object({
  id: z.string(),
  schema: z.string(),
  property: z.string(),
  propertyWords: z.string(),
  value: shownValue,
  /** What stood there, where it differs from the value and no closed contact stands there too. */
  original: z.string().nullable(),
  /** Set where the value is another entity. */
  leadsTo: entityRef.nullable(),
  dataset: z.string(),
  source: z.object({ words: z.string(), grade: z.string() }),
  /** As `windfall open` takes it; null for a value that no file holds. */
  place: z.string().nullable(),
  places: z.int(),
  isHidden: z.boolean(),
  seen: seenSpan,
});
