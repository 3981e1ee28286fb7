export { reconcileStage } from "./reconcile-stage.ts";
