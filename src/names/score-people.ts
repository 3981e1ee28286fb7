import { alignTokens, type Alignment } from "./align-tokens.ts";
import { editDistance } from "./edit-distance.ts";
import { packScore, scoreOf } from "./name-tier.ts";
import type { NameToken } from "./name-token.ts";
import type { ParsedName } from "./parse-name.ts";
import { agreeInSyllables, lacksSyllable, notReadable, unitsOfLanguage } from "./syllable-verdict.ts";
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
  inOrder: boolean;
}

const contradictionFactor = 2;
const omissionFactor = 0.28;
const strongMin = 780;
const weakMin = 380;

/** Compares two names of people by syllables where both can be read so, then by their parts; a packed tier and score. */
export function scorePeople(left: ParsedName, right: ParsedName): number {
  const korean = syllableCost(left, right, "korean");
  const chinese = syllableCost(left, right, "chinese");
  const cost = korean < 0 ? chinese : chinese < 0 ? korean : Math.min(korean, chinese);
  if (isNative(left) && isNative(right) && left.script === right.script) return scoreNative(left, right, cost);
  if (cost >= 0) return packScore("spelling", Math.max(700, 985 - cost));
  if (korean === notReadable && chinese === notReadable) return scoreParts(left, right);
  return scoreContradicted(left, right, korean === lacksSyllable || chinese === lacksSyllable);
}

// Both names read as names of one language, and a syllable contradicts or is missing: what letters they share says little.
function scoreContradicted(left: ParsedName, right: ParsedName, isShort: boolean): number {
  if (isShort) return packScore("partial", 520);
  if (isNative(left) || isNative(right)) return packScore("different", 150);
  if (editDistance(left.joined, right.joined, 1) <= 1) return packScore("oneEdit", 600);
  return packScore("different", Math.min(250, scoreOf(scoreParts(left, right))));
}

const isNative = (name: ParsedName): boolean => name.script === "hangul" || name.script === "han";

function syllableCost(left: ParsedName, right: ParsedName, language: "korean" | "chinese"): number {
  return agreeInSyllables(left[language], right[language], unitsOfLanguage(language)).cost;
}

// In Hangul and in Han one different syllable is a different name; only the initial-sound law lets two writings agree.
function scoreNative(left: ParsedName, right: ParsedName, cost: number): number {
  if (left.joined === right.joined && left.key.replaceAll(" ", "") === right.key.replaceAll(" ", ""))
    return packScore("same", 1000);
  if (left.script === "hangul" && cost >= 0) return packScore("spelling", Math.max(850, 985 - cost));
  if (left.script === "han" && left.key.replaceAll(" ", "") === right.key.replaceAll(" ", ""))
    return packScore("same", 1000);
  if (left.tokens.length > 1 || right.tokens.length > 1) return capAt(scoreParts(left, right), 650);
  return packScore("different", cost >= 0 ? 250 : 100);
}

function capAt(packed: number, most: number): number {
  return scoreOf(packed) > most ? packed - scoreOf(packed) + most : packed;
}

function scoreParts(left: ParsedName, right: ParsedName): number {
  if (left.joinedHash === right.joinedHash && left.joined === right.joined) return packScore("spelling", 960);
  const tally = tallyParts(left.tokens, right.tokens, alignTokens(left.tokens, right.tokens));
  return tierOfTally(tally);
}

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
  return weight > 300 ? (own * (1000 - likenessScore(packed))) / 2000 : 0;
}

function tierOfTally(tally: Tally): number {
  const total = tally.matched + tally.contradicted * contradictionFactor + tally.omitted * omissionFactor;
  if (total === 0 || tally.matched === 0) return packScore("different", 0);
  const score = (1000 * tally.matched) / total - (tally.inOrder ? 0 : 40);
  if (score < weakMin) return packScore("different", score);
  if (tally.contradicted > 400)
    return packScore(score >= strongMin ? "weak" : score < 560 ? "different" : "weak", score);
  if (tally.manyEdits > 0 || tally.initials > 0) return packScore("weak", score);
  if (tally.omitted > 300) return packScore(tally.agreed > 1 && tally.edits === 0 ? "partial" : "weak", score);
  if (tally.edits > 0) return packScore("oneEdit", score);
  return packScore("spelling", score);
}
