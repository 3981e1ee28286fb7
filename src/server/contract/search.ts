import { z } from "zod";
import { textUpTo } from "./shapes.ts";

const hit = z.object({
  /** Of an entity, a finding: its id; of a file: `dataset/name`. */
  id: z.string(),
  caption: z.string(),
  lang: z.string().nullable(),
  /** What it is: "Company", "sheet of 2,112 rows". */
  what: z.string(),
  /** Why it is here: `"리철민", a name of it`, `spelt "Ri Chol-min"`. */
  reason: z.string(),
});

export const searchRoutes = {
  "GET /api/search": {
    summary: "Entities, files and findings for the first letters of a word, in any script or romanisation; 8 of each",
    query: z.object({ q: textUpTo(200) }),
    answer: z.object({
      groups: z.array(
        z.object({ kind: z.enum(["entities", "files", "findings"]), hits: z.array(hit), more: z.boolean() }),
      ),
      /** What was gone through, so that "nothing found" says how far it looked. */
      searched: z.string(),
    }),
  },
} as const;
