export { answerBlockQuestion } from "./answer/answer-block-question.ts";
export { requestOf, type BlockRequest } from "./answer/block-request.ts";
export type { Explanation } from "./answer/explanation.ts";
export { findNamed } from "./answer/find-named.ts";
export { makeCertificate } from "./certificate/make-certificate.ts";
export { networkStage } from "./network-stage.ts";
export type { BlockProblem, BlockQuestion } from "./question/block-problem.ts";
export { makeProblem } from "./question/make-problem.ts";
export { prepareProblem, solveBlockSet, type BlockAnswer, type Prepared } from "./solve/block-set.ts";
export { makeSolver, proofText, type Solver } from "./solve/index.ts";
export { verifyCertificate, type Verdict } from "./verify/verify-certificate.ts";
export { traceCase, type CaseTrace, type RuleTrail, type TraceRequest } from "./trace/trace-case.ts";
export type { TraceStart } from "./trace/find-seeds.ts";
export type { TraceRule } from "./trace/trace.ts";
export { prepareTimed } from "./time/prepare-timed.ts";
export { findTimedFlow, type TimedFlow } from "./time/timed-flow.ts";
export { makeTimedProblem, type SeenTransfer, type TimedInput, type TimedProblem } from "./time/timed-problem.ts";
<<<<<<< HEAD
export { findPatterns } from "./patterns/find-patterns.ts";
export { patternKinds, type FoundPatterns, type Pattern, type PatternKind } from "./patterns/pattern.ts";
export { makeTimedPayments, type PaymentSeen, type TimedPayments } from "./trace/timed-payments.ts";
export { patternsOfCase, type CasePatterns } from "./patterns/patterns-of-case.ts";
=======
export { makeContactGraph, type ContactGraph } from "./fragment/contact-graph.ts";
export { fragment, type FragmentOptions, type FragmentPlan } from "./fragment/fragment.ts";
>>>>>>> 5887c55 (Take nets of contacts apart, and build rows faster)
