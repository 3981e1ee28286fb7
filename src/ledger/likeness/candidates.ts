import type { ClaimWords } from "./claim-words.ts";
import type { LedgerClaim } from "./ledger-claim.ts";

// A word in more claims than this brings no two claims together: pairs stay few however many documents there are.
const sharedMax = 60;

/** For each claim the earlier ones that it may be compared with: those of its own document, and of others those with which it shares a word that few claims have. */
export function findCandidates(
  claims: readonly LedgerClaim[],
  words: readonly ClaimWords[],
): (claim: LedgerClaim) => readonly LedgerClaim[] {
  const byTerm = new Map<string, number[]>();
  for (const [at, terms] of words.entries()) {
    for (const term of terms.keys()) {
      const positions = byTerm.get(term);
      if (positions) positions.push(at);
      else byTerm.set(term, [at]);
    }
  }
  const firstOf = new Map<string, number>();
  for (const claim of claims) if (!firstOf.has(claim.document)) firstOf.set(claim.document, claim.at);
  return (claim) => {
    const first = firstOf.get(claim.document) ?? claim.at;
    const shared = new Set<number>();
    for (const term of words[claim.at]?.keys() ?? []) {
      const positions = byTerm.get(term) ?? [];
      if (positions.length <= sharedMax) for (const at of positions) if (at < first) shared.add(at);
    }
    return [
      ...[...shared].toSorted((left, right) => left - right).flatMap((at) => claims[at] ?? []),
      ...claims.slice(first, claim.at),
    ];
  };
}
