export type { ParserLimits } from "./limits.ts";
export { stageFile, type KeepNames, type StageRequest } from "./stage-file.ts";
export { stagingVersion } from "./staged.ts";
export type {
  StagedChunk,
  StagedFault,
  StagedFaultKind,
  StagedFile,
  StagedForm,
  StagedMember,
  StagedPart,
} from "./staged.ts";
