import type { Count } from "../counts/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isOneNoun, nounHead } from "./count-nouns.ts";
import { isPart } from "./number-words.ts";

// "about 1,100" may be a tenth less.
const aboutShare = 0.9;

export const disjoint = (one: Count, other: Count): boolean => below(one, other) || below(other, one);

export const below = (one: Count, other: Count): boolean =>
  one.high !== null && other.low !== null && one.high < other.low * (one.approx || other.approx ? aboutShare : 1);

/** One is the sum of the other and a third of the same thing, or the sum of several in the other claim. */
export function isSum(one: Count, other: Count, claims: readonly LedgerClaim[]): boolean {
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
