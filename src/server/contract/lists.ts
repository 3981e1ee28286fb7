import { z } from "zod";
import { entityRow, faultRow, findingRow, paymentRow, statementRow } from "./parts.ts";
import { addressNumber, anyId, madeId, textUpTo } from "./shapes.ts";

const listName = z.enum(["findings", "entities", "payments", "faults", "statements"]);

/** One term of the filter as it was read. */
const chip = z.object({
  /** The term as it stands in the filter: taking this text out of it removes the chip. */
  text: z.string(),
  /** Where it stands in the filter: first character, and the one after the last. */
  from: z.int(),
  to: z.int(),
  /** In words: "money over 1 M USD". */
  words: z.string(),
  isNegated: z.boolean(),
  /** How many rows there would be without it; told where nothing was found. */
  countWithout: z.int().nullable(),
});

/** One term that was not understood. */
const faultyTerm = z.object({
  text: z.string(),
  from: z.int(),
  to: z.int(),
  /** What is wrong: names the term and the right form. */
  why: z.string(),
  /** The nearest right term, to stand in its place. */
  nearest: z.string().nullable(),
});

const facet = z.object({
  /** The key of the filter: `kind`, `property`, `source`. */
  key: z.string(),
  words: z.string(),
  /** Most rows first; counted under all other terms of the filter, as if this key had none. */
  values: z.array(
    z.object({
      value: z.string(),
      words: z.string(),
      count: z.int(),
      isChosen: z.boolean(),
      /** The term to add to the filter. */
      term: z.string(),
    }),
  ),
  /** Values that are not told, since they are many. */
  more: z.int(),
});

/** The rows of one list. */
const rows = z.discriminatedUnion("list", [
  z.object({ list: z.literal("findings"), rows: z.array(findingRow) }),
  z.object({ list: z.literal("entities"), rows: z.array(entityRow) }),
  z.object({ list: z.literal("payments"), rows: z.array(paymentRow) }),
  z.object({ list: z.literal("faults"), rows: z.array(faultRow) }),
  z.object({ list: z.literal("statements"), rows: z.array(statementRow) }),
]);

const view = z.object({
  id: z.string(),
  /** Rows under the filter, and rows of the whole list. */
  count: z.int(),
  total: z.int(),
  facets: z.array(facet),
  /** The first 200. */
  first: rows,
});

/** What a run has changed since a view was made; `rows` are those that the same filter would find and this view does not hold. */
const newer = z.object({ rows: z.int(), words: z.string() }).nullable();

export const listRoutes = {
  "POST /api/views": {
    summary: "Read a filter, and freeze the order of the rows that it finds: the list does not shift while it is read",
    body: z.object({
      list: listName,
      filter: textUpTo(2000).default(""),
      /** A key to sort by, `-` before it for the largest first; left out: the list's own order. */
      sort: textUpTo(40).optional(),
      /** The entity whose statements are wanted; for `statements` alone. */
      of: anyId.optional(),
    }),
    answer: z.object({
      /** The filter in words. */
      sentence: z.string(),
      chips: z.array(chip),
      faultyTerms: z.array(faultyTerm),
      /** Null where a term was not understood: keep the last good list. */
      view: view.nullable(),
    }),
  },
  "GET /api/views/:id/rows": {
    summary: "A window of a frozen view: rows `from` to `to`, the last left out, at most 1,000",
    params: z.object({ id: madeId }),
    query: z.object({ from: addressNumber, to: addressNumber }),
    answer: z.object({ from: z.int(), count: z.int(), window: rows, newer }),
  },
  "GET /api/views/:id/ids": {
    summary: "The ids of a frozen view from row `from` to row `to`, the last left out, at most 100,000",
    params: z.object({ id: madeId }),
    query: z.object({ from: addressNumber, to: addressNumber }),
    answer: z.object({ ids: z.array(z.string()) }),
  },
  "GET /api/views/:id/position": {
    summary: "Where a row with an id stands in a frozen view, so that an address can open at it; null: it is not there",
    params: z.object({ id: madeId }),
    query: z.object({ of: anyId }),
    answer: z.object({ position: z.int().nullable() }),
  },
  "GET /api/filter-keys": {
    summary: "The filter's keys for each list: what they mean, which forms and values they take, what can be sorted by",
    answer: z.array(
      z.object({
        list: listName,
        keys: z.array(
          z.object({
            key: z.string(),
            meaning: z.string(),
            forms: z.array(z.string()),
            /** Its values, where they are few and fixed. */
            values: z.array(z.object({ value: z.string(), words: z.string() })),
          }),
        ),
        sorts: z.array(z.object({ key: z.string(), words: z.string() })),
        ownOrder: z.string(),
      }),
    ),
  },
} as const;
