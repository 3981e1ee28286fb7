export { openAuditLog, type AuditEntry, type AuditLog } from "./audit-log.ts";
export type { Sealed } from "./sealed.ts";
export { openSealedNames, sealName, type SealedNames } from "./sealed-names.ts";
export { tellingWords, wordsOf } from "./telling-words.ts";
