export { findCopyGroups, type CopyGroup, type CopyLink } from "./copies/index.ts";
export { crosscheckStage } from "./crosscheck-stage.ts";
