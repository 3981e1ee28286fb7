export { crosscheckStage } from "./crosscheck-stage.ts";
