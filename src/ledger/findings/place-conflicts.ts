import { apartInTime } from "../events/link-evidence.ts";
import { plainDeedsOf } from "../events/content-of.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { isUnrelated } from "../roots/count-roots.ts";
import { answersBefore } from "./answers-before.ts";
import { isNear, type Contradiction, type Like, type Pairs } from "./contradiction.ts";

// Likeness from which two claims of one deed tell of one event: that of two days of one event.
const ofOneEvent = 0.35;

/** Two tellings of one event that give it two places: one city against another, one country against another. */
export const findPlaceConflicts = (pairs: Pairs, like: Like): readonly Contradiction[] =>
  pairs.flatMap(([left, right]) => {
    if (!tellsPlace(left) || !tellsPlace(right) || sameWay(left, right) || apartInTime(left, right)) return [];
    const [one, other] = [placeOf(left), placeOf(right)];
    if (one === undefined || other === undefined || one.kind !== other.kind || one.norm === other.norm) return [];
    const isGiven = isNear(left, right) && (givesPlace(left) || givesPlace(right));
    const isOne =
      isGiven || ((like(left, right) >= ofOneEvent || answersBefore(left, right)) && isOneDeed(left, right));
    return isOne ? [{ kind: "place" as const, left, right, why: `${one.text} against ${other.text}` }] : [];
  });

/** The only place of a claim; of two, as of a way from one to the other, none. */
const placeOf = perClaim(({ places }): LedgerClaim["places"][number] | undefined =>
  places.length === 1 ? places[0] : undefined,
);

const tellsPlace = perClaim(
  (claim): boolean =>
    placeOf(claim) !== undefined &&
    (claim.kind === "event" || claim.kind === "attribute") &&
    claim.polarity === "positive" &&
    claim.modality !== "denied" &&
    claim.chain.length > 1 &&
    claim.relation !== "based-on" &&
    !claim.isRetracted &&
    !isUnrelated(claim) &&
    !/\b(?:again|another|second|third|also|then|later|further|more|previous|earlier|both)\b/iu.test(claim.quote),
);

/** "puts it in Lisbon", "had him at Porto": the point of the claim is the place. */
const givesPlace = perClaim((claim): boolean => {
  const place = placeOf(claim);
  if (!place) return false;
  const before = claim.quote.slice(0, place.from - claim.from);
  return /(?:\b(?:puts?|places?|placed|sets?|ha[sd]|saw|seen)\s+(?:it|this|that|him|her|them|the \p{L}+)|^(?:it|this|that)\s+(?:was|is|happened|took place|occurred|had been))(?:\s\p{Ll}+ing(?:\s\p{Ll}+)?)?\s+(?:in|at|near|off|outside)\s+(?:the \p{L}+ of\s+)?$/iu.test(
    before,
  );
});

const sameWay = (left: LedgerClaim, right: LedgerClaim): boolean =>
  left.document === right.document &&
  left.chain.map(({ source }) => source).join() === right.chain.map(({ source }) => source).join();

const isOneDeed = (left: LedgerClaim, right: LedgerClaim): boolean =>
  [...plainDeedsOf(right)].some((deed) => plainDeedsOf(left).has(deed));
