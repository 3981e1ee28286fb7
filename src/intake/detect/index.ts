export { detectForm } from "./detect-form.ts";
export { fingerprint } from "./fingerprint.ts";
export type { FoundForm } from "./found-form.ts";
export { readText } from "./read-text.ts";
export { scoreEncodings } from "./score-encodings.ts";
export type { TextEncoding } from "./text-encoding.ts";
