export { findCounts, findIdentifiers, type Count, type Identifier } from "./counts/index.ts";
export { findDates, type Anchor, type DateContext, type FoundDate, type Precision } from "./dates/index.ts";
