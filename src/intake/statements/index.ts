export { nextFileNo, writeFileRows } from "./file-rows.ts";
export { type IntakeTarget, openChunks } from "./target.ts";
export { planFile, writeMapped } from "./write-mapped.ts";
