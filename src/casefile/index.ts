export type { FindingSaid } from "../brief/index.ts";
export {
  askBlock,
  priceOfProtection,
  type PriceOfProtection,
  doubtsOfBlock,
  type DoubtsOfBlock,
  explainBlock,
  hiddenChannels,
  uncertainBlock,
  type Uncertain,
  type HiddenChannels,
  groundsOfBlock,
  type NodeExplanation,
  type NodeGrounds,
} from "./ask-block.ts";
export { addMaterial, type MaterialToAdd } from "./add-material.ts";
export { claimFields, parseClaimEdits } from "./claim-edits.ts";
export { askCaseLedger, type LedgerAnswer } from "./ask-ledger.ts";
export { initCase } from "./case-folder.ts";
export { compareTwoNames } from "./compare-two-names.ts";
export { decideMention } from "./decide-mention.ts";
export { describeMentions } from "./describe-mentions.ts";
export { describeJoins, type JoinShown } from "./describe-joins.ts";
export { describePairs, type ChangeShown, type PairShown } from "./describe-pair.ts";
export type { ReasonShown } from "./describe-reasons.ts";
export { whyJoined, type Why, type WhyStep } from "./why-joined.ts";
export { examineCase } from "./doctor.ts";
export { findPaths, type FoundPaths } from "./find-paths.ts";
export { channelPayments } from "./channel-payments.ts";
export { internalMark } from "./internal-mark.ts";
export { NetworkDesk, type BegunSearch } from "./network-desk.ts";
export { readLayout, writeLayout } from "./network-layouts.ts";
export { networkNeighbours } from "./network-neighbours.ts";
export { networkPaths } from "./network-paths.ts";
export { runOfCase } from "./run-of-case.ts";
export { exportNetwork } from "./export-network.ts";
export { exportCase } from "./export-case.ts";
export { fileToRead, folderToWrite, orFileRefusal, readGivenFile } from "./file-refusal.ts";
export { parseEvidenceRef } from "./cited-evidence.ts";
export { weighedQuestions, type WeighedQuestion } from "./weighed-questions.ts";
export { addHypothesis, markEvidence } from "./write-hypotheses.ts";
export { importDecisions, type ImportedDecisions } from "./import-decisions.ts";
export { writeJudgement } from "./judge.ts";
export { isUpToDate } from "./is-up-to-date.ts";
export { makeSampleCase } from "./make-sample.ts";
export { rereadFolder, withCase, type OpenCase } from "./open-case.ts";
export { freezable, type Freezable, type FreezeAnswer } from "./find-freezable.ts";
export { givenReason } from "./given-reason.ts";
export { fragmentNet, type CaseFragment } from "./fragment-net.ts";
export { releaseCheckFile } from "./release-check-file.ts";
export { withdrawNote, writeNote, type NoteToWrite } from "./notes.ts";
export { locatePlace, materialWindow } from "./material-window.ts";
export { offerClaims, sendForClaims, type ClaimsOffer } from "./propose-claims.ts";
export { moneyPatterns } from "./money-patterns.ts";
export { openContacts } from "./open-contacts.ts";
export { oneEntity } from "./one-entity.ts";
export { openPlace } from "./open-place.ts";
export { readBrief, readBriefFile } from "./read-brief.ts";
export { readTerms } from "./read-terms.ts";
export { runCase, takeInAll, type Progress, type RunControl, type RunReport } from "./run-case.ts";
export { showPlace, type ShownPlace } from "./show-place.ts";
export { sayFindings } from "./say-findings.ts";
export { traceMoney, type TracedMoney } from "./trace-money.ts";
export type { CasePatterns, Route, RouteRequest, RuleTrail, TraceRule } from "../network/index.ts";
export {
  editionOfLists,
  keepLists,
  keptCaptions,
  keptList,
  keptWords,
  openKeptLists,
  makeLists,
} from "./kept-lists.ts";
export { trainCase, type TrainedCase } from "./train-case.ts";
export { redoDecision } from "./redo-decision.ts";
export { undoDecision, type Undone } from "./undo-decision.ts";
export { unknownNames } from "./unknown-names.ts";
export { unreadMaterial } from "./unread-material.ts";
export { verifyCertificate } from "./verify-certificate.ts";
export { writeBrief } from "./write-brief.ts";
export * as views from "./views.ts";
