import { z } from "zod";

import type { ParserLimits } from "./limits.ts";
import { type StagedForm, stagedForms, stagedMember } from "./staged.ts";

/**
 * What the parser child is told to do, as one message. `skip`: members that ended an earlier child, by ordinal. Sealed: the
 * names of an archive's members stand in messages of their own and nowhere else.
 */
export interface ChildJob {
  readonly path: string;
  readonly name: string;
  readonly isSealed: boolean;
  readonly outDir: string;
  readonly limits: ParserLimits;
  readonly skip: readonly SkippedMember[];
}

/** A member that is not to be read again, and why. */
export interface SkippedMember {
  readonly ordinal: number;
  readonly form: StagedForm;
  readonly mediaType: string;
  readonly kind: "timeout" | "memory" | "crashed";
  readonly text: string;
  readonly rowsLost: number;
}

const begun = z.object({
  kind: z.literal("begun"),
  ordinal: z.number().int(),
  parentOrdinal: z.number().int().nullable(),
  name: z.string(),
  form: z.enum(stagedForms),
  bytes: z.number(),
  sha256: z.string(),
  mediaType: z.string(),
});
const progress = z.object({
  kind: z.literal("progress"),
  ordinal: z.number().int(),
  work: z.number(),
  rows: z.number(),
});
const named = z.object({ kind: z.literal("named"), pseudonym: z.string(), name: z.string() });
const finished = z.object({ kind: z.literal("member"), member: stagedMember });
const refused = z.object({ kind: z.literal("refused"), text: z.string() });
const done = z.object({ kind: z.literal("done") });

/** What the child says while it works; `work` only grows. */
export const childMessage = z.discriminatedUnion("kind", [named, begun, progress, finished, refused, done]);

export type ChildMessage = z.infer<typeof childMessage>;
export type BegunMember = Extract<ChildMessage, { kind: "begun" }>;
