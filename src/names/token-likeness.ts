import { editDistance } from "./edit-distance.ts";
import { bitCount, soundAlike, type NameToken } from "./name-token.ts";
import { shortForms } from "./vocabulary.ts";
import { agreeInSyllables, unitsOfLanguage } from "./syllable-verdict.ts";
import { fitsWrittenVowels } from "./written-vowels.ts";

/** How two parts of names agree. */
export type Likeness =
  | "same"
  | "value"
  | "sound"
  | "syllables"
  | "consonants"
  | "form"
  | "short"
  | "initial"
  | "edit"
  | "edits"
  | "none";

/** The kinds from the strongest; the position is packed with the score. */
const likenesses: readonly Likeness[] = [
  "same",
  "value",
  "sound",
  "syllables",
  "consonants",
  "form",
  "short",
  "initial",
  "edit",
  "edits",
  "none",
];

const kinds = 16;
const lettersOffMax = 5;
const editsSlope = 1250;
const none = pack("none", 0);
const same = pack("same", 1000);
const value = pack("value", 990);
const sound = pack("sound", 960);
const form = pack("form", 900);
const short = pack("short", 820);
const initial = pack("initial", 800);

/** How much two parts agree (0 to 1000) and how, as one integer: score times 16 plus the kind. */
export function compareTokens(left: NameToken, right: NameToken): number {
  if (left.foldedHash === right.foldedHash && left.folded === right.folded) return same;
  if (left.value !== "" || right.value !== "")
    return left.value === right.value && left.role === right.role ? value : none;
  if (left.role === "initial" || right.role === "initial")
    return left.latin.charCodeAt(0) === right.latin.charCodeAt(0) ? initial : none;
  if (soundAlike(left, right)) return sound;
  const syllables = compareSyllables(left, right);
  if (syllables !== none) return syllables;
  if (isNativePair(left, right)) return none;
  if (left.script !== right.script && (left.script === "arabic" || right.script === "arabic")) {
    const consonants = compareConsonants(left, right);
    if (consonants !== none) return consonants;
  }
  if (left.nicknames.length > 0 && right.nicknames.length > 0) {
    const shared = left.nicknames.find((group) => right.nicknames.includes(group));
    if (shared !== undefined) return shortForms.has(shared) ? short : form;
  }
  return compareLetters(left, right);
}

/** The score of a packed comparison of parts. */
export const likenessScore = (packed: number): number => Math.trunc(packed / kinds);

/** The kind of a packed comparison of parts. */
export const likenessOf = (packed: number): Likeness => likenesses[packed % kinds] ?? "none";

function pack(kind: Likeness, score: number): number {
  return score * kinds + likenesses.indexOf(kind);
}

function compareSyllables(left: NameToken, right: NameToken): number {
  const inKorean =
    left.korean.length > 0 && right.korean.length > 0
      ? agreeInSyllables(left.korean, right.korean, unitsOfLanguage("korean")).cost
      : -1;
  const inChinese =
    left.chinese.length > 0 && right.chinese.length > 0
      ? agreeInSyllables(left.chinese, right.chinese, unitsOfLanguage("chinese")).cost
      : -1;
  const cost = inKorean < 0 ? inChinese : inChinese < 0 ? inKorean : Math.min(inKorean, inChinese);
  // Two Latin words that merely could be the same syllables are not a spelling of each other: one of them must be written in its own script.
  if (cost < 0 || (left.script === right.script && cost > 40)) return none;
  return pack("syllables", Math.max(850, 950 - Math.trunc(cost / 2)));
}

// Arabic script leaves short vowels out: the consonants decide, and the letters only rank what they leave open.
function compareConsonants(left: NameToken, right: NameToken): number {
  if (left.skeleton === "" || left.skeleton !== right.skeleton || !fitVowels(left, right)) return none;
  const distance = editDistance(left.latin, right.latin, lettersOffMax);
  if (left.skeleton.length === 1 && distance > 1) return none;
  return pack("consonants", 930 - 15 * distance);
}

function fitVowels(left: NameToken, right: NameToken): boolean {
  const [arabic, latin] = left.script === "arabic" ? [left, right] : [right, left];
  return fitsWrittenVowels(arabic.folded, latin.latin);
}

// Two Hangul or two Han words differ by a whole syllable when they differ by a letter.
const isNativePair = (left: NameToken, right: NameToken): boolean =>
  left.script === right.script && (left.script === "hangul" || left.script === "han");

function compareLetters(left: NameToken, right: NameToken): number {
  const length = Math.max(left.length, right.length);
  if (length < 3 || left.length < 2 || right.length < 2) return none;
  const most = length < 5 ? 1 : length < 9 ? 2 : 3;
  if (Math.abs(left.length - right.length) > most || bitCount(left.mask ^ right.mask) > 2 * most) return none;
  const distance = editDistance(left.latin, right.latin, most);
  if (distance > most) return none;
  return distance === 1
    ? pack("edit", Math.trunc(1000 - 1200 / length))
    : pack("edits", Math.trunc(1000 - (editsSlope * distance) / length));
}
