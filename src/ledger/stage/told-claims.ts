import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isGuardedType } from "../guard/guarded-words.ts";
import { typeOfEvent } from "./describe-event.ts";

/** Names a claim among all documents. */
export const claimKey = (claim: { readonly document: string; readonly id: string }): string =>
  `${claim.document} ${claim.id}`;

/** Adds the claims of events of people in flight to those of their documents, by their ids there. */
export async function addGuardedByEvents(
  guarded: Map<string, Set<string>>,
  events: AsyncIterable<readonly LedgerClaim[]>,
  isGuarded: (claim: LedgerClaim) => boolean,
): Promise<void> {
  for await (const claims of events) {
    if (!isGuardedEvent(claims, isGuarded)) continue;
    for (const { document, id } of claims) guarded.set(document, (guarded.get(document) ?? new Set()).add(id));
  }
}

/** Whether an event is one of people in flight: by its type, or because half of its claims are guarded. */
export const isGuardedEvent = (claims: readonly LedgerClaim[], isGuarded: (claim: LedgerClaim) => boolean): boolean =>
  isGuardedType(typeOfEvent(claims) ?? "") || 2 * claims.filter(isGuarded).length >= claims.length;
