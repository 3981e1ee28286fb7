import type { NameTier } from "../names/index.ts";

/** Two names side by side, in words for a person who reads neither script. */
export interface NamesCompared {
  readonly tier: NameTier;
  readonly score: number;
  readonly lines: readonly string[];
  readonly left: { readonly name: string; readonly spellings: readonly string[]; readonly perMillion: number };
  readonly right: { readonly name: string; readonly spellings: readonly string[]; readonly perMillion: number };
}

/** Compares two names as matching does: tier, score of a thousand, a reason for each part. */
export async function compareTwoNames(left: string, right: string): Promise<NamesCompared> {
  const { compareNames, describeComparison, isCompanyName, nameFrequency, parseName, spellings } =
    await import("../names/index.ts");
  const kind = isCompanyName(left) || isCompanyName(right) ? "company" : "person";
  const parsed = { left: parseName(left, kind), right: parseName(right, kind) };
  const comparison = compareNames(parsed.left, parsed.right);
  const side = (name: string, which: "left" | "right") => ({
    name,
    spellings: spellings(parsed[which]).map((spelling) => `${spelling.system}: ${spelling.text}`),
    perMillion: nameFrequency(parsed[which]),
  });
  return {
    tier: comparison.tier,
    score: comparison.score,
    lines: describeComparison(comparison),
    left: side(left, "left"),
    right: side(right, "right"),
  };
}
