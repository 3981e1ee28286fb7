import type { Alignment } from "./align-tokens.ts";
import { packScore } from "./name-tier.ts";
import type { NameToken } from "./name-token.ts";
import { likenessOf, likenessScore } from "./token-likeness.ts";

/** What the paired and unpaired parts of two people's names add up to. */
export interface Tally {
  matched: number;
  /** The weight of the parts that one side has and the other contradicts. */
  contradicted: number;
  /** The weight of the parts that one side leaves out. */
  omitted: number;
  /** How many telling parts agree. */
  agreed: number;
  /** Parts that agree as an edit of one letter, and of more. */
  edits: number;
  manyEdits: number;
  initials: number;
  /** Parts that are forms of one given name (Andre, Andrew). */
  forms: number;
  inOrder: boolean;
}

const contradictionFactor = 2;
const omissionFactor = 0.28;
const strongMin = 780;
const weakMin = 380;

/** Adds up an alignment of the parts of two people's names. */
export function tallyParts(left: readonly NameToken[], right: readonly NameToken[], alignment: Alignment): Tally {
  const tally: Tally = {
    matched: 0,
    contradicted: 0,
    omitted: 0,
    agreed: 0,
    edits: 0,
    manyEdits: 0,
    initials: 0,
    forms: 0,
    inOrder: true,
  };
  let leftOver = 0;
  let rightOver = 0;
  let lost = 0;
  let last = -1;
  for (const [index, token] of left.entries()) {
    const partner = alignment.rightOf[index] ?? -1;
    const packed = alignment.packed[index] ?? 0;
    if (partner < 0) {
      leftOver += token.weight;
      continue;
    }
    const other = right[partner];
    const weight = Math.min(token.weight, other?.weight ?? 0) === 0 ? 0 : Math.max(token.weight, other?.weight ?? 0);
    lost += countLikeness(tally, packed, weight);
    if (partner < last) tally.inOrder = false;
    last = partner;
  }
  for (const [index, token] of right.entries()) if ((alignment.leftOf[index] ?? -1) < 0) rightOver += token.weight;
  tally.contradicted = Math.min(leftOver, rightOver) + lost;
  tally.omitted = Math.abs(leftOver - rightOver);
  return tally;
}

function countLikeness(tally: Tally, packed: number, weight: number): number {
  const kind = likenessOf(packed);
  const own = kind === "initial" ? weight * 0.7 : weight;
  tally.matched += (own * likenessScore(packed)) / 1000;
  if (weight >= 500) tally.agreed += 1;
  if (kind === "edit") tally.edits += 1;
  if (kind === "edits") tally.manyEdits += 1;
  if (kind === "initial") tally.initials += 1;
  if (kind === "form" || kind === "short") tally.forms += 1;
  return weight > 300 ? (own * (1000 - likenessScore(packed))) / 2000 : 0;
}

/** The packed tier and score of a tally. */
export function tierOfTally(tally: Tally): number {
  const total = tally.matched + tally.contradicted * contradictionFactor + tally.omitted * omissionFactor;
  if (total === 0 || tally.matched === 0) return packScore("different", 0);
  const score = (1000 * tally.matched) / total - (tally.inOrder ? 0 : 40);
  if (score < weakMin) return packScore("different", score);
  if (tally.contradicted > 400)
    return packScore(score >= strongMin ? "weak" : score < 560 ? "different" : "weak", score);
  if (tally.manyEdits > 0 || tally.initials > 0) return packScore("weak", score);
  if (tally.omitted > 300)
    return packScore(tally.agreed > 1 && tally.edits + tally.forms === 0 ? "partial" : "weak", score);
  if (tally.edits > 0) return packScore("oneEdit", score);
  return packScore("spelling", score);
}
