import type { WordedClaim } from "../../src/ledger/index.ts";
import type { GoldClaim } from "./gold.ts";

/** A marked claim and the found one that stands for it. */
export interface MatchedPair {
  readonly gold: GoldClaim;
  readonly found: WordedClaim;
}

/** Pairs by falling Jaccard overlap of characters; they must share half of the marked span and a quarter of the found one, and each claim is used once. */
export function matchClaims(gold: readonly GoldClaim[], found: readonly WordedClaim[]): readonly MatchedPair[] {
  const candidates = gold.flatMap((marked) =>
    found.map((claim) => ({ gold: marked, found: claim, shared: sharedOf(marked, claim) })),
  );
  const allowed = candidates
    .filter(
      ({ gold: { start, end }, found: { from, to }, shared }) =>
        shared * 2 >= end - start && shared * 4 >= to - from && shared > 0,
    )
    .map((pair) => ({
      ...pair,
      jaccard: pair.shared / (pair.gold.end - pair.gold.start + pair.found.to - pair.found.from - pair.shared),
    }))
    .toSorted(
      (left, right) =>
        right.jaccard - left.jaccard ||
        left.gold.start - right.gold.start ||
        (left.gold.id < right.gold.id ? -1 : 1) ||
        left.found.from - right.found.from,
    );
  const usedGold = new Set<string>();
  const usedFound = new Set<string>();
  const pairs: MatchedPair[] = [];
  for (const { gold: marked, found: claim } of allowed) {
    if (usedGold.has(marked.id) || usedFound.has(claim.id)) continue;
    usedGold.add(marked.id);
    usedFound.add(claim.id);
    pairs.push({ gold: marked, found: claim });
  }
  return pairs;
}

const sharedOf = ({ start, end }: GoldClaim, { from, to }: WordedClaim): number =>
  Math.max(0, Math.min(end, to) - Math.max(start, from));
