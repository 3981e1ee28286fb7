import type { Count } from "../counts/index.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";
import { nounHead } from "./count-nouns.ts";

// Half of what two claims of one number need, since a place in a series is seldom told of beside another: from there they speak of one thing.
const ofOneThing = 0.06;

/** Two sources that give one thing two places in a series: "the fourth returnee this year", "she is the third". */
export const findRankConflicts = (pairs: Pairs, like: Like): readonly Contradiction[] =>
  pairs.flatMap(([left, right]) => {
    if (!mayDiffer(left, right)) return [];
    const [one, other] = [rankOf(left), rankOf(right)];
    if (one === undefined || other === undefined || one.low === other.low || !areOfOne(one, other)) return [];
    const isOne = isBare(right) ? isRightBehind(left, right) : like(left, right) >= ofOneThing;
    return isOne ? [{ kind: "count" as const, left, right, why: `${one.text} against ${other.text}` }] : [];
  });

/** The one place in a series that a claim gives. */
const rankOf = perClaim(({ counts, modality, isRetracted }): Count | undefined => {
  const ranks = counts.filter(({ isOrdinal }) => isOrdinal === true);
  return ranks.length === 1 && modality !== "denied" && !isRetracted ? ranks[0] : undefined;
});

const mayDiffer = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.speaker !== right.speaker &&
  left.chain.length > 1 &&
  right.chain.length > 1 &&
  left.chain[0]?.source !== right.chain[0]?.source &&
  isNear(left, right);

/** Of the same noun, or of none that the one of the two gives. */
const areOfOne = ({ noun: one }: Count, { noun: other }: Count): boolean =>
  one === null || other === null || nounHead(one) === nounHead(other);

/** "she is the third": nothing is said but the place. */
const isBare = perClaim((claim): boolean => {
  const rank = rankOf(claim);
  return rank !== undefined && rank.noun === null && /^[\s.,;!?”"’]*$/u.test(claim.quote.slice(rank.to - claim.from));
});

const isRightBehind = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.line === right.line && right.at - left.at <= 2;
