import type { Candidates } from "../events/join-claims.ts";
import type { ClaimWords } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
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
  const literal = claims.filter(isLiteral);
  const pairs = literal.flatMap((right) =>
    candidates(right)
      .filter(isLiteral)
      .map((left) => [left, right] as const),
  );
  return [
    ...findCountConflicts(pairs, like, literal),
    ...findDenials(pairs, like),
    ...findCorrections(literal),
    ...findStatusConflicts(pairs, like, literal),
  ];
}

const isLiteral = ({ isIronic, modality }: LedgerClaim): boolean => !isIronic && modality !== "cannot-confirm";
