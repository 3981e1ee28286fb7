import type { Candidates } from "../events/join-claims.ts";
import type { ClaimWords } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { likenessOf, type Contradiction } from "./contradiction.ts";
import { findCorrections } from "./corrections.ts";
import { findCountConflicts } from "./count-conflicts.ts";
import { findDayConflicts } from "./day-conflicts.ts";
import { findDenials } from "./denials.ts";
import { findOpposedStates } from "./opposed-states.ts";
import { findStatusConflicts } from "./status-conflicts.ts";

/** With what the claims of a document are compared: their weighed words and kinds, earlier claims, and the document of one of those. */
export interface Compared {
  readonly words: readonly ClaimWords[];
  readonly kinds: readonly ClaimWords[];
  readonly candidates: Candidates;
  readonly documentOf: Candidates;
}

/**
 * What the claims of a document contradict in each other and in earlier ones: numbers of one thing that share no value, two days
 * of one event, what one says and another denies, what an outlet takes back, two posts of one person, two states of one thing.
 * Parts, sums, other days, vaguer words, refusals and silence contradict nothing.
 */
export function findContradictions(
  claims: readonly LedgerClaim[],
  { words, kinds, candidates, documentOf }: Compared,
): readonly Contradiction[] {
  const like = likenessOf(words);
  const kin = likenessOf(kinds);
  const own = claims.filter(isLiteral);
  const pairs = own.flatMap((right) =>
    candidates(right)
      .filter(isLiteral)
      .map((left) => [left, right] as const),
  );
  const claimsOf = (claim: LedgerClaim): readonly LedgerClaim[] => documentOf(claim).filter(isLiteral);
  return [
    ...findCountConflicts(pairs, like, claimsOf),
    ...findDayConflicts(pairs, like),
    ...findDenials(pairs, like, kin),
    ...findCorrections(own, like),
    ...findOpposedStates(pairs, like),
    ...findStatusConflicts(pairs, like, own),
  ];
}

const isLiteral = ({ isIronic, modality }: LedgerClaim): boolean => !isIronic && modality !== "cannot-confirm";
