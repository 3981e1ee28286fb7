export { sayFindings, type FindingSaid } from "./say-findings.ts";
export { sentencesOf, type Outline } from "./outline.ts";
export { citedStatements, outlineBrief, renderBrief } from "./write-brief.ts";
