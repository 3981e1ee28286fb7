import { contentOf, plainDeedsOf } from "../events/content-of.ts";
import { hasWordOf } from "../findings/finding-words.ts";
import { isOneUnit } from "../findings/counted-things.ts";
import { isPart } from "../findings/number-words.ts";
import { isSum } from "../findings/number-sums.ts";
import { isApart } from "../findings/told-numbers.ts";
import { isNegative, perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { amountsOf, numbersApart } from "./number-evidence.ts";

/**
 * Whether two claims agree whatever stands around them: one teller tells both, the one says no more than the other, or of
 * another time, or their numbers are parts, sums, of other units or of other days.
 */
export const areAgreeing = (left: LedgerClaim, right: LedgerClaim, claims: readonly LedgerClaim[]): boolean =>
  left.speaker === right.speaker || isOfOtherTime(right) || saysNoMore(left, right) || areExcused(left, right, claims);

/** "At first", "so far", "have risen": what was so before, or has come since. */
const isOfOtherTime = perClaim(({ quote }) => hasWordOf("growing", quote) || hasWordOf("superseded", quote));

/** The words of the one stand in the other, and neither denies nor numbers it otherwise. */
const saysNoMore = (left: LedgerClaim, right: LedgerClaim): boolean =>
  isNegative(left) === isNegative(right) &&
  numbersApart(left, right) === undefined &&
  (areWithin(termsOf(left), termsOf(right)) || areWithin(termsOf(right), termsOf(left)));

const areWithin = (ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...ones].every((one) => others.has(one));

/** Base forms and deeds, without numbers: an age says nothing of what was done. */
const termsOf = perClaim((claim): ReadonlySet<string> => {
  const words = contentOf(claim).flatMap(({ term, kind }) => (kind === "number" ? [] : [term]));
  return new Set([...words, ...plainDeedsOf(claim)]);
});

// What two numbers add up with stands so many claims away at most.
const sumReach = 24;

const areExcused = (left: LedgerClaim, right: LedgerClaim, claims: readonly LedgerClaim[]): boolean => {
  const pairs = amountsOf(left).flatMap((one) => amountsOf(right).map((other) => [one, other] as const));
  if (pairs.length === 0) return false;
  const place = right.at - (claims[0]?.at ?? 0);
  const near = claims.slice(Math.max(0, place - sumReach), place + sumReach);
  return (
    isApart(left, right) ||
    !pairs.some(([one, other]) => isOneUnit(one, other)) ||
    pairs.some(([one, other]) => isPart(one, left) || isPart(other, right) || isSum(one, other, near))
  );
};
