export { decisionTable } from "./decision-table.ts";
export { explainJoin, type JoinReason, type JoinStep } from "./explain-join.ts";
export { resolveStage } from "./resolve-stage.ts";
export { prioritiseStage } from "./prioritise-stage.ts";
export { writeLoadBearing, type Shown } from "./write-load-bearing.ts";
