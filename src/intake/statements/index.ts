export { nextFileNo, writeFileRows } from "./file-rows.ts";
export type { IntakeTarget } from "./target.ts";
export { writeMapped } from "./write-mapped.ts";
