import type { Claim } from "../claims/claim.ts";
import type { DocumentClaims } from "../claims/read-claims.ts";
import type { ReadDocument } from "../likeness/ledger-claim.ts";
import type { DecidedDocument } from "./decided-claims.ts";

/** A document as the events are made from it: with what a person put right, without what a person rejected, and of what a model made with that alone which a person accepted. */
export const proposedDocument = (document: DecidedDocument): ReadDocument =>
  toDocument(document, ({ status, claim }) => status === "confirmed" || (status === "proposed" && !isByModel(claim)));

/** The same with the claims alone that a person confirmed; undefined if there are none. */
export const confirmedDocument = (document: DecidedDocument): ReadDocument | undefined =>
  document.decided.some(({ status }) => status === "confirmed")
    ? toDocument(document, ({ status }) => status === "confirmed")
    : undefined;

const isByModel = ({ reasons }: Claim): boolean => reasons.some(({ field }) => field === "proposal");

function toDocument(
  { held, claims, decided, sources }: DecidedDocument,
  isKept: (each: DecidedDocument["decided"][number]) => boolean,
): ReadDocument {
  const kept: DocumentClaims = { ...claims, sources, claims: decided.filter(isKept).map(({ claim }) => claim) };
  return { id: held.entityId, outlet: held.outlet, claims: kept };
}
