import type { Count } from "../counts/index.ts";
import { countsThings, isOfLikeSize, isOneUnit, nounOf } from "../findings/counted-things.ts";
import { isOneNoun, nounHead } from "../findings/count-nouns.ts";
import { disjoint } from "../findings/number-sums.ts";
import { givesNumber } from "../findings/number-words.ts";
import { sameTelling } from "../findings/told-numbers.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { has, type Evidence } from "./evidence.ts";

/** A number of each of two claims that can count one thing and share no value. */
export type NumbersApart = readonly [Count, Count];

/** What the numbers of two claims say: two of one thing, other units, or numbers on one side alone. */
export function numberEvidence(left: LedgerClaim, right: LedgerClaim): Evidence {
  const [ones, others] = [amountsOf(left), amountsOf(right)];
  if (ones.length === 0 && others.length === 0) return [];
  if (ones.length === 0) return has("numbers-behind", true);
  if (others.length === 0) return has("numbers-before", true);
  const agree = ones.some((one) => others.some(({ low, unit }) => one.low === low && one.unit === unit));
  const isOtherUnit = !ones.some((one) => others.some((other) => isOneUnit(one, other)));
  const apart = numbersApart(left, right);
  return [
    ...has("numbers-agree", agree),
    ...has("units-apart", isOtherUnit),
    ...(apart ? apartEvidence(apart, left, right) : []),
  ];
}

/** The first two numbers of two claims that share no value and can count one thing; none if any number stands in both. */
export function numbersApart(left: LedgerClaim, right: LedgerClaim): NumbersApart | undefined {
  const pairs = amountsOf(left).flatMap((one) => amountsOf(right).map((other): NumbersApart => [one, other]));
  if (pairs.some(([one, other]) => one.low === other.low && one.unit === other.unit)) return undefined;
  return pairs.find(([one, other]) => {
    const [noun, otherNoun] = [nounOf(one, left), nounOf(other, right)];
    const isOne = one.unit !== null || noun === null || otherNoun === null || isOneNoun(noun, otherNoun);
    return disjoint(one, other) && isOneUnit(one, other) && isOne;
  });
}

function apartEvidence([one, other]: NumbersApart, left: LedgerClaim, right: LedgerClaim): Evidence {
  const [noun, otherNoun] = [nounOf(one, left), nounOf(other, right)];
  return [
    ...has("numbers-apart", true),
    ...has("number-given", givesNumber(other, right)),
    ...has("number-of-one-noun", noun !== null && otherNoun !== null && nounHead(noun) === nounHead(otherNoun)),
    ...has("number-of-like-size", isOfLikeSize(one, other)),
    ...has("number-of-one-telling", sameTelling(left, right)),
    ...has("number-of-nothing", !countsThings(one, left) || !countsThings(other, right)),
  ];
}

/** The numbers of a claim that say how many or how much. */
export const amountsOf = perClaim(({ counts }: LedgerClaim): readonly Count[] =>
  counts.filter(({ isOrdinal, noun, high }) => isOrdinal !== true && noun !== "age" && high !== 0),
);
