import type { Candidates } from "../events/join-claims.ts";
import type { ClaimWords } from "../likeness/claim-words.ts";
import { byDocument, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { likenessOf, type Contradiction } from "./contradiction.ts";
import { findCorrections } from "./corrections.ts";
import { findCountConflicts } from "./count-conflicts.ts";
import { findDenials } from "./denials.ts";
import { findStatusConflicts } from "./status-conflicts.ts";

/**
 * What claims contradict in each other: numbers of one thing that share no value, what one says and another denies, what an
 * outlet takes back, two posts of one person, away and back. Parts, sums, other days, vaguer words, refusals and silence
 * contradict nothing.
 */
export function findContradictions(
  claims: readonly LedgerClaim[],
  words: readonly ClaimWords[],
  candidates: Candidates,
): readonly Contradiction[] {
  const like = likenessOf(words);
  const literal = byDocument(claims.filter(isLiteral));
  return [...literal.values()].flatMap((own) => {
    const pairs = own.flatMap((right) =>
      candidates(right)
        .filter(isLiteral)
        .map((left) => [left, right] as const),
    );
    const claimsOf = (claim: LedgerClaim): readonly LedgerClaim[] => literal.get(claim.document) ?? [];
    return [
      ...findCountConflicts(pairs, like, claimsOf),
      ...findDenials(pairs, like),
      ...findCorrections(own),
      ...findStatusConflicts(pairs, like, own),
    ];
  });
}

const isLiteral = ({ isIronic, modality }: LedgerClaim): boolean => !isIronic && modality !== "cannot-confirm";
