export { sayFindings, type FindingSaid } from "./say-findings.ts";
export { sentencesOf, type Outline } from "./outline.ts";
export { citedStatements, outlineBrief, renderBrief } from "./write-brief.ts";

/** Raised when the same tables give another brief than before, so that the next run writes it anew. */
export const briefVersion = "1";
