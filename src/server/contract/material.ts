import { z } from "zod";
import { addressNumber, textUpTo } from "./shapes.ts";

/** A value that was recorded from a row; `column` is null where the whole row says it. */
const used = z.object({
  row: z.int(),
  column: z.int().nullable(),
  statementId: z.string(),
  canonicalId: z.string().nullable(),
  schema: z.string(),
  prop: z.string(),
  value: z.string(),
});

/** Rows count from 1. */
const fromOne = addressNumber.min(1, { error: "use a number from 1" });

export const materialRoutes = {
  "GET /api/place": {
    summary: "Where a place of the material is: its file, the parts of that file, row (from 1) and column (from 0)",
    query: z.object({ at: textUpTo(1000) }),
    answer: z.object({
      fileNo: z.int(),
      dataset: z.string(),
      file: z.string(),
      form: z.string(),
      /** Whether its rows are passages of text, each with two cells: the text, and what it is if no plain paragraph. */
      isText: z.boolean(),
      source: z.string(),
      grade: z.string(),
      /** SHA-256 of the material as the manifest has it; null for a sealed source. */
      sha256: z.string().nullable(),
      part: z.int(),
      row: z.int(),
      column: z.int().nullable(),
      parts: z.array(
        z.object({
          part: z.int(),
          name: z.string(),
          visibility: z.string(),
          columnCount: z.int(),
          rowsPresent: z.int(),
        }),
      ),
    }),
  },
  "GET /api/files/:fileNo/parts/:part/rows": {
    summary: "Rows of one part of the material as they were read, with what was recorded from them; 500 at most",
    params: z.object({ fileNo: addressNumber, part: addressNumber }),
    query: z.object({ from: fromOne, to: fromOne }),
    answer: z.object({
      /** Names of columns, where the part has them (a database); else letters stand for them. */
      columnNames: z.array(z.string()).nullable(),
      hiddenColumns: z.array(z.int()),
      rows: z.array(
        z.object({
          row: z.int(),
          isHidden: z.boolean(),
          /** Null: not shown, since a closed contact of a phone stands there. */
          cells: z.array(z.string().nullable()),
        }),
      ),
      used: z.array(used),
    }),
  },
} as const;
