export { findCounts, findIdentifiers, type Count, type Identifier } from "./counts/index.ts";
export { findDates, type Anchor, type DateContext, type FoundDate, type Precision } from "./dates/index.ts";
export type {
  ChainLink,
  Claim,
  ClaimKind,
  Modality,
  OutletRelation,
  Polarity,
  SourceKind,
  SpeakerSource,
} from "./claims/claim.ts";
export { readClaims, type DocumentClaims, type LedgerDocument } from "./claims/read-claims.ts";
export {
  clusterDocuments,
  compareMentions,
  contentWords,
  deedsOf,
  documentLikeness,
  evidenceNames,
  explainMentions,
  headLemma,
  joinMentions,
  mentionContexts,
  weighDocuments,
  weighMentions,
} from "./events/index.ts";
export type { ContentWord, Deed, EvidenceName, Mention, MentionComparison, WeighedDocuments } from "./events/index.ts";
