import { at } from "../../base/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { chanceOfOneEvent, isOfSameFacts, type ClaimRelations } from "./link-evidence.ts";
import { linkGroups, type Likeness } from "./link-groups.ts";

// The mean chance from which two groups of claims are one event: chosen with the weights, each round-up joined by those learned on the others.
const joinedFrom = 0.4;
// Of its own document a claim is compared with so many before it: pages of thousands of claims stay linear.
const beforeMax = 400;
// What is less likely is left out, as if there were no chance: a fortieth of what joins two groups, set by reckoning and not by trial.
const chanceMin = 0.01;

/** The claims of a document in groups that tell each of one event, by average linkage of the chances; groups and their claims in the order of the text. */
export function groupClaims(
  claims: readonly LedgerClaim[],
  known: ClaimRelations,
): readonly (readonly LedgerClaim[])[] {
  const pairs: Likeness[] = [];
  for (const [right, claim] of claims.entries()) {
    for (let left = Math.max(0, right - beforeMax); left < right; left += 1) {
      const other = at(claims, left);
      const likeness = isOfSameFacts(claim, other, known) ? 1 : chanceOfOneEvent(other, claim, known);
      if (likeness >= chanceMin) pairs.push({ left, right, likeness });
    }
  }
  return linkGroups(claims.length, pairs, joinedFrom).map((group) => group.map((place) => at(claims, place)));
}
