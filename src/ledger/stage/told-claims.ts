import { groupBy } from "../../base/index.ts";
import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { isGuardedType } from "./guard-words.ts";
import { typeOfEvent } from "./describe-event.ts";

/** Names a claim among all documents. */
export const claimKey = (claim: { readonly document: string; readonly id: string }): string =>
  `${claim.document} ${claim.id}`;

/** Of each document the claims that belong to an event of people in flight, by their ids there. */
export function guardedByEvents(
  ledger: Ledger,
  isGuarded: (claim: LedgerClaim) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const guarded = ledger.events
    .filter(({ claims }) => isGuardedEvent(claims, isGuarded))
    .flatMap(({ claims }) => claims);
  return new Map(
    [...groupBy(guarded, ({ document }) => document)].map(([document, claims]) => [
      document,
      new Set(claims.map(({ id }) => id)),
    ]),
  );
}

/** Whether an event is one of people in flight: by its type, or because half of its claims are guarded. */
export const isGuardedEvent = (claims: readonly LedgerClaim[], isGuarded: (claim: LedgerClaim) => boolean): boolean =>
  isGuardedType(typeOfEvent(claims) ?? "") || 2 * claims.filter(isGuarded).length >= claims.length;
