export { sayFindings, type FindingSaid } from "./say-findings.ts";
export { sentencesOf, type Outline } from "./outline.ts";
export { briefVersion, citedStatements, outlineBrief, renderBrief } from "./write-brief.ts";
