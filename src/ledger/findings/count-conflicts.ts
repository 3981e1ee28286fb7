import type { Count } from "../counts/index.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";
import { isCorrected, isCorrecting, isRuledOut } from "./corrected-numbers.ts";
import { isOneNoun, isPersonNoun, nounHead } from "./count-nouns.ts";
import { countsThings, isNamed, isOfLikeSize, isOneUnit, nounOf, tellOfOther } from "./counted-things.ts";
import { below, disjoint, isSum } from "./number-sums.ts";
import { givesNumber, isPart } from "./number-words.ts";
import { hasGrown, isApart, isComparable, isYearly, sameTelling } from "./told-numbers.ts";

// Set on the development round-ups together: likeness from which two claims number one thing.
const aboutOneThing = 0.12;

/** The claims of a claim's document. */
type ClaimsOf = (claim: LedgerClaim) => readonly LedgerClaim[];

/** Numbers of one thing that share no value. */
export function findCountConflicts(pairs: Pairs, like: Like, claimsOf: ClaimsOf): readonly Contradiction[] {
  const conflicts = pairs.flatMap(([left, right]): readonly CountConflict[] => {
    if (!isComparable(right) || !isComparable(left) || sameTelling(left, right)) return [];
    if (isApart(left, right) || hasGrown(left, right) || hasGrown(right, left)) return [];
    if (isYearly(left) !== isYearly(right) && !isNear(left, right)) return [];
    const likeness = like(left, right);
    const found = conflictOf(left, right, likeness, claimsOf) ?? righted(left, right, likeness);
    if (!found) return [];
    const why = `${found[0]?.text ?? "another number"} against ${found[1].text}`;
    return [{ kind: "count", left, right, why, counts: found, nearness: likeness + nearnessOf(found, left, right) }];
  });
  return conflicts.filter(
    (one) => !isGiven(one.right) || conflicts.filter((other) => isNearer(other, one)).length < givenMax,
  );
}

type CountConflict = Contradiction & { readonly nearness: number };

/** Numbers of one noun come before those of one kind, and near ones before far ones. */
const nearnessOf = (
  [one, other]: readonly [Count | undefined, Count],
  left: LedgerClaim,
  right: LedgerClaim,
): number => {
  const [noun, otherNoun] = [one && nounOf(one, left), nounOf(other, right)];
  const isOne = noun != null && otherNoun !== null && nounHead(noun) === nounHead(otherNoun);
  return (isOne ? 0.2 : 0) + 0.1 / (1 + Math.abs(left.line - right.line));
};

// A bare number ("makes it seven") stands against the tellings that come nearest to it, up to so many.
const givenMax = 2;

const isGiven = perClaim((claim): boolean => claim.counts.some((count) => givesNumber(count, claim)));

const isNearer = (one: CountConflict, other: CountConflict): boolean =>
  one.right === other.right &&
  (one.nearness > other.nearness || (one.nearness === other.nearness && one.left.at > other.left.at));

function conflictOf(
  left: LedgerClaim,
  right: LedgerClaim,
  likeness: number,
  claimsOf: ClaimsOf,
): readonly [Count, Count] | undefined {
  if (sayNumber(left).some((one) => sayNumber(right).some((other) => isSame(one, other)))) return undefined;
  for (const one of left.counts) {
    for (const other of right.counts) {
      if (
        !isRuledOut(one, right) &&
        !isRuledOut(other, left) &&
        disjoint(one, other) &&
        sameThing([one, left], [other, right], likeness) &&
        (!isPart(one, left) || below(other, one)) &&
        (!isPart(other, right) || below(one, other)) &&
        !isSum(one, other, left.document === right.document ? claimsOf(left) : [...claimsOf(left), ...claimsOf(right)])
      )
        return [one, other];
    }
  }
  return undefined;
}

/** The numbers that a claim gives, without those that it calls wrong. */
const sayNumber = (claim: LedgerClaim): readonly Count[] => claim.counts.filter((count) => !isCorrected(count, claim));

const isSame = (one: Count, other: Count): boolean =>
  one.low === other.low && one.high === other.high && one.unit === other.unit && one.noun !== "age";

/** "three people, not two" against the claim before it that is much like it, though that gives no number. */
function righted(
  left: LedgerClaim,
  right: LedgerClaim,
  likeness: number,
): readonly [Count | undefined, Count] | undefined {
  const [count, ...others] = right.counts;
  const wrong = others.find((other) => isCorrected(other, right));
  return count && wrong && isNear(left, right) && likeness >= aboutOneThing * 1.5 && left.at < right.at
    ? [left.counts.find(({ low }) => low === wrong.low) ?? wrong, count]
    : undefined;
}

type Placed = readonly [Count, LedgerClaim];

/**
 * The same unit of money, weight or length about one thing; the same noun; or one without a noun in claims that are much alike. A
 * claim that does little more than give a number gives it of what was numbered shortly before.
 */
function sameThing([one, left]: Placed, [other, right]: Placed, likeness: number): boolean {
  if (!countsThings(one, left) || !countsThings(other, right)) return false;
  const near = isNear(left, right);
  const given = near && (givesNumber(other, right) || isCorrecting(right) || isCorrecting(left));
  const gap = Math.abs(left.line - right.line);
  const enough = given ? 0 : near && likeness > 0 ? aboutOneThing / 2 : aboutOneThing;
  if (one.unit !== null || other.unit !== null)
    return isOneUnit(one, other) && likeness >= (gap > 2 ? aboutOneThing : enough);
  const [noun, otherNoun] = [nounOf(one, left), nounOf(other, right)];
  if (noun === null || otherNoun === null)
    return (
      likeness >= aboutOneThing * 1.5 ||
      (given && (likeness >= aboutOneThing / 2 || isRightBehind(left, right)) && isOfLikeSize(one, other))
    );
  if (!isOneNoun(noun, otherNoun)) return false;
  const isSame = nounHead(noun) === nounHead(otherNoun);
  if (given && likeness === 0 && !isSame && ((gap > 1 && isPersonNoun(noun)) || tellOfOther(left, right))) return false;
  const isTaken = !isNamed(noun, left) || !isNamed(otherNoun, right);
  return likeness >= (isTaken && !given ? aboutOneThing * 1.5 : enough);
}

const isRightBehind = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document && left.line === right.line && right.at === left.at + 1;
