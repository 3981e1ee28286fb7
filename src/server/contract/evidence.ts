import { z } from "zod";
import { entityRef, findingRow, seenSpan, shownValue } from "./parts.ts";
import { madeId, textUpTo } from "./shapes.ts";

const cell = z.object({
  text: z.string(),
  /** How many characters were left out of a long cell. */
  more: z.int(),
  /** Says nothing that may be shown: a closed contact of a phone stands there. */
  isClosed: z.boolean(),
});

/** A place of the material with what stands around it. Rows count from 1; columns of a table have letters or, in a database, names. */
export const excerpt = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("cells"),
    /** A row of a database, a card or a message is shown as names and values; a sheet as a grid. */
    form: z.enum(["grid", "row"]),
    part: z.string(),
    isPartHidden: z.boolean(),
    columns: z.array(
      z.object({ index: z.int(), letters: z.string(), name: z.string().nullable(), isHidden: z.boolean() }),
    ),
    /** The row that names the columns, however far up; null: none does, or it is among `rows`. */
    header: z.object({ row: z.int(), cells: z.array(cell) }).nullable(),
    rows: z.array(z.object({ row: z.int(), isHidden: z.boolean(), cells: z.array(cell) })),
    focus: z.object({ row: z.int(), column: z.int().nullable() }),
  }),
  z.object({
    kind: z.literal("lines"),
    /** `mail`: some lines are headers of a message. */
    form: z.enum(["text", "mail", "page"]),
    /** Page of a document that has pages, with the box of the passage in points from the lower left. */
    page: z.int().nullable(),
    box: z.array(z.number()).nullable(),
    lines: z.array(
      z.object({
        row: z.int(),
        /** What it is where it is no plain paragraph: a heading, a comment by somebody, the subject. */
        label: z.string().nullable(),
        text: z.string(),
        more: z.int(),
        isHidden: z.boolean(),
        isClosed: z.boolean(),
      }),
    ),
    focus: z.object({ row: z.int() }),
  }),
]);

/** Whether the place still holds what was read there: hash of the file and the quoted text agree. */
export const placeCheck = z.object({
  agrees: z.boolean(),
  /** "read again: the file and the quoted text agree", or what is wrong. */
  words: z.string(),
});

const telling = z.object({
  /** Who tells it. */
  words: z.string(),
  grade: z.string(),
  dataset: z.string(),
  received: z.string(),
  /** "first-hand", "retells Agency A". */
  how: z.string(),
  stance: z.enum(["supports", "contradicts"]),
  statementIds: z.array(z.string()),
});

/** Who said it: independent sources left, their tellings right, oldest first. */
export const sourceTree = z.object({
  /** The count in one sentence: "Two tellings, one source". */
  sentence: z.string(),
  roots: z.array(
    z.object({ words: z.string(), isKnown: z.boolean(), counts: z.boolean(), tellings: z.array(telling) }),
  ),
});

export const statementEvidence = z.object({
  id: z.string(),
  stance: z.enum(["supports", "contradicts"]),
  entity: entityRef,
  /** What the entry calls itself. */
  ownName: z.string().nullable(),
  schema: z.string(),
  property: z.string(),
  propertyWords: z.string(),
  value: shownValue,
  original: z.string().nullable(),
  dataset: z.string(),
  source: z.object({ words: z.string(), grade: z.string() }),
  seen: seenSpan,
  /** As `windfall open` takes it, and for `/files/:id?at=`; null for a value that no file holds. */
  place: z.string().nullable(),
  places: z.int(),
  isHidden: z.boolean(),
});

export const evidenceRoutes = {
  "GET /api/findings/:id": {
    summary: "A finding with every statement it rests on, and the tree of its sources",
    params: z.object({ id: madeId }),
    answer: z.object({
      finding: findingRow,
      explanation: z.string(),
      statements: z.array(statementEvidence),
      /** Statements that are not told, since there are over 200. */
      more: z.int(),
      tree: sourceTree,
    }),
  },
  "GET /api/places": {
    summary: "A place of the material with its surroundings, read again from the material; `quote` must stand there",
    query: z.object({ at: textUpTo(1000), statement: madeId.optional() }),
    answer: z.object({
      place: z.string(),
      isHidden: z.boolean(),
      /** Null where the place says nothing that may be shown. */
      excerpt: excerpt.nullable(),
      check: placeCheck,
    }),
  },
} as const;
