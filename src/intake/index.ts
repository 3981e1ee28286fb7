export type { StagedFile } from "./parser/index.ts";
export { surroundingsOf } from "./places/surroundings.ts";
export { writeExcerpts, type StagedLookup } from "./places/write-excerpts.ts";
export { heldFiles, readAhead, takeIn, type IntakeContext, type IntakeReport, type Material } from "./take-in.ts";
