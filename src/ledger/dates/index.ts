export { findDates, type Anchor, type DateContext, type FoundDate } from "./find-dates.ts";
export type { Precision } from "./interval.ts";
export { findTimeSpans } from "./time-spans.ts";
