export type { Progress, ReadContext } from "./read-context.ts";
export { readForm } from "./read-form.ts";
export { Budget } from "./zip/budget.ts";
export { listZipNames } from "./zip/list-zip-names.ts";
export { unpackGzip } from "./gzip/unpack-gzip.ts";
export { unpackMembers } from "./zip/unpack-members.ts";
