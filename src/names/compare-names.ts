import { alignTokens } from "./align-tokens.ts";
import { compareMeanings } from "./compare-meanings.ts";
import { explainMeaning } from "./explain-meaning.ts";
import { explainSyllables } from "./explain-syllables.ts";
import { explainJoined, explainToken } from "./explain-token.ts";
import { scoreOf, tierOf, type NameTier } from "./name-tier.ts";
import type { NameRole, NameToken } from "./name-token.ts";
import type { ParsedName } from "./parse-name.ts";
import { scoreNames } from "./score-names.ts";
import type { SyllableLanguage } from "./syllable-readings.ts";
import { agreeInSyllables, unitsOfLanguage } from "./syllable-verdict.ts";

/** How one part of a name stands against the other name. */
export interface PartReason {
  readonly role: NameRole | "syllable";
  /** The part in the first name; empty when only the second has it. */
  readonly left: string;
  readonly right: string;
  readonly verdict: "same" | "spelling" | "oneEdit" | "near" | "missing" | "contradicts";
  /** One sentence for a reader who knows neither script. */
  readonly reason: string;
}

/** How two names agree, with the reason for every part. */
export interface NameComparison {
  readonly left: string;
  readonly right: string;
  readonly tier: NameTier;
  /** 0 to 1000. */
  readonly score: number;
  readonly parts: readonly PartReason[];
}

const renderingsShown = 3;

/** Compares two names; the tier and the score are those of `scoreNames`, and every part is explained. */
export function compareNames(left: ParsedName, right: ParsedName): NameComparison {
  const packed = scoreNames(left, right);
  return {
    left: left.text,
    right: right.text,
    tier: tierOf(packed),
    score: scoreOf(packed),
    parts: reasons(left, right, tierOf(packed)),
  };
}

function reasons(left: ParsedName, right: ParsedName, tier: NameTier): PartReason[] {
  if (!left.looksLikeCompany && !right.looksLikeCompany) {
    const language = languageOf(left, right);
    if (language !== undefined) {
      const agreement = agreeInSyllables(left[language], right[language], unitsOfLanguage(language));
      return explainSyllables({ left: agreement.left, right: agreement.right }, language);
    }
    const isOther = tier === "weak" && (isNative(left) || isNative(right));
    if (tier === "different" || tier === "partial" || isOther) {
      for (const each of ["korean", "chinese"] as const) {
        const [own] = left[each];
        const [other] = right[each];
        if (own !== undefined && other !== undefined) return explainSyllables({ left: own, right: other }, each);
      }
    }
    if (left.script !== right.script && (tier === "oneEdit" || left.renderings.length + right.renderings.length > 0))
      return [writingReason(left, right, tier)];
  }
  if (left.meaning !== undefined && right.meaning !== undefined && left.script !== right.script) {
    const { kind, packed } = compareMeanings(left.meaning, right.meaning);
    if (kind === "agree" && tierOf(packed) === tier) return explainMeaning(left.meaning, right.meaning);
  }
  return tokenReasons(left.tokens, right.tokens);
}

// The language in whose syllables two names agree; of two, the one whose spellings are the more usual.
function languageOf(left: ParsedName, right: ParsedName): SyllableLanguage | undefined {
  const cost = (language: SyllableLanguage): number =>
    agreeInSyllables(left[language], right[language], unitsOfLanguage(language)).cost;
  const [korean, chinese] = [cost("korean"), cost("chinese")];
  if (korean < 0) return chinese < 0 ? undefined : "chinese";
  return chinese >= 0 && chinese < korean ? "chinese" : "korean";
}

const isNative = (name: ParsedName): boolean => name.script === "hangul" || name.script === "han";

// One name in its own script and the other in letters that no reading divides into syllables: the whole is compared with its usual writings.
function writingReason(left: ParsedName, right: ParsedName, tier: NameTier): PartReason {
  const native = left.renderings.length > 0 ? left : right;
  const latin = native === left ? right : left;
  const usual = native.renderings
    .map((rendering) => rendering.text)
    .slice(0, renderingsShown)
    .join(", ");
  const isNear = tier === "spelling" || tier === "oneEdit";
  const distance =
    tier === "spelling"
      ? "is one of its usual writings"
      : tier === "oneEdit"
        ? "is one letter off a usual writing of it"
        : "is none of its usual writings";
  return {
    role: "word",
    left: left.text,
    right: right.text,
    verdict: isNear ? tier : "contradicts",
    reason: `${native.text} is usually written ${usual}; ${latin.text} ${distance}.`,
  };
}

function tokenReasons(left: readonly NameToken[], right: readonly NameToken[]): PartReason[] {
  const { rightOf, leftOf, packed } = alignTokens(left, right);
  const parts = left.flatMap((token, index): PartReason[] => {
    const partner = rightOf[index] ?? -1;
    const apart = left.filter((_, other) => partner >= 0 && rightOf[other] === partner);
    const others = right.filter((_, other) => leftOf[other] === index);
    if (apart.length > 1) return apart[0] === token ? [explainJoined(right[partner], apart, "right")] : [];
    if (others.length > 1) return [explainJoined(token, others, "left")];
    return [explainToken(token, right[partner], packed[index] ?? 0)];
  });
  const lone = right.filter((_, index) => (leftOf[index] ?? -1) < 0);
  const isContradicted = parts.some(isTellingGap) && lone.some((token) => telling.has(token.role));
  for (const token of lone) parts.push(explainToken(undefined, token, 0));
  return isContradicted ? parts.map(asContradiction) : parts;
}

const isTellingGap = (part: PartReason): boolean => part.verdict === "missing" && telling.has(part.role);

const telling: ReadonlySet<string> = new Set(["family", "given", "word", "patronymic", "number", "place"]);

// Where both names have parts that the other lacks, those parts contradict each other.
function asContradiction(part: PartReason): PartReason {
  if (!isTellingGap(part)) return part;
  const own = part.left === "" ? part.right : part.left;
  return {
    ...part,
    verdict: "contradicts",
    reason: `${own} has no counterpart in the other name, which has another part in its place.`,
  };
}
