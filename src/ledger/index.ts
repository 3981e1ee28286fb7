export { findCounts, findIdentifiers, type Count, type Identifier } from "./counts/index.ts";
export {
  findDates,
  findWritten,
  type Anchor,
  type DateContext,
  type FoundDate,
  type Precision,
  type WrittenOn,
} from "./dates/index.ts";
export { findPlaces, type FoundPlace } from "./places/index.ts";
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
export { attachWords, type WordedClaim } from "./claims/attach-words.ts";
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
export { asksForPerson } from "./stage/asks-for-person.ts";
export { tellerOf } from "./guard/guarded-texts.ts";
export { interviewClaims, type InterviewRow } from "./interviews/interview-claims.ts";
export { buildLedger, type EventStatus, type Ledger, type LedgerEvent } from "./build-ledger.ts";
export { contrastEvidence, type KnownClaims } from "./contrast/contrast-evidence.ts";
export { comparedBefore } from "./contrast/compared-before.ts";
export { contrastNames } from "./contrast/chance-of-contrast.ts";
export { tellersOf } from "./contrast/teller-evidence.ts";
export type { Contradiction, ContradictionKind } from "./findings/contradiction.ts";
export type { Drift, DriftKind } from "./findings/drifts.ts";
export { type ClaimRef, type LedgerClaim, type ReadDocument } from "./likeness/ledger-claim.ts";
export { rootOf, type RootCount, type RootGroup } from "./roots/count-roots.ts";
export { questionKinds, type Answer, type AnswerValue, type Question, type QuestionKind } from "./answers/answer.ts";
export { askLedger } from "./answers/ask-ledger.ts";
export {
  weighHypotheses,
  type Reversal,
  type Stance,
  type Tally,
  type Weighed,
} from "./hypotheses/weigh-hypotheses.ts";
export { askCase, type CaseAnswer } from "./stage/ask-case.ts";
export { claimInstruction, claimRequest } from "./endpoint/claim-request.ts";
export { parseClaimAnswer, type ModelClaim } from "./endpoint/parse-claim-answer.ts";
export { ledgerStage } from "./ledger-stage.ts";
export { mentionStage } from "./mention-stage.ts";
export { makeFindMentions } from "./mentions/find-mentions.ts";
export type { HeldName } from "./mentions/held-name.ts";
export { makeNameIndex } from "./mentions/name-index.ts";
export { readReport, type Report, type ReportClaims, type ReportReading } from "./foreign/read-report.ts";
