export { type NewFault } from "./fault-list.ts";
export { type MemberHead, MemberReport, type OpenPart } from "./member-report.ts";
export type { ExtraKind } from "./part-writer.ts";
export { writeUtf8 } from "./write-utf8.ts";
