export { crosscheckStage } from "./crosscheck-stage.ts";
export { whatChanged, type Change, type Changes } from "./what-changed.ts";
