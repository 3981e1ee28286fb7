import type { Count } from "../counts/index.ts";
import { apartInTime } from "../events/link-evidence.ts";
import { kindsIn } from "../likeness/kindred.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { isWitnessed } from "../roots/witness.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";
import { isCountNoun, isOneNoun, isPersonNoun, nounHead } from "./count-nouns.ts";
import { hasWordOf } from "./finding-words.ts";
import { givesNumber, isPart } from "./number-words.ts";

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

/** A number that an outlet had before, and one that is denied or belongs to a series, stands against none; one that was taken back, against what is so. */
const isComparable = perClaim(
  (claim): boolean =>
    claim.modality !== "denied" &&
    claim.kind !== "precedent" &&
    !isUnrelated(claim) &&
    !/^(?:another|an?\s(?:second|third|different|further))\s\p{Ll}/iu.test(claim.quote) &&
    !hasWordOf("superseded", claim.quote),
);

/** Words of one teller through one outlet agree with each other; those of the author add up, if it is not what he saw himself. */
const sameTelling = (left: LedgerClaim, right: LedgerClaim): boolean =>
  isOwnCount(left) ||
  isOwnCount(right) ||
  left.chain.map(({ source }) => source).join() === right.chain.map(({ source }) => source).join();

/** What the author does not say is reported. */
const isOwnCount = (claim: LedgerClaim): boolean =>
  claim.chain.length === 1 && claim.modality === "asserted" && !isWitnessed(claim);

/** What a year brought is no count of one thing that happened. */
const isYearly = ({ date }: LedgerClaim): boolean => date?.precision === "year";

/** "The toll has risen to fifteen": more than what was counted before, and nothing against it. */
const hasGrown = (later: LedgerClaim, earlier: LedgerClaim): boolean =>
  tellsGrowth(later) &&
  later.counts.some((more) => earlier.counts.some((less) => more.unit === less.unit && below(less, more)));

const tellsGrowth = perClaim(({ quote }): boolean => hasWordOf("growing", quote));

/** Of days that cannot be the same; the day of a paper ("the notice of 1 February") is none of what it says. */
const isApart = (left: LedgerClaim, right: LedgerClaim): boolean =>
  apartInTime(left, right) && !isDayOfPaper(left) && !isDayOfPaper(right);

const isDayOfPaper = ({ date, quote, from }: LedgerClaim): boolean =>
  date !== undefined &&
  /\b(?:notice|notes?|report|statement|letter|list|bulletin|release|communiqué|telegram|article|issue)s?\s+(?:of|from|dated)\s/iu.test(
    quote.slice(Math.max(0, date.from - from - 24), Math.max(0, date.from - from) + 6),
  );

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

/** "three, not two" contradicts a two and no other number. */
function isRuledOut(count: Count, by: LedgerClaim): boolean {
  const wrong = by.counts.filter((other) => isCorrected(other, by));
  return wrong.length > 0 && !wrong.some(({ low, high }) => low === count.low && high === count.high);
}

const isCorrected = ({ from }: Count, { quote, from: start }: LedgerClaim): boolean =>
  /,? \bnot\s+(?:by |for |at )?$/iu.test(quote.slice(Math.max(0, from - start - 10), from - start));

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

/** "2.3 million" without a currency is money where euros are. */
const isOneUnit = (one: Count, other: Count): boolean =>
  one.unit === other.unit || (isBareSum(one) && isMoney(other)) || (isBareSum(other) && isMoney(one));

const isMoney = ({ unit }: Count): boolean => unit !== null && /^[A-Z]{3}$/u.test(unit);

const isBareSum = ({ unit, noun, text }: Count): boolean =>
  unit === null && noun === null && /\b(?:million|billion)$/iu.test(text);

const isRightBehind = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document && left.line === right.line && right.at === left.at + 1;

/** A number that says not of what answers one that is not more than twice as large or small. */
const isOfLikeSize = (one: Count, other: Count): boolean => {
  const [less = 0, more = 0] = [one, other].map(({ low, high }) => low ?? high ?? 0).toSorted((a, b) => a - b);
  return more <= 2 * less;
};

