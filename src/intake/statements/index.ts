export { nextFileNo, writeFileRows } from "./file-rows.ts";
export type { IntakeSource, IntakeTarget } from "./target.ts";
export { prepareMapped, writeMapped, type PreparedFile } from "./write-mapped.ts";
