import type { ClaimWords } from "./claim-words.ts";
import type { LedgerClaim } from "./ledger-claim.ts";

// A word in more claims than this brings no two claims together, and of the claims of other documents only so many that share the
// rarest words are compared: the work grows with the number of claims, however many documents there are.
const sharedMax = 60;
const othersMax = 24;

/** For each claim the earlier ones that it may be compared with: those of its own document, and of others those with which it shares most by words that few claims have. */
export function findCandidates(
  claims: readonly LedgerClaim[],
  words: readonly ClaimWords[],
): (claim: LedgerClaim) => readonly LedgerClaim[] {
  const byTerm = claimsByTerm(words);
  const firstOf = new Map<string, number>();
  for (const claim of claims) if (!firstOf.has(claim.document)) firstOf.set(claim.document, claim.at);
  return (claim) => {
    const first = firstOf.get(claim.document) ?? claim.at;
    const shared = new Map<number, number>();
    for (const [term, weight] of words[claim.at] ?? []) {
      for (const at of byTerm.get(term) ?? []) {
        if (at >= first) break;
        shared.set(at, (shared.get(at) ?? 0) + weight);
      }
    }
    return [
      ...mostShared(shared).flatMap((at) => claims[at] ?? []),
      ...claims.slice(Math.max(first, claim.at - ownMax), claim.at),
    ];
  };
}

/** In which claims each word stands, in order; without the words that stand in many. */
function claimsByTerm(words: readonly ClaimWords[]): ReadonlyMap<string, readonly number[]> {
  const byTerm = new Map<string, number[]>();
  for (const [at, terms] of words.entries()) {
    for (const term of terms.keys()) {
      const positions = byTerm.get(term);
      if (!positions) byTerm.set(term, [at]);
      else if (positions.length <= sharedMax) positions.push(at);
    }
  }
  for (const [term, positions] of byTerm) if (positions.length > sharedMax) byTerm.delete(term);
  return byTerm;
}

// Of its own document a claim is compared with so many before it: pages of thousands of claims stay linear.
const ownMax = 400;

const mostShared = (shared: ReadonlyMap<number, number>): readonly number[] =>
  [...shared]
    .toSorted(([at, one], [otherAt, other]) => other - one || at - otherAt)
    .slice(0, othersMax)
    .map(([at]) => at)
    .toSorted((left, right) => left - right);
