import { scoreBlockSets, type BlockScore } from "./score/block-sets.ts";
import { type ClusterScore, type JoinScore, scoreClusters, scoreJoins } from "./score/clusters.ts";
import { type ContradictionScore, scoreContradictions } from "./score/contradictions.ts";
import { type CoverageScore, scoreCoverage } from "./score/coverage.ts";
import { type PaymentScore, scorePayments } from "./score/payments.ts";
import { type RootScore, scoreRoots } from "./score/roots.ts";
import type { Answer } from "./score/answer.ts";
import type { Truth } from "./truth.ts";

export type { Answer, Cell, Spot } from "./score/answer.ts";
export { scoreClusters };

/** All scores of one answer. */
export interface Scores {
  readonly people: ClusterScore;
  readonly companies: ClusterScore;
  /** People, companies and banks together. */
  readonly parties: ClusterScore;
  readonly accounts: ClusterScore;
  readonly joinsOfPeople: JoinScore;
  readonly payments: PaymentScore;
  readonly contradictions: ContradictionScore;
  readonly roots: RootScore;
  readonly coverage: CoverageScore;
  readonly blockSets: BlockScore;
}

/** Scores what a product says against what is true. */
export const scoreAnswer = (truth: Truth, answer: Answer): Scores => ({
  people: scoreClusters(truth, answer, ["Person"]),
  companies: scoreClusters(truth, answer, ["Company"]),
  parties: scoreClusters(truth, answer, ["Person", "Company", "Bank"]),
  accounts: scoreClusters(truth, answer, ["BankAccount"]),
  joinsOfPeople: scoreJoins(truth, answer),
  payments: scorePayments(truth, answer),
  contradictions: scoreContradictions(truth, answer),
  roots: scoreRoots(truth, answer),
  coverage: scoreCoverage(truth, answer),
  blockSets: scoreBlockSets(truth, answer),
});
