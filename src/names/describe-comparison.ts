import type { NameComparison } from "./compare-names.ts";
import type { NameTier } from "./name-tier.ts";

const tierSentences: Readonly<Record<NameTier, string>> = {
  same: "The names are written alike.",
  spelling: "The names are two spellings of one name.",
  oneEdit: "The names differ by one letter.",
  partial: "The names agree as far as both go; one of them lacks a part.",
  weak: "The names have something in common, and too little to say more.",
  unclear: "The names stand in two languages, and no table knows their words well enough to compare them.",
  different: "The names are different.",
};

/** A comparison as plain lines for a terminal or a page: the verdict, then one line for every part. */
export function describeComparison(comparison: NameComparison): string[] {
  return [
    `${comparison.left} / ${comparison.right}: ${tierSentences[comparison.tier]}`,
    ...comparison.parts.map((part) => `  ${part.reason}`),
  ];
}