/** What each says was done is of another kind: let go, and in custody. */
function tellOfOther(left: LedgerClaim, right: LedgerClaim): boolean {
  const [one, other] = [doings(left), doings(right)];
  return one.size > 0 && other.size > 0 && ![...one].some((kind) => other.has(kind));
}

const doings = perClaim(({ quote }) => kindsIn(quote));

/** No age, no place in a series, no share, no "nobody" and no "both". */
const countsThings = (count: Count, claim: LedgerClaim): boolean =>
  count.isOrdinal !== true &&
  count.noun !== "age" &&
  count.unit !== "percent" &&
  count.high !== 0 &&
  !/^both$/iu.test(count.text) &&
  !isAge.test(claim.quote.slice(0, Math.max(0, count.from - claim.from)));

/** "aged 41", "gives her age as 41", "who are 9 and 12". */
const isAge = /\baged?\s+(?:(?:between|about|as|at|of|is|was)\s+)*$|\bwho\s+(?:is|are|was|were)\s+(?:\d+\s+and\s+)?$/iu;

const isCorrecting = (claim: LedgerClaim): boolean => claim.counts.some((count) => isCorrected(count, claim));

/** What a number counts: the noun of "thirteen of its sailors", its own, or the one that stands before "and makes it seven". */
function nounOf({ noun, to }: Count, { quote, from, lead }: LedgerClaim): string | null {
  return (
    /^\s+of (?:its|his|her|their|our)\s+(?<noun>\p{Ll}+)/u.exec(quote.slice(to - from))?.groups?.["noun"] ??
    noun ??
    lead.match(/\p{Ll}+s\b/gu)?.findLast(isCountNoun) ??
    null
  );
}

/** Whether the claim itself has the noun, and has not taken it from one before. */
const isNamed = (noun: string, { quote }: LedgerClaim): boolean =>
  quote.toLowerCase().includes(noun.toLowerCase().split(/\s+/u).at(-1)?.slice(0, 5) ?? noun);

// "about 1,100" may be a tenth less.
const aboutShare = 0.9;

const disjoint = (one: Count, other: Count): boolean => below(one, other) || below(other, one);

const below = (one: Count, other: Count): boolean =>
  one.high !== null && other.low !== null && one.high < other.low * (one.approx || other.approx ? aboutShare : 1);

/** One is the sum of the other and a third of the same thing, or the sum of several in the other claim. */
function isSum(one: Count, other: Count, claims: readonly LedgerClaim[]): boolean {
  const [less, more] = (one.low ?? 0) < (other.low ?? 0) ? [one, other] : [other, one];
  const rest = (more.low ?? 0) - (less.low ?? 0);
  const isThird = (third: Count, claim: LedgerClaim): boolean =>
    third !== less &&
    third !== more &&
    (ofOneKind(third, more) || areSorts(less, third, more)) &&
    third.low === rest &&
    third.high === rest &&
    !isPart(third, claim);
  const addsUp = ({ counts: all }: LedgerClaim): boolean =>
    all.includes(less) &&
    [ofOneKind, isCounted].some(
      (isAdded) => all.filter((each) => isAdded(each, less)).reduce((sum, { low }) => sum + (low ?? 0), 0) === more.low,
    );
  return claims.some((claim) => claim.counts.some((count) => isThird(count, claim)) || addsUp(claim));
}

/** "four people and seven companies" are eleven. */
const isCounted = ({ unit: one }: Count, { unit: other }: Count): boolean => one === null && other === null;

/** "three managers and two tellers" of "five people". */
const areSorts = ({ noun: one }: Count, { noun: other }: Count, { noun: all }: Count): boolean =>
  one !== null &&
  other !== null &&
  all !== null &&
  [one, other].every((each) => nounHead(each) !== nounHead(all) && isOneNoun(each, all));

const ofOneKind = (one: Count, other: Count): boolean =>
  one.unit !== null || other.unit !== null
    ? one.unit === other.unit
    : one.noun !== null && other.noun !== null && nounHead(one.noun) === nounHead(other.noun);
