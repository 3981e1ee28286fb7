/** What is proved of a set. `percent` is rounded up to a tenth: the set strands at least 100 - percent of what the best strands. */
export type Proof =
  | { readonly kind: "best" }
  | { readonly kind: "within"; readonly percent: number }
  | { readonly kind: "none" };

/** The amounts a proof rests on, quarters of a minor unit: what got through before, what does now, what no set can get below. */
export interface ProofAmounts {
  readonly baseline: number;
  readonly residual: number;
  readonly bound: number;
}

/** A millionth of the baseline: the solver's own tolerance; two sets that differ by less count as equally good. */
export const toleranceOf = (baseline: number): number => baseline / 1_000_000;

/**
 * Says in one of three words how good a set is known to be. A gap above half of what could be stranded at best is no
 * proof of anything and is called that.
 */
export function judgeProof({ baseline, residual, bound }: ProofAmounts): Proof {
  const stranded = baseline - Math.min(residual, baseline);
  const strandedAtBest = baseline - Math.min(bound, baseline);
  if (strandedAtBest - stranded <= toleranceOf(baseline)) return { kind: "best" };
  const percent = Math.ceil((1 - stranded / strandedAtBest) * 1000) / 10;
  return percent <= 50 ? { kind: "within", percent } : { kind: "none" };
}

/** The proof in the words that a user reads. */
export function proofText(proof: Proof): string {
  switch (proof.kind) {
    case "best":
      return "proved best";
    case "within":
      return `within ${proof.percent} % of best`;
    case "none":
      return "no proof";
  }
}
