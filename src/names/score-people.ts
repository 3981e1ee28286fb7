import { alignTokens } from "./align-tokens.ts";
import { editDistance } from "./edit-distance.ts";
import { lettersOff, lettersOffMax } from "./odd-syllable.ts";
import { packScore, scoreOf } from "./name-tier.ts";
import { bitCount } from "./name-token.ts";
import type { ParsedName } from "./parse-name.ts";
import { likenessOf } from "./token-likeness.ts";
import {
  agreeInSyllables,
  agreeingSyllables,
  lacksSyllable,
  nearestReadings,
  notReadable,
  unitsOfLanguage,
  type SyllablePair,
} from "./syllable-verdict.ts";
import { tallyParts, tierOfTally } from "./tally-people.ts";

// One letter off, and read as a name with another syllable: in Hangul that is another name (정숙 is no Jong Sik).
const otherSyllable = packScore("weak", 700);
const spellingMax = 985;
const spellingMin = 700;
const slipsMax = 3;
const slipLengthMin = 7;

/** Compares two names of people by syllables where both can be read so, then by their parts; a packed tier and score. */
export function scorePeople(left: ParsedName, right: ParsedName): number {
  const korean = agreeInSyllables(left.korean, right.korean, unitsOfLanguage("korean")).cost;
  const near = korean === notReadable ? 0 : agreeingSyllables();
  const pair = near === 0 ? undefined : nearestReadings();
  const isNativePair = isNative(left) && isNative(right);
  if (isNativePair && left.script === right.script) return scoreNative(left, right, { korean, near });
  const chinese = isNativePair
    ? notReadable
    : agreeInSyllables(left.chinese, right.chinese, unitsOfLanguage("chinese")).cost;
  const cost = korean < 0 ? chinese : chinese < 0 ? korean : Math.min(korean, chinese);
  if (cost >= 0) return packScore("spelling", Math.max(spellingMin, spellingMax - cost));
  const slips = Math.min(slipsBetween(left, right), slipsBetween(right, left));
  if (slips === 0) return packScore("spelling", 930);
  if (slips === 1)
    return haveOtherSyllable(left, right) ? otherSyllable : packScore("oneEdit", korean === notReadable ? 780 : 600);
  if (korean === notReadable && chinese === notReadable) {
    const parts = scoreParts(left, right);
    return slips > slipsMax ? parts : Math.max(parts, packScore("different", differentScore({ near, slips })));
  }
  const contradicted = scoreContradicted(left, right, { near, slips, pair });
  const isShort = korean === lacksSyllable || chinese === lacksSyllable;
  return isShort ? Math.max(packScore("partial", 520), contradicted) : contradicted;
}

// A doubled letter may read as one syllable more (Cholsuu), and is a slip.
const haveOtherSyllable = (left: ParsedName, right: ParsedName): boolean =>
  left.korean.some((one) => right.korean.some((other) => one.length === other.length));

const isNative = (name: ParsedName): boolean => name.script === "hangul" || name.script === "han";

// Both names read as names of one language and a syllable contradicts: what letters they share says little.
function scoreContradicted(left: ParsedName, right: ParsedName, signs: Signs): number {
  if (isNative(left) || isNative(right)) return packScore("different", differentScore(signs));
  const parts = scoreParts(left, right);
  // "Dan Kim" and "Daniel Kim" read as Korean too, and are forms of one given name.
  if (parts >= packScore("spelling", 0) && !soundAlikeOnly(left, right)) return parts;
  if (left.joined.length >= slipLengthMin && editDistance(left.joined, right.joined, 1) <= 1)
    return packScore("oneEdit", 600);
  return packScore("different", Math.min(250, scoreOf(parts)));
}

// "Jinin" and "Jinjin" sound alike to a Slav, "Seeun" and "Sehyeon" to nearly all: syllables tell them apart. Known given names are no syllables.
function soundAlikeOnly(left: ParsedName, right: ParsedName): boolean {
  if (left.joined === right.joined) return false;
  const { rightOf, packed } = alignTokens(left.tokens, right.tokens);
  return left.tokens.some((token, index) => {
    const other = right.tokens[rightOf[index] ?? -1];
    if (other === undefined || likenessOf(packed[index] ?? 0) !== "sound") return false;
    return token.nicknames.length + other.nicknames.length === 0;
  });
}

/** What names that differ have in common. */
interface Signs {
  /** The syllables that agree, with the surname. */
  readonly near: number;
  readonly slips: number;
  /** The readings, where all syllables but one agree. */
  readonly pair?: SyllablePair | undefined;
}

// Only ranks names that differ: by the surname and syllables that agree and how far the odd one is off, or by the letters that a writing of one lacks.
function differentScore({ near, slips, pair }: Signs): number {
  const nearer = pair === undefined ? 0 : 10 * (lettersOffMax + 1 - lettersOff(pair));
  return 100 + Math.max(45 * near + nearer, 40 * (slipsMax + 1 - slips));
}

// In Hangul and in Han one different syllable is a different name; only the initial-sound law lets two writings agree.
function scoreNative(left: ParsedName, right: ParsedName, syllables: { korean: number; near: number }): number {
  if (left.native === right.native) return packScore("same", 1000);
  if (left.script === "hangul" && syllables.korean >= 0)
    return packScore("spelling", Math.max(850, spellingMax - syllables.korean));
  if (left.tokens.length > 1 || right.tokens.length > 1) return capAt(scoreParts(left, right), 650);
  return packScore("different", differentScore({ near: syllables.near, slips: slipsMax + 1 }));
}

function capAt(packed: number, most: number): number {
  return scoreOf(packed) > most ? packed - scoreOf(packed) + most : packed;
}

// A name in its own script against Latin letters: how many letters these are off from what a system writes, at most four.
function slipsBetween(native: ParsedName, latin: ParsedName): number {
  let fewest = slipsMax + 1;
  if (latin.script !== "latin") return fewest;
  const { joined, rotated, mask } = latin;
  for (const rendering of native.renderings) {
    if (Math.abs(rendering.text.length - joined.length) >= fewest || bitCount(rendering.mask ^ mask) > 4) continue;
    fewest = Math.min(
      fewest,
      editDistance(rendering.text, joined, fewest - 1),
      editDistance(rendering.text, rotated, fewest - 1),
    );
  }
  return fewest;
}

function scoreParts(left: ParsedName, right: ParsedName): number {
  if (left.joinedHash === right.joinedHash && left.joined === right.joined) return packScore("spelling", 960);
  return tierOfTally(tallyParts(left.tokens, right.tokens, alignTokens(left.tokens, right.tokens)));
}
