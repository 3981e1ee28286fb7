import { at } from "../base/index.ts";
import type { SpeakerSource } from "./claims/claim.ts";
import type { Contradiction } from "./findings/contradiction.ts";
import type { Drift } from "./findings/drifts.ts";
import { DocumentJoiner } from "./join/document-joiner.ts";
import type { LedgerEvent } from "./join/to-event.ts";
import { weighKinds, type ClaimWords } from "./likeness/claim-words.ts";
import type { LedgerClaim, ReadDocument } from "./likeness/ledger-claim.ts";

export type { EventStatus, LedgerEvent } from "./join/to-event.ts";

/** Events with their claims, and what is found between claims. Sources are keyed as the claims' chains name them. */
export interface Ledger {
  readonly claims: readonly LedgerClaim[];
  readonly words: readonly ClaimWords[];
  /** The kinds of thing and doing that each claim speaks of, weighed. */
  readonly kinds: readonly ClaimWords[];
  readonly sources: ReadonlyMap<string, SpeakerSource>;
  readonly events: readonly LedgerEvent[];
  readonly contradictions: readonly Contradiction[];
  readonly drifts: readonly Drift[];
}

/**
 * Joins the claims of documents to events, counts the independent sources of each, and finds what contradicts and what drifted,
 * all in memory: for documents by the ten. The stage does so for any number (`joinDocuments`), by the same joiner.
 */
export function buildLedger(documents: readonly ReadDocument[]): Ledger {
  const sources = new Map<string, SpeakerSource>();
  const joiner = new DocumentJoiner(sources);
  const gathered = documents.map((document) => joiner.add(document));
  const claims: LedgerClaim[] = [];
  const claimAt = (place: number): LedgerClaim => at(claims, place);
  const found = gathered.map((own, no) => {
    const joined = joiner.join(no, own, claimAt);
    for (const claim of joined.claims) claims.push(claim);
    return joined;
  });
  return {
    claims,
    words: claims.map((claim) => joiner.wordsOf(claim.at)),
    kinds: weighKinds(claims),
    sources,
    events: Array.from({ length: joiner.eventCount }, (_, event) => joiner.eventOf(event, claimAt)),
    contradictions: found.flatMap(({ contradictions }) => contradictions),
    drifts: found.flatMap(({ drifts }) => drifts),
  };
}
