export type { BlockProblem, BlockQuestion } from "./question/block-problem.ts";
export type { BlockAnswer, BlockSearch } from "./solve/block-set.ts";
export { makeProblem, type SeenFlow } from "./question/make-problem.ts";
export { solveBlockSet } from "./solve/block-set.ts";
export { makeSolver, type Solver } from "./solve/solver.ts";
export { proofText } from "./solve/proof.ts";
export { makeCertificate } from "./certificate/make-certificate.ts";
export { verifyCertificate, type Verdict } from "./verify/verify-certificate.ts";
export { networkStage } from "./network-stage.ts";
