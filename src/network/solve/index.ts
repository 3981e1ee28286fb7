export { proofText } from "./proof.ts";
export { makeSolver, type Solver } from "./solver.ts";
