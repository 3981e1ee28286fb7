import { z } from "zod";

const cites = z.array(z.int());
const sentence = z.object({ text: z.string(), cites });
const drawing = z.object({ caption: z.string(), cites, svg: z.string() });

const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), sentences: z.array(sentence) }),
  z.object({ kind: z.literal("list"), sentences: z.array(sentence) }),
  z.object({
    kind: z.literal("table"),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.object({ cells: z.array(z.string()), cites })),
  }),
  z.object({ kind: z.literal("drawing"), ...drawing.shape }),
  z.object({ kind: z.literal("empty"), text: z.string() }),
]);

const citation = z.object({
  number: z.int(),
  kind: z.enum(["statement", "finding", "fault", "file", "claim", "blockSet"]),
  title: z.string(),
  place: z.string(),
  source: z.string(),
  /** The lines about it, and which of them is its own. */
  excerpt: z.object({ lines: z.array(z.string()), focus: z.int() }).nullable(),
});

export const briefRoutes = {
  "GET /api/brief": {
    summary: "The brief as the last run wrote it: sections, sentences with their citations, and what each citation is",
    answer: z.object({
      /** Stands on every page of it. */
      mark: z.string(),
      title: z.string(),
      /** False where the case has changed since. */
      isUpToDate: z.boolean(),
      sections: z.array(z.object({ id: z.string(), title: z.string(), blocks: z.array(block) })),
      citations: z.array(citation),
    }),
  },
  "GET /api/brief/:form": {
    summary: "The brief as a document, as the last run wrote it, with its mark",
    params: z.object({ form: z.enum(["html", "md"], { error: 'use "html" or "md"' }) }),
    answer: z.object({ name: z.string(), text: z.string() }),
  },
} as const;
