import type { ClaimWords } from "../likeness/claim-words.ts";
import { wordLikeness } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

// Set on the development round-ups: likeness from which a claim in the author's own voice retells an attributed one.
const retoldFrom = 0.34;

/** A claim in the author's voice and the attributed claim that it retells. */
export interface Retold {
  readonly claim: LedgerClaim;
  readonly from: LedgerClaim;
}

/**
 * Claims that an author makes in his own voice and that only retell what he attributes elsewhere in the same document: headlines,
 * leads, sums. They add no source; what they drop or strengthen on the way is worth finding.
 */
export function findRetold(claims: readonly LedgerClaim[], words: readonly ClaimWords[]): readonly Retold[] {
  return claims.filter(isOwn).flatMap((claim) => {
    const like = claims
      .filter(
        (other) =>
          other.document === claim.document &&
          other.chain.length > 1 &&
          !other.isIronic &&
          other.modality !== "cannot-confirm" &&
          other.modality !== "denied" &&
          other.kind !== "precedent",
      )
      .map((other) => ({ other, likeness: wordLikeness(words[claim.at] ?? new Map(), words[other.at] ?? new Map()) }))
      .toSorted((left, right) => right.likeness - left.likeness || left.other.at - right.other.at)[0];
    return like && like.likeness >= retoldFrom ? [{ claim, from: like.other }] : [];
  });
}

const isOwn = (claim: LedgerClaim): boolean =>
  claim.chain.length === 1 &&
  claim.kind !== "precedent" &&
  claim.kind !== "assessment" &&
  !claim.isIronic &&
  claim.polarity === "positive";
