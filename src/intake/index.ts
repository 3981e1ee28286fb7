export type { StagedFile } from "./parser/index.ts";
export { surroundingsOf } from "./places/surroundings.ts";
export { writeExcerpts, type StagedLookup } from "./places/write-excerpts.ts";
export { takeIn, type IntakeReport } from "./take-in.ts";
