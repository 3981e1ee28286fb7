export { captionsOf, captionsOfMentions, namesOfMentions, ownNames, shortCaption } from "./captions.ts";
export { changesOf, latestHandOver, type Changes } from "./changes.ts";
export { advisedSet, blockSets, readExplanation, withheldOf, withoutSlips, type BlockSetLine } from "./chokepoints.ts";
export { missingCitations, type CitedIds } from "./citations.ts";
export { commonnessOf, type Commonness, type ComparedValue } from "./commonness.ts";
export { confirmationsOf, type Confirmation } from "./confirmations.ts";
export { excerptPlaces, excerptsOf, type Excerpt } from "./excerpts.ts";
export { entitiesNamed, membersOf, moneyOf, valuesOf, valuesOfEntities, type EntityLine } from "./entity.ts";
export { columnLines, partsWithoutTable, type ColumnLine } from "./column-readings.ts";
export { flowPictureOf, type FlowPicture } from "./flow-picture.ts";
export { ownerOfFile, sendablePassages, type PassageBar, type SendablePassage } from "./sendable-passages.ts";
export { passagesOf, type PassageLine } from "./documents.ts";
export { evidenceOf, sourceWords, statementTexts, type Evidence } from "./evidence.ts";
export { closedAmong, closedPlaces, countClosedBystanders, standInsOf, type ClosedPlaces } from "./closed-contacts.ts";
export {
  countGuardedTexts,
  exportedEntities,
  exportedJoins,
  exportedStatements,
  type ExportedEntity,
  type ExportedStatement,
} from "./export.ts";
export { faultGroups, faultKinds, faultLines, type FaultLine } from "./faults.ts";
export { fileLines, fileSources, type FileLine } from "./files.ts";
export { findTerms, type Found, type Searched } from "./find.ts";
export { findingCounts, findingLines, findingLinesByIds, type FindingFilter, type FindingLine } from "./findings.ts";
export {
  hypothesisLines,
  markLines,
  type EvidenceKind,
  type HypothesisLine,
  type MarkLine,
  type MarkStance,
} from "./hypotheses.ts";
export { guardedNames, guardedTexts } from "./guarded-texts.ts";
export { interviewLines, type InterviewLine } from "./interviews.ts";
export {
  judgementLines,
  judgementToRedo,
  judgementToUndo,
  redoingReason,
  undoingReason,
  unknownEntities,
  type JudgementLine,
} from "./judgements.ts";
export { noteId, noteLines, notesAbout, notesOfEvents, type NoteAbout, type NoteLine } from "./notes.ts";
export { loadBearingCounts, loadBearingJoins, statementsOfMentions, type LoadBearingJoin } from "./load-bearing.ts";
export { paymentsOf } from "./payments-of.ts";
export { paymentsTouching } from "./payments-touching.ts";
export { relationsOf, type RelationLine } from "./relations.ts";
export { restsOnEach, supportOfMoney } from "./rests-on-one.ts";
export { pairOf, pairsToReview, type ReviewPair } from "./pairs.ts";
export type { Reader } from "./reader.ts";
export { intakeFigures, summaryOf, type Summary } from "./summary.ts";
export { doubtsOfAdvice, type DoubtOfAdvice } from "./doubts-of-advice.ts";
export { blockingReach, type BlockingReach } from "./blocking-reach.ts";
export { skippedBlocks, type SkippedBlocks } from "./skipped-blocks.ts";
export {
  claimsBeginning,
  claimsByIds,
  claimsOfEvent,
  claimsOfFile,
  claimsToReview,
  countClaimsToReview,
  type ClaimCount,
  type ClaimLine,
} from "./claims.ts";
export {
  countMentionsToReview,
  mentionsAtPlaces,
  mentionsBeginning,
  mentionsByIds,
  mentionsNamed,
  countMentionsOfEntity,
  mentionsOfEntity,
  mentionsOfFile,
  mentionsToReview,
  skippedMentions,
  type MentionLine,
} from "./mentions.ts";
export {
  countEvents,
  eventRoots,
  ledgerContradictions,
  ledgerDrifts,
  ledgerEvents,
  ledgerReach,
  type ClaimPair,
  type EventLine,
  type LedgerReach,
} from "./ledger-events.ts";
export { wordsAroundMentions } from "./words-around-mentions.ts";
export { valuesOnRows } from "./values-on-rows.ts";
export {
  channelsAmong,
  channelsTogether,
  channelsOf,
  moneyByMonth,
  networkKinds,
  networkNodes,
  paymentsOfChannel,
  type ChannelLine,
  type Days,
} from "./network-facts.ts";
export * from "./lists/index.ts";
export { operatorOf, readFilter, type FilterChip, type FilterKey, type ReadFilter } from "./filter/index.ts";
export { countInWords, tellingsOf, treeOf, type Telling, type TreeRoot } from "./finding-evidence.ts";
export {
  addSpellings,
  entitiesBeginning,
  filesNamed,
  foreignNames,
  makeSearchWords,
  reachOfSearch,
  spellingTable,
  type FoundEntity,
  type SearchName,
  type SearchSpelling,
} from "./search.ts";
export { languageTag } from "./language-tag.ts";
