export type { Count } from "./count.ts";
export { findCounts } from "./find-counts.ts";
export { findIdentifiers, type Identifier } from "./identifiers.ts";
