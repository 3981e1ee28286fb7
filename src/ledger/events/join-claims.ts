import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { wordLikeness } from "../likeness/claim-words.ts";
import { scriptOf } from "../likeness/script-of.ts";
import { shareFacts } from "../likeness/shared-facts.ts";
import { chanceOfOneEvent, type ClaimRelations } from "./link-evidence.ts";

/** The earlier claims with which one may be compared. */
export type Candidates = (claim: LedgerClaim) => readonly LedgerClaim[];

// The mean chance from which a claim is of an event: chosen with the weights, each round-up joined by those learned on the others.
const joinedFrom = 0.42;

/**
 * The event to which a claim belongs: the one whose claims tell most likely of the same, by the mean chance over those that it is
 * compared with; first the one of a claim in another script of which type, day, place and a participant agree. Undefined: it
 * begins an event. `eventOf`: the event of an earlier claim, by its position.
 */
export function joinedTo(
  claim: LedgerClaim,
  others: readonly LedgerClaim[],
  eventOf: (at: number) => number,
  known: ClaimRelations,
): number | undefined {
  const foreign = others.find((other) => isOfSameFacts(claim, other, known));
  if (foreign) return eventOf(foreign.at);
  const sums = new Map<number, { chance: number; count: number }>();
  for (const other of others) {
    const event = eventOf(other.at);
    const sum = sums.get(event) ?? { chance: 0, count: 0 };
    sum.chance += chanceOfOneEvent(other, claim, known);
    sum.count += 1;
    sums.set(event, sum);
  }
  let best: { readonly event: number; readonly mean: number } | undefined;
  for (const [event, { chance, count }] of sums)
    if (!best || chance / count > best.mean) best = { event, mean: chance / count };
  return best && best.mean >= joinedFrom ? best.event : undefined;
}

// The weights are learned from English: of what is in another script the likeness of words decides.
const alikeFrom = 0.26;

/** Facts that agree stand for the words that two languages do not have in common. */
function isOfSameFacts(claim: LedgerClaim, other: LedgerClaim, { words }: ClaimRelations): boolean {
  const [own, others] = [words[claim.at] ?? new Map(), words[other.at] ?? new Map()];
  if (scriptOf(claim.quote) !== scriptOf(other.quote)) return shareFacts(own, others);
  return !/\p{Script=Latin}/u.test(claim.quote) && wordLikeness(own, others) >= alikeFrom;
}
