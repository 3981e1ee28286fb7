import type { Count } from "../counts/index.ts";
import { kindsIn } from "../likeness/kindred.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isCountNoun } from "./count-nouns.ts";

/** What a number counts: the noun of "thirteen of its sailors", its own, or the one that stands before "and makes it seven". */
export function nounOf({ noun, to }: Count, { quote, from, lead }: LedgerClaim): string | null {
  return (
    /^\s+of (?:its|his|her|their|our)\s+(?<noun>\p{Ll}+)/u.exec(quote.slice(to - from))?.groups?.["noun"] ??
    noun ??
    lead.match(/\p{Ll}+s\b/gu)?.findLast(isCountNoun) ??
    null
  );
}

/** Whether the claim itself has the noun, and has not taken it from one before. */
export const isNamed = (noun: string, { quote }: LedgerClaim): boolean =>
  quote.toLowerCase().includes(noun.toLowerCase().split(/\s+/u).at(-1)?.slice(0, 5) ?? noun);

/** "2.3 million" without a currency is money where euros are. */
export const isOneUnit = (one: Count, other: Count): boolean =>
  one.unit === other.unit || (isBareSum(one) && isMoney(other)) || (isBareSum(other) && isMoney(one));

const isMoney = ({ unit }: Count): boolean => unit !== null && /^[A-Z]{3}$/u.test(unit);

const isBareSum = ({ unit, noun, text }: Count): boolean =>
  unit === null && noun === null && /\b(?:million|billion)$/iu.test(text);

/** A number that says not of what answers one that is not more than twice as large or small. */
export const isOfLikeSize = (one: Count, other: Count): boolean => {
  const [less = 0, more = 0] = [one, other].map(({ low, high }) => low ?? high ?? 0).toSorted((a, b) => a - b);
  return more <= 2 * less;
};

/** What each says was done is of another kind: let go, and in custody. */
export function tellOfOther(left: LedgerClaim, right: LedgerClaim): boolean {
  const [one, other] = [doings(left), doings(right)];
  return one.size > 0 && other.size > 0 && ![...one].some((kind) => other.has(kind));
}

const doings = perClaim(({ quote }) => kindsIn(quote));

/** No age, no place in a series, no share, no "nobody" and no "both". */
export const countsThings = (count: Count, claim: LedgerClaim): boolean =>
  count.isOrdinal !== true &&
  count.noun !== "age" &&
  count.unit !== "percent" &&
  count.high !== 0 &&
  !/^both$/iu.test(count.text) &&
  !isAge.test(claim.quote.slice(0, Math.max(0, count.from - claim.from)));

/** "aged 41", "gives her age as 41", "who are 9 and 12". */
const isAge = /\baged?\s+(?:(?:between|about|as|at|of|is|was)\s+)*$|\bwho\s+(?:is|are|was|were)\s+(?:\d+\s+and\s+)?$/iu;
