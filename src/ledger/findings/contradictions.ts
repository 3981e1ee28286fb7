import type { Candidates } from "../events/join-claims.ts";
import type { ClaimWords } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { likenessOf, type Contradiction } from "./contradiction.ts";
import { findCorrections } from "./corrections.ts";
import { findCountConflicts } from "./count-conflicts.ts";
import { findDenials } from "./denials.ts";
import { findStatusConflicts } from "./status-conflicts.ts";

/**
 * What the claims of a document contradict in each other and in earlier ones: numbers of one thing that share no value, what one
 * says and another denies, what an outlet takes back, two posts of one person, away and back. Parts, sums, other days, vaguer
 * words, refusals and silence contradict nothing. `documentOf`: the claims of the document of an earlier claim.
 */
export function findContradictions(
  claims: readonly LedgerClaim[],
  words: readonly ClaimWords[],
  { candidates, documentOf }: { readonly candidates: Candidates; readonly documentOf: Candidates },
): readonly Contradiction[] {
  const like = likenessOf(words);
  const own = claims.filter(isLiteral);
  const pairs = own.flatMap((right) =>
    candidates(right)
      .filter(isLiteral)
      .map((left) => [left, right] as const),
  );
  const claimsOf = (claim: LedgerClaim): readonly LedgerClaim[] => documentOf(claim).filter(isLiteral);
  return [
    ...findCountConflicts(pairs, like, claimsOf),
    ...findDenials(pairs, like),
    ...findCorrections(own),
    ...findStatusConflicts(pairs, like, own),
  ];
}

const isLiteral = ({ isIronic, modality }: LedgerClaim): boolean => !isIronic && modality !== "cannot-confirm";
