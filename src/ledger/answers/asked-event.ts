import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { countRoots, rootOf, supports } from "../roots/count-roots.ts";
import { chanceIn } from "./event-chance.ts";
import { findRelevant, type Relevant } from "./relevance.ts";

/** The claims of the event that a question asks about, and those beside them that may be of it: both in their order. */
export interface AskedEvent {
  readonly claims: readonly LedgerClaim[];
  readonly near: readonly LedgerClaim[];
}

/**
 * The event that a question is about: that of the claim which speaks of it most, and of the next one where nothing stands behind that
 * one ("he is the most senior officer to leave" since another). Undefined where no claim speaks of it.
 */
export function askedEvent(ledger: Ledger, text: string): AskedEvent | undefined {
  const relevant = findRelevant(ledger, text);
  let first: AskedEvent | undefined;
  for (const seed of seedsOf(ledger, relevant).slice(0, seedsMax)) {
    const event = grow(ledger, seed, relevant);
    if (countRoots(event.claims, ledger.sources).high > 0) return event;
    first ??= event;
  }
  return first;
}

const seedsMax = 5;

/**
 * Grows an event from a claim: next comes each time the claim which by its mean chance with those so far, and by what it shares with
 * the question, is of it most likely.
 */
function grow(ledger: Ledger, seed: LedgerClaim, relevant: readonly Relevant[]): AskedEvent {
  const top = relevant[0]?.score ?? 1;
  const shares = new Map(relevant.map(({ claim, score }) => [claim, score / top]));
  const chance = chanceIn(ledger);
  const sums = new Map<LedgerClaim, number>();
  const claims: LedgerClaim[] = [];
  for (let next: LedgerClaim | undefined = seed; next; next = likeliest(sums, claims.length, shares)) {
    claims.push(next);
    sums.delete(next);
    for (const claim of ledger.claims)
      if (!claims.includes(claim)) sums.set(claim, (sums.get(claim) ?? 0) + chance(claim, next));
  }
  const near = ledger.claims.filter(
    (claim) => (sums.get(claim) ?? 0) / claims.length + nearShare * (shares.get(claim) ?? 0) >= nearFrom,
  );
  return { claims: inOrder(claims), near };
}

// Set on the development round-ups together, by how many root sources their events and questions have: from which mean chance a claim
// is of the event, what it gains by speaking of what is asked, and both again for what is to be read with the event.
const joinedFrom = 0.42;
const askedShare = 0.2;
const nearFrom = 0.24;
const nearShare = 0.3;

function likeliest(
  sums: ReadonlyMap<LedgerClaim, number>,
  size: number,
  shares: ReadonlyMap<LedgerClaim, number>,
): LedgerClaim | undefined {
  let best: { readonly claim: LedgerClaim; readonly chance: number } | undefined;
  for (const [claim, sum] of sums) {
    const mean = sum / size + askedShare * (shares.get(claim) ?? 0);
    if (mean >= joinedFrom && (!best || mean > best.chance)) best = { claim, chance: mean };
  }
  return best?.claim;
}

// What happened before what someone is; what has a source before what the author says, and what he only retells in a lead; what
// can stand behind an event before what denies it or is no part of it.
const attributeShare = 0.8;
const rootlessShare = 0.8;
const leadShare = 0.85;
const pointingShare = 0.8;

/** The claims from which an event can grow, the likeliest first. */
function seedsOf({ sources }: Ledger, relevant: readonly Relevant[]): readonly LedgerClaim[] {
  const weighed = relevant.map(({ claim, score }) => ({
    claim,
    score:
      score *
      (claim.kind === "attribute" ? attributeShare : 1) *
      (rootOf(claim, sources) === undefined ? rootlessShare : 1) *
      (claim.isLead ? leadShare : 1) *
      (supports(claim) ? 1 : pointingShare),
  }));
  return weighed
    .toSorted((left, right) => right.score - left.score || left.claim.at - right.claim.at)
    .map(({ claim }) => claim);
}

export const inOrder = (claims: readonly LedgerClaim[]): readonly LedgerClaim[] =>
  [...new Set(claims)].toSorted((left, right) => left.at - right.at);
