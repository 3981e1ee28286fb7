import type { Count } from "../counts/index.ts";
import { apartInTime } from "../events/join-claims.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { isNear, perClaim, type Contradiction, type Like, type Pairs } from "./contradiction.ts";
import { isOneNoun, nounHead } from "./count-nouns.ts";

// Set on the development round-ups together: likeness from which two claims number one thing.
const aboutOneThing = 0.12;

/** The claims of a claim's document. */
type ClaimsOf = (claim: LedgerClaim) => readonly LedgerClaim[];

/** Numbers of one thing that share no value. */
export function findCountConflicts(pairs: Pairs, like: Like, claimsOf: ClaimsOf): readonly Contradiction[] {
  return pairs.flatMap(([left, right]) => {
    if (!isComparable(right) || !isComparable(left) || sameTelling(left, right)) return [];
    if (isApart(left, right)) return [];
    if (isYearly(left) !== isYearly(right) && !isNear(left, right)) return [];
    const likeness = like(left, right);
    const found = conflictOf(left, right, likeness, claimsOf) ?? righted(left, right, likeness);
    return found
      ? [
          {
            kind: "count" as const,
            left,
            right,
            why: `${found[0]?.text ?? "another number"} against ${found[1].text}`,
            counts: found,
          },
        ]
      : [];
  });
}

/** A number that an outlet had before, and one that is denied or belongs to a series, stands against none. */
const isComparable = perClaim(
  (claim): boolean =>
    !claim.isRetracted &&
    claim.modality !== "denied" &&
    claim.kind !== "precedent" &&
    !isUnrelated(claim) &&
    !/\b(?:earlier|had spoken|at first|initially|first figure|previous|was not finished|at that point)\b/iu.test(
      claim.quote,
    ),
);

/** Words of one teller through one outlet agree with each other; those of the author add up. */
const sameTelling = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.chain.length === 1 ||
  right.chain.length === 1 ||
  left.chain.map(({ source }) => source).join() === right.chain.map(({ source }) => source).join();

/** What a year brought is no count of one thing that happened. */
const isYearly = ({ date }: LedgerClaim): boolean => date?.precision === "year";

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
        !isPart(one, left) &&
        !isPart(other, right) &&
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
  if (!countsThings(one) || !countsThings(other)) return false;
  const near = isNear(left, right);
  const given = near && (givesNumber(other, right) || isCorrecting(right) || isCorrecting(left));
  const enough = given ? 0 : near && likeness > 0 ? aboutOneThing / 2 : aboutOneThing;
  if (one.unit !== null || other.unit !== null) return one.unit === other.unit && likeness >= enough;
  const [noun, otherNoun] = [nounOf(one, left), nounOf(other, right)];
  if (noun === null || otherNoun === null) return likeness >= (given ? aboutOneThing / 2 : aboutOneThing * 1.5);
  const isTaken = !isNamed(noun, left) || !isNamed(otherNoun, right);
  return isOneNoun(noun, otherNoun) && likeness >= (isTaken && !given ? aboutOneThing * 1.5 : enough);
}

/** No age, no place in a series, no share, no "nobody" and no "both". */
const countsThings = ({ isOrdinal, noun, unit, high, text }: Count): boolean =>
  isOrdinal !== true && noun !== "age" && unit !== "percent" && high !== 0 && !/^both$/iu.test(text);

const isCorrecting = (claim: LedgerClaim): boolean => claim.counts.some((count) => isCorrected(count, claim));

/** What a number counts: its noun, or that of "thirteen of its sailors". */
function nounOf({ noun, to }: Count, { quote, from }: LedgerClaim): string | null {
  return (
    noun ??
    /^\s+of (?:its|his|her|their|our)\s+(?<noun>\p{Ll}+)/u.exec(quote.slice(to - from))?.groups?.["noun"] ??
    null
  );
}

/** Whether the claim itself has the noun, and has not taken it from one before. */
const isNamed = (noun: string, { quote }: LedgerClaim): boolean =>
  quote.toLowerCase().includes(noun.toLowerCase().split(/\s+/u).at(-1)?.slice(0, 5) ?? noun);

/** "spoke of six crates", "puts it at 37", "has 14", "came up with five": the point of the claim is the number. */
function givesNumber({ from }: Count, { quote, from: start, lead }: LedgerClaim): boolean {
  const before = `${lead} ${quote.slice(0, Math.max(0, from - start))}`;
  return /\b(?:(?:sp[eo]aks?|spoken?) of|mention(?:s|ed)?|(?:puts?|gives?|gave|given) .{0,50}(?:at|as)|g(?:ives?|ave)|ha[sd]|came up with|comes? up with|count(?:s|ed)|makes? it|made it)\s+(?:about |only |just |some )?$/iu.test(
    before,
  );
}

const disjoint = (one: Count, other: Count): boolean => below(one, other) || below(other, one);

const below = (one: Count, other: Count): boolean =>
  one.high !== null && other.low !== null && one.high * (one.approx || other.approx ? 1.05 : 1) < other.low;

/** "four of the 12", "two more", "another": a part of what was counted, or on top of it. */
export function isPart({ text, from, to }: Count, { quote, from: start }: LedgerClaim): boolean {
  const behind = quote.slice(to - start, to - start + 24);
  const before = quote.slice(Math.max(0, from - start - 16), from - start);
  return (
    /^\s*(?:\p{L}+\s)?(?:of (?:the|them|those|these|whom)|more|other|others)\b/u.test(behind) ||
    /\b(?:another|other|further|the|including|of the)\s*$/iu.test(before) ||
    /\b(?:fourth|another|more)\b/iu.test(text)
  );
}

/** One is the sum of the other and a third of the same thing, or the sum of several in the other claim. */
function isSum(one: Count, other: Count, claims: readonly LedgerClaim[]): boolean {
  const [less, more] = (one.low ?? 0) < (other.low ?? 0) ? [one, other] : [other, one];
  const rest = (more.low ?? 0) - (less.low ?? 0);
  const isThird = (third: Count, claim: LedgerClaim): boolean =>
    third !== less &&
    third !== more &&
    ofOneKind(third, more) &&
    third.low === rest &&
    third.high === rest &&
    !isPart(third, claim);
  const addsUp = ({ counts: all }: LedgerClaim): boolean =>
    all.includes(less) &&
    all.filter((each) => ofOneKind(each, less)).reduce((sum, { low }) => sum + (low ?? 0), 0) === more.low;
  return claims.some((claim) => claim.counts.some((count) => isThird(count, claim)) || addsUp(claim));
}

const ofOneKind = (one: Count, other: Count): boolean =>
  one.unit !== null || other.unit !== null
    ? one.unit === other.unit
    : one.noun !== null && other.noun !== null && nounHead(one.noun) === nounHead(other.noun);
