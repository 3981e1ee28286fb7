import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";
import { kindsIn } from "../likeness/kindred.ts";
import { scriptOf } from "../likeness/script-of.ts";
import {
  chanceOfOneEvent,
  isOfSameFacts,
  isOneDay,
  shareName,
  numbersIn,
  sharePlace,
  shares,
  type ClaimRelations,
} from "./link-evidence.ts";

/** The earlier claims with which one may be compared. */
export type Candidates = (claim: LedgerClaim) => readonly LedgerClaim[];

// The mean chance from which a group of claims is of an event of other documents: that within a document, since the weights between documents are set by hand for it.
const joinedFrom = 0.4;

/**
 * The event of earlier documents to which the claims of a group belong: the one whose claims tell most likely of the same, by the
 * mean chance over those that they are compared with; first the one of a claim in another script of which type, day, place and a
 * participant agree. Undefined: it begins an event. `eventOf`: the event of an earlier claim, by its position.
 */
export function joinedTo(
  group: readonly LedgerClaim[],
  others: Candidates,
  eventOf: (at: number) => number,
  known: ClaimRelations,
): number | undefined {
  const sums = new Map<number, { chance: number; count: number; sharesFacts: boolean }>();
  for (const claim of group) {
    for (const other of others(claim)) {
      if (isOfSameFacts(claim, other, known)) return eventOf(other.at);
      if (scriptOf(claim.quote) !== scriptOf(other.quote)) continue;
      const event = eventOf(other.at);
      const sum = sums.get(event) ?? { chance: 0, count: 0, sharesFacts: false };
      sum.chance += chanceOfOneEvent(other, claim, known);
      sum.count += 1;
      sum.sharesFacts ||= shareFactsOfEvent(group, other);
      sums.set(event, sum);
    }
  }
  let best: { readonly event: number; readonly mean: number } | undefined;
  for (const [event, { chance, count, sharesFacts }] of sums)
    if (sharesFacts && (!best || chance / count > best.mean)) best = { event, mean: chance / count };
  return best && best.mean >= joinedFrom ? best.event : undefined;
}

/** Someone or something named in both, the place with the day, or a number above ten with the place or the kind of deed: two documents tell of no one event by like words alone. */
const shareFactsOfEvent = (group: readonly LedgerClaim[], other: LedgerClaim): boolean =>
  group.some((claim) => shareName(claim, other)) ||
  (group.some((claim) => sharePlace(claim, other)) && group.some((claim) => isOneDay(claim, other))) ||
  group.some(
    (claim) =>
      shares(numbersIn(claim), numbersIn(other)) &&
      (sharePlace(claim, other) || shares(kindsOf(claim), kindsOf(other))),
  );

const kindsOf = perClaim(({ quote }) => kindsIn(quote));
