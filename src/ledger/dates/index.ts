export { findDates, type Anchor, type DateContext, type FoundDate } from "./find-dates.ts";
export { findWritten, type WrittenOn } from "./find-written.ts";
export type { Precision } from "./interval.ts";
export { findTimeSpans } from "./time-spans.ts";
