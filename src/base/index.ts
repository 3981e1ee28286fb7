export { assert, unreachable } from "./assert.ts";
export { at, atKey } from "./at.ts";
export { bad, good, type Result } from "./result.ts";
export type { Brand } from "./brand.ts";
export type { Clock } from "./clock.ts";
export { compareText } from "./compare-text.ts";
export { hmacSha256, sha1, sha256, stableJson } from "./hash.ts";
export { Refusal } from "./refusal.ts";
export { siblingModule, type SiblingModule } from "./sibling-module.ts";
