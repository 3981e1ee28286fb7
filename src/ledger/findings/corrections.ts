import { findCues } from "../text/phrases.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import type { Contradiction, Like } from "./contradiction.ts";

// Set on the development round-ups together: likeness from which a withdrawal speaks of what its outlet said elsewhere.
const takenBackFrom = 0.12;

/** What an outlet takes back, and what it puts in its place: in the same paragraph, or by naming what it said elsewhere. */
export function findCorrections(claims: readonly LedgerClaim[], like: Like): readonly Contradiction[] {
  const found = [...authorsTurns(claims), ...replaced(claims), ...withdrawn(claims, like), ...rightings(claims)];
  return found.filter(
    ({ left, right }, index) => found.findIndex((other) => other.left === left && other.right === right) === index,
  );
}

const correction = (left: LedgerClaim, right: LedgerClaim, why: string): Contradiction => ({
  kind: "correction",
  left,
  right,
  why,
});

/** "I take it back": the claim before it. */
const authorsTurns = (claims: readonly LedgerClaim[]): readonly Contradiction[] =>
  claims.filter(takesBack).flatMap((right) => {
    const left = before(claims, right, () => true);
    return left ? [correction(left, right, "The author takes it back.")] : [];
  });

const takesBack = ({ quote, chain }: LedgerClaim): boolean =>
  chain.length === 1 && /\b(?:I|we) (?:take|took) (?:it|that|this) back\b|^(?:I|we) (?:was|were) wrong\b/iu.test(quote);

/** What is marked as taken back, and the next that its speaker says there. */
const replaced = (claims: readonly LedgerClaim[]): readonly Contradiction[] =>
  claims
    .filter(({ isRetracted }) => isRetracted)
    .flatMap((taken) => {
      const next = claims.find((other) => isBehind(other, taken) && other.at - taken.at <= 2 && !other.isRetracted);
      const instead = claims.find((other) => replaces(other, taken)) ?? next;
      return instead ? [correction(taken, instead, "It was taken back.")] : [];
    });

const replaces = (other: LedgerClaim, taken: LedgerClaim): boolean =>
  isBehind(other, taken) && other.speaker === taken.speaker && !other.isRetracted && !saysTaken(other);

/** "It withdrew that on Sunday", "It published a correction: ...", "The Post withdrew its statement about the officers". */
function withdrawn(claims: readonly LedgerClaim[], like: Like): readonly Contradiction[] {
  return claims.filter(isWithdrawal).flatMap((taking) => {
    const taken = pointsBack(taking) ? before(claims, taking, (other) => !saysTaken(other)) : undefined;
    if (taken) return [correction(taken, insteadOf(claims, taking) ?? taking, "It was taken back.")];
    const likest = (isTaking(taking) ? claims : [])
      .filter((other) => other.document === taking.document && other.at < taking.at && carries(other, taking))
      .map((other) => ({ other, likeness: like(other, taking) }))
      .toSorted((one, other) => other.likeness - one.likeness)[0];
    return likest && likest.likeness >= takenBackFrom ? [correction(likest.other, taking, "It was taken back.")] : [];
  });
}

/** That it was taken back, told of the one who did: no denial of what another said. */
const isWithdrawal = (claim: LedgerClaim): boolean =>
  saysTaken(claim) && claim.modality !== "denied" && claim.polarity === "positive" && claim.kind !== "assessment";

const saysTaken = ({ quote }: LedgerClaim): boolean => findCues("withdrawn", quote).length > 0;

/** "withdrew that", "corrected itself", "published a correction": what was said right before. */
const pointsBack = ({ quote }: LedgerClaim): boolean =>
  /\b(?:it|that|this|itself|himself|herself|themselves|the (?:report|statement|story|claim|figure|version|item))\b(?! (?:about|of|that|on the)\b)|\bcorrections?\b|\bapologi[sz]/iu.test(
    quote,
  );

/** "The Post withdrew its statement": the paper's act, which names what it takes back. */
const isTaking = ({ quote }: LedgerClaim): boolean =>
  /\b(?:withdr[ae]w|retract|corrected|t(?:ook|ake) back|taken back|disown|recant)/iu.test(quote);

const insteadOf = (claims: readonly LedgerClaim[], taking: LedgerClaim): LedgerClaim | undefined =>
  claims.find((other) => isBehind(other, taking) && other.sentence.from === taking.sentence.from);

const carries = (other: LedgerClaim, { speaker }: LedgerClaim): boolean =>
  other.chain.length > 1 && other.chain.some(({ source }) => source === speaker) && !saysTaken(other);

/** "In no. 61 we gave her age as 31. She is 13.": what the author said in an earlier issue, and what is so. */
const rightings = (claims: readonly LedgerClaim[]): readonly Contradiction[] =>
  claims.filter(saysOfItself).flatMap((left) => {
    const right = claims.find(({ at }) => at === left.at + 1);
    return right && isBehind(right, left) && right.chain.length === 1 && isBare(right)
      ? [correction(left, right, "The author puts it right.")]
      : [];
  });

const saysOfItself = ({ quote, lead, chain }: LedgerClaim): boolean =>
  chain.length === 1 && (ownWords.test(quote) || ownWords.test(`${lead.slice(-leadMax)}${quote}`));

// "In our last number we wrote that" stands in so many characters before what was written.
const leadMax = 40;

const ownWords =
  /(?:^|\b(?:numbers?|no\.? \d+|issue|edition|letter|digest|flash|notes|week|month|ago|yesterday|\p{Lu}\p{Ll}+day|earlier|before),?\s)(?:I|[Ww]e) (?:had |have |wrongly |mistakenly |also )*(?:gave|given|said|wrote|written|put|placed|called|named|reported|stated|described|listed|printed|published)\b/u;

const isBare = ({ quote }: LedgerClaim): boolean =>
  /^(?:it|he|she|they|this|that|there) (?:is|was|are|were|has|have|had|should|did not|didn[’']t)\b/iu.test(quote);

const isBehind = (other: LedgerClaim, first: LedgerClaim): boolean =>
  other.document === first.document && other.line === first.line && other.at > first.at;

/** The last claim before one in its paragraph. */
const before = (
  claims: readonly LedgerClaim[],
  claim: LedgerClaim,
  among: (other: LedgerClaim) => boolean,
): LedgerClaim | undefined => claims.findLast((other) => isBehind(claim, other) && among(other));
