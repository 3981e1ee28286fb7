export { sayFindings, type FindingSaid } from "./say-findings.ts";
export { drawFlow } from "./diagram/draw-flow.ts";
export { chokepointDrawing } from "./sections/chokepoints.ts";
export { sentencesOf, type Outline } from "./outline.ts";
export {
  briefVersion,
  sentencesWithStatements,
  citedStatements,
  outlineBrief,
  renderBrief,
  withHypotheses,
  withJoins,
} from "./write-brief.ts";
