import { findToldOtherwise } from "../contrast/told-otherwise.ts";
import type { Candidates } from "../events/join-claims.ts";
import type { ClaimWords } from "../likeness/claim-words.ts";
import { isLiteral, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { likenessOf, type Contradiction, type Pairs } from "./contradiction.ts";
import { findCorrections } from "./corrections.ts";
import { findCountConflicts } from "./count-conflicts.ts";
import { findDayConflicts } from "./day-conflicts.ts";
import { findDenials } from "./denials.ts";
import { findExclusiveValues } from "./exclusive-values.ts";
import { findOpposedStates } from "./opposed-states.ts";
import { findPlaceConflicts } from "./place-conflicts.ts";
import { findRankConflicts } from "./rank-conflicts.ts";
import { findRuledOut } from "./ruled-out.ts";
import { findSlotConflicts } from "./slot-conflicts.ts";
import { findRoleConflicts, findStatedConflicts } from "./status-conflicts.ts";

/** With what claims are compared: their weighed words and kinds, and the claims of a claim's document. */
export interface Compared {
  readonly words: readonly ClaimWords[];
  readonly kinds: readonly ClaimWords[];
  readonly documentOf: Candidates;
}

/**
 * What the claims of a document contradict in each other: numbers of one thing that share no value, two days or places of one event,
 * what one says and another denies, what an outlet takes back, two posts of one person, two states or values of one thing. Parts,
 * sums, other days, growing numbers, vaguer words, refusals and silence contradict nothing. What no rule finds is weighed.
 */
export function findContradictions(
  claims: readonly LedgerClaim[],
  before: Candidates,
  compared: Compared,
): readonly Contradiction[] {
  const own = claims.filter(isLiteral);
  const like = likenessOf(compared.words);
  const ruled = [
    ...differing(pairsOf(claims, before), compared),
    ...findCorrections(own, like),
    ...findStatedConflicts(own, like),
  ];
  const found = new Set(ruled.map(pairOf));
  const weighed = findToldOtherwise(claims, compared);
  return [...ruled, ...weighed.filter((each) => !found.has(pairOf(each)))];
}

/** The two claims in one order. */
const pairOf = ({ left, right }: Contradiction): string =>
  `${String(Math.min(left.at, right.at))} ${String(Math.max(left.at, right.at))}`;

/** What the claims of a document contradict in those of others: `others` gives for each those that tell of the same event. */
export const findContradictionsElsewhere = (
  claims: readonly LedgerClaim[],
  others: Candidates,
  compared: Compared,
): readonly Contradiction[] => differing(pairsOf(claims, others), compared);

const pairsOf = (claims: readonly LedgerClaim[], candidates: Candidates): Pairs =>
  claims.filter(isLiteral).flatMap((right) =>
    candidates(right)
      .filter(isLiteral)
      .map((left) => [left, right] as const),
  );

function differing(pairs: Pairs, { words, kinds, documentOf }: Compared): readonly Contradiction[] {
  if (pairs.length === 0) return [];
  const like = likenessOf(words);
  return [
    ...findCountConflicts(pairs, like, (claim) => documentOf(claim).filter(isLiteral)),
    ...findRankConflicts(pairs, like),
    ...findDayConflicts(pairs, like),
    ...findPlaceConflicts(pairs, like),
    ...findDenials(pairs, like, likenessOf(kinds)),
    ...findOpposedStates(pairs, like),
    ...findExclusiveValues(pairs, like),
    ...findRuledOut(pairs, like),
    ...findRoleConflicts(pairs, like),
    ...findSlotConflicts(pairs, like),
  ];
}
