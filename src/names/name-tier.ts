/** How two names agree, from the strongest: written alike, another spelling of one name, one letter apart, a part missing, little in common, not to be compared (words of two languages that no table knows), different. */
export type NameTier = "same" | "spelling" | "oneEdit" | "partial" | "weak" | "unclear" | "different";

// The tiers from the weakest; the position is the number by which a packed score begins.
const nameTiers: readonly NameTier[] = ["different", "unclear", "weak", "partial", "oneEdit", "spelling", "same"];

const scoreBits = 1024;

/** A tier and a score (0 to 1000) as one integer, larger for better. */
export function packScore(tier: NameTier, score: number): number {
  return nameTiers.indexOf(tier) * scoreBits + Math.max(0, Math.min(1000, Math.round(score)));
}

/** The tier of a packed score. */
export function tierOf(packed: number): NameTier {
  return nameTiers[Math.trunc(packed / scoreBits)] ?? "different";
}

/** The score of a packed score, 0 to 1000. */
export function scoreOf(packed: number): number {
  return packed % scoreBits;
}

const partialMin = 600;
const weakMin = 750;

/**
 * Whether two names are alike enough that a person should look: one name written in some way, a part left out, or most of
 * its letters the same. The bounds were set on half of OpenSanctions' name bench (by hash of the pair) and hold on the
 * other. Never enough for a join.
 */
export function isPossibleMatch(packed: number): boolean {
  const tier = tierOf(packed);
  if (tier === "partial") return scoreOf(packed) >= partialMin;
  if (tier === "weak") return scoreOf(packed) >= weakMin;
  return tier === "same" || tier === "spelling" || tier === "oneEdit";
}
