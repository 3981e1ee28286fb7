export { readText } from "./detect/index.ts";
export type { StagedFile } from "./parser/index.ts";
export { excerptOfPlace, type CellExcerpt, type PassageExcerpt } from "./places/excerpt-of-place.ts";
export { surroundingsOf } from "./places/surroundings.ts";
export { windowOfPart } from "./places/window-of-part.ts";
export { writeExcerpts, type StagedLookup } from "./places/write-excerpts.ts";
export type { IntakeContext, IntakeReport, Material } from "./take-in.ts";
export { heldFiles, heldName, readAhead, takeIn } from "./take-in.ts";
