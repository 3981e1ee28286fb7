import { apartInTime } from "../events/link-evidence.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { isWitnessed } from "../roots/witness.ts";
import { nameOtherDays } from "./named-days.ts";
import { hasWordOf } from "./finding-words.ts";
import { below } from "./number-sums.ts";

/** A number that an outlet had before, and one that is denied or belongs to a series, stands against none; one that was taken back, against what is so. */
export const isComparable = perClaim(
  (claim): boolean =>
    claim.modality !== "denied" &&
    claim.kind !== "precedent" &&
    !isUnrelated(claim) &&
    !/^(?:another|an?\s(?:second|third|different|further))\s\p{Ll}/iu.test(claim.quote) &&
    !hasWordOf("superseded", claim.quote),
);

/** Words of one teller through one outlet agree with each other; those of the author add up, if it is not what he saw himself. */
export const sameTelling = (left: LedgerClaim, right: LedgerClaim): boolean =>
  isOwnCount(left) ||
  isOwnCount(right) ||
  left.chain.map(({ source }) => source).join() === right.chain.map(({ source }) => source).join();

/** What the author does not say is reported. */
const isOwnCount = (claim: LedgerClaim): boolean =>
  claim.chain.length === 1 && claim.modality === "asserted" && !isWitnessed(claim);

/** What a year brought is no count of one thing that happened. */
export const isYearly = ({ date }: LedgerClaim): boolean => date?.precision === "year";

/** "The toll has risen to fifteen": more than what was counted before, and nothing against it. */
export const hasGrown = (later: LedgerClaim, earlier: LedgerClaim): boolean =>
  tellsGrowth(later) &&
  later.counts.some((more) => earlier.counts.some((less) => more.unit === less.unit && below(less, more)));

const tellsGrowth = perClaim(({ quote }): boolean => hasWordOf("growing", quote));

/** Of days that cannot be the same; the day of a paper ("the notice of 1 February") is none of what it says. */
export const isApart = (left: LedgerClaim, right: LedgerClaim): boolean =>
  (apartInTime(left, right) || nameOtherDays(left, right)) && !isDayOfPaper(left) && !isDayOfPaper(right);

// So far before a day, and so far into it ("of the 3rd"), stands what bears it.
const beforeMax = 24;
const intoMax = 6;

const isDayOfPaper = ({ date, quote, from }: LedgerClaim): boolean => {
  if (date === undefined) return false;
  const day = date.from - from;
  const around = quote.slice(Math.max(0, day - beforeMax), Math.max(0, day) + intoMax);
  return [...around.matchAll(/(?<noun>\p{L}+)\s+(?:of|from|dated)\s/giu)].some(({ groups }) =>
    hasWordOf("paper", groups?.["noun"] ?? ""),
  );
};
