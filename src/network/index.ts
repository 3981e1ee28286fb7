export { answerBlockQuestion } from "./answer/answer-block-question.ts";
export { requestOf, type BlockRequest } from "./answer/block-request.ts";
export type { Explanation } from "./answer/explanation.ts";
export { askDoubts, type Doubt, type DoubtAnswer } from "./doubt/ask-doubts.ts";
export { disclosableSource } from "./answer/disclosable-source.ts";
export { effectOfSet, explainNodes, type NodeExplanation } from "./answer/explain-node.ts";
export { askUncertain, type JudgedSet, type Uncertain } from "./doubt/ask-uncertain.ts";
export { findHiddenChannels, type HiddenChannels } from "./doubt/hidden-channels.ts";
export { readGrounds, type NodeGrounds } from "./answer/grounds.ts";
export { findNamed } from "./answer/find-named.ts";
export type { Certificate } from "./certificate/certificate.ts";
export { certifiedInTime, certifiedNetwork } from "./certificate/certified-network.ts";
export { makeCertificate } from "./certificate/make-certificate.ts";
export { readCertificate, releaseCertificate, type ReleasedCertificate } from "./certificate/release-certificate.ts";
export { networkStage } from "./network-stage.ts";
export type { BlockProblem, BlockQuestion } from "./question/block-problem.ts";
export { makeProblem } from "./question/make-problem.ts";
export { prepareProblem, solveBlockSet, type BlockAnswer, type Prepared } from "./solve/block-set.ts";
export { makeSolver, proofText, type Solver } from "./solve/index.ts";
export { verifyCertificate, type Verdict } from "./verify/verify-certificate.ts";
export { traceCase, type CaseTrace, type RuleTrail, type TraceRequest } from "./trace/trace-case.ts";
export type { TraceStart } from "./trace/find-seeds.ts";
export type { TraceRule } from "./trace/trace.ts";
export { pruneTimed } from "./time/prune-timed.ts";
export { prepareTimed } from "./time/prepare-timed.ts";
export { findTimedFlow, type TimedFlow } from "./time/timed-flow.ts";
export { makeTimedProblem, type SeenTransfer, type TimedInput, type TimedProblem } from "./time/timed-problem.ts";
export { findPatterns } from "./patterns/find-patterns.ts";
export { patternKinds, type FoundPatterns, type Pattern, type PatternKind } from "./patterns/pattern.ts";
export { makeTimedPayments, type PaymentSeen, type TimedPayments } from "./trace/timed-payments.ts";
export { patternsOfCase, type CasePatterns } from "./patterns/patterns-of-case.ts";
export { makeContactGraph, type ContactGraph } from "./fragment/contact-graph.ts";
export { fragment, type FragmentOptions, type FragmentPlan } from "./fragment/fragment.ts";
export { writeBlockModelMps } from "./exchange/block-model-mps.ts";
export type { FlowNetwork } from "./exchange/flow-network.ts";
export { writeGexf } from "./exchange/gexf.ts";
export { writeGraphml } from "./exchange/graphml.ts";
export { writeEdgesCsv, writeNodesCsv } from "./exchange/network-csv.ts";
export { problemOfCertificate } from "./exchange/problem-of-certificate.ts";
export { readFlowNetwork } from "./exchange/read-flow-network.ts";
export { routesOfCase, type CaseRoutes, type Route, type RouteRequest } from "./routes/routes-of-case.ts";
export { findFreezable, type Freezable, type FreezeAnswer } from "./freeze/find-freezable.ts";
export type { Support } from "./doubt/scenarios.ts";
export { solveUncertain, type UncertainAnswer } from "./doubt/solve-uncertain.ts";
export { makeUncertainProblem, type UncertainChannel, type UncertainProblem } from "./doubt/uncertain-problem.ts";
export { solveBudgets, type BudgetAnswer } from "./answer/solve-all.ts";
export { fragmentCase, tieKinds, type CaseFragment } from "./fragment/fragment-case.ts";
export {
  askNetwork,
  type DrawAsked,
  type NetworkAsked,
  type WeighAsked,
  type WeighedSet,
} from "./picture/network-asked.ts";
export type { BundledPicture } from "./picture/bundled-picture.ts";
export type { DrawnAs, MoneyPicture, PictureBundle, PictureSize } from "./picture/money-picture.ts";
