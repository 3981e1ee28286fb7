import { rarity } from "../likeness/claim-words.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

// A pair of words in more claims than this part of all says nothing.
const commonShare = 0.05;

/**
 * Words that stand side by side in a question and in a claim ("in custody", "gone for good"), small ones too: for each claim the sum of
 * how rare its pairs are among the claims.
 */
export function sharedPairs(claims: readonly LedgerClaim[], text: string): readonly number[] {
  const asked = pairsOf(text);
  const shared = claims.map(({ quote }) => [...pairsOf(quote)].filter((pair) => asked.has(pair)));
  const frequency = new Map<string, number>();
  for (const pair of shared.flat()) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const most = Math.max(2, claims.length * commonShare);
  return shared.map((pairs) =>
    pairs.reduce((sum, pair) => {
      const count = frequency.get(pair) ?? 1;
      return count > most ? sum : sum + rarity(pair, count, claims.length);
    }, 0),
  );
}

function pairsOf(text: string): ReadonlySet<string> {
  const words = (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !isSmall.test(word));
  return new Set(words.slice(1).map((word, index) => `${words[index] ?? ""} ${word}`));
}

// What stands before any noun makes no pair with it.
const isSmall = /^(?:the|an?|his|her|its|their|of|s)$/u;
