import { chineseTargetText, chineseUnits } from "./chinese-units.ts";
import { hangulFinals, hangulInitials, hangulLetters, hangulVowels } from "./hangul.ts";
import { koreanTargetText, koreanUnits } from "./korean-units.ts";
import { meaningKeys } from "./meaning-keys.ts";
import type { NameToken } from "./name-token.ts";
import type { ParsedName } from "./parse-name.ts";
import { arabicSkeleton } from "./romanise.ts";
import type { SyllableReading } from "./syllable-readings.ts";

const keysMax = 12;
const tellingMin = 400;
const skeletonMax = 4;
const joinedMin = 250;
const joinedLength = 6;
const joinedKeyMin = 4;

/**
 * Keys by which names that may agree are brought together: two names are candidates when they share a key. The key of a Korean or
 * Chinese reading is the class of its consonants, syllable by syllable, surname first; other names give a key for every two of their
 * parts, companies one for every distinctive part and for every two of their meanings, in whatever language. A name of initials and other
 * parts that tell little gives its letters. At most 12, sorted; only a name without letters and digits gives none.
 */
export function nameKeys(name: ParsedName): string[] {
  const keys = new Set<string>();
  if (name.looksLikeCompany) {
    for (const key of name.meaning === undefined ? [] : meaningKeys(name.meaning)) keys.add(key);
    addCompanyKeys(keys, name.tokens);
  } else {
    for (const reading of name.korean) addReadingKeys(keys, { mark: "k", reading, classes: koreanClasses });
    for (const reading of name.chinese) addReadingKeys(keys, { mark: "c", reading, classes: chineseClasses });
    addPairKeys(keys, name.tokens);
    addJoinedKey(keys, name);
  }
  if (keys.size === 0 && name.joined !== "") keys.add(`w.${name.joined}`);
  return [...keys].slice(0, keysMax).toSorted();
}

const partsMax = 8;
const partLetters = 3;

/**
 * Parts of a person's name as keys: the first letters of each telling part, and the consonant classes of a Korean or
 * Chinese given name. One alone is shared by strangers; beside a fact of another kind it brings two together whose
 * other parts differ. At most 8, sorted; a company's name gives none.
 */
export function nameParts(name: ParsedName): string[] {
  if (name.looksLikeCompany) return [];
  const parts = new Set<string>();
  for (const [mark, readings, classes] of [
    ["k", name.korean, koreanClasses],
    ["c", name.chinese, chineseClasses],
  ] as const)
    for (const reading of readings) addReadingKeys(parts, { mark, reading: reading.slice(1), classes });
  for (const token of name.tokens)
    if (token.weight >= tellingMin && token.latin.length >= partLetters)
      parts.add(`w${token.latin.slice(0, partLetters)}`);
  return [...parts].slice(0, partsMax).toSorted();
}

interface ReadingKey {
  readonly mark: string;
  readonly reading: SyllableReading;
  readonly classes: (unit: number) => readonly string[];
}

function addReadingKeys(keys: Set<string>, { mark, reading, classes }: ReadingKey): void {
  let rows = [""];
  for (const unit of reading) {
    if (unit < 0) continue;
    const own = classes(unit);
    rows = rows.flatMap((row) => own.map((part) => `${row}.${part}`)).slice(0, 4);
  }
  for (const row of rows) keys.add(`${mark}${row}`);
}

const classMemo = new Map<string, readonly string[]>();

function memoised(key: string, make: () => string[]): readonly string[] {
  const known = classMemo.get(key) ?? [...new Set(make())].toSorted().slice(0, 3);
  classMemo.set(key, known);
  return known;
}

function koreanClasses(unit: number): readonly string[] {
  return memoised(`k${unit}`, () =>
    cheapest(koreanUnits().entries(unit)).map((target) => Array.from(koreanTargetText(target), hangulClass).join("")),
  );
}

function chineseClasses(unit: number): readonly string[] {
  return memoised(`c${unit}`, () =>
    cheapest(chineseUnits().entries(unit))
      .map((target) => chineseTargetText(target).replace("family:", ""))
      .filter((text) => !text.startsWith("yue:"))
      .map(chineseClass),
  );
}

function cheapest(entries: readonly { target: number; cost: number }[]): number[] {
  return entries
    .toSorted((left, right) => left.cost - right.cost || left.target - right.target)
    .slice(0, 6)
    .map((entry) => entry.target);
}

const initialClasses: Readonly<Record<string, string>> = {
  ㄱ: "K",
  ㄲ: "K",
  ㅋ: "K",
  ㄷ: "T",
  ㄸ: "T",
  ㅌ: "T",
  ㅂ: "P",
  ㅃ: "P",
  ㅍ: "P",
  ㅅ: "S",
  ㅆ: "S",
  ㅈ: "C",
  ㅉ: "C",
  ㅊ: "C",
  ㅎ: "H",
  ㅁ: "M",
  ㄴ: "N",
  ㄹ: "N",
  ㅇ: "O",
};
const finalClasses: Readonly<Record<string, string>> = {
  ㄱ: "k",
  ㅋ: "k",
  ㄲ: "k",
  ㄴ: "n",
  ㅁ: "m",
  ㅇ: "n",
  ㄹ: "l",
  ㅂ: "p",
  ㅍ: "p",
  ㄷ: "t",
  ㅅ: "t",
  ㅈ: "t",
  ㅊ: "t",
  ㅌ: "t",
};

// ㄹ, ㄴ and silence before a glide are one class, since the initial-sound law writes them for one another.
function hangulClass(syllable: string): string {
  const letters = hangulLetters(syllable);
  if (letters === undefined) return syllable;
  const initial = initialClasses[hangulInitials[letters.initial] ?? ""] ?? "O";
  const isGlide = /[ㅑㅒㅕㅖㅛㅠㅣ]/u.test(hangulVowels[letters.vowel] ?? "");
  return (initial === "N" && isGlide ? "O" : initial) + (finalClasses[hangulFinals[letters.final] ?? ""] ?? "");
}

function chineseClass(pinyin: string): string {
  return pinyin
    .replace(/^(?:zh|ch|j|q|z|c)/u, "C")
    .replace(/^(?:sh|x|s)/u, "S")
    .replace(/^[yw]/u, "O")
    .replace(/^[aeou]/u, "O")
    .replace(/(?<=.)[a-z]*?(?<end>n?)g?$/u, "$<end>");
}

// A key for every two telling parts, so that a part may be missing and the order is free.
function addPairKeys(keys: Set<string>, tokens: readonly NameToken[]): void {
  const parts = [
    ...new Set(
      tokens
        .filter((token) => token.weight >= tellingMin)
        .slice(0, 5)
        .map(skeleton),
    ),
  ].toSorted();
  for (const [index, part] of parts.entries())
    for (const other of parts.slice(index + 1)) keys.add(`p.${part}.${other}`);
  if (parts.length === 1) keys.add(`p.${parts[0] ?? ""}`);
}

// A key for all letters together: a letter may stand on the wrong side of a space (Lauren Tnkunda), and an h anywhere (Lakahl, Lakhal).
function addJoinedKey(keys: Set<string>, { joined, tokens }: ParsedName): void {
  const letters = tokens.length > 1 ? arabicSkeleton(joined, "latin").replaceAll(/(?<=.)h/gu, "") : "";
  if (letters.length >= joinedKeyMin) keys.add(`l.${letters}`);
}

function addCompanyKeys(keys: Set<string>, tokens: readonly NameToken[]): void {
  const telling = tokens.filter((token) => token.role === "word");
  for (const token of telling.slice(0, 5)) {
    keys.add(`o.${skeleton(token)}`);
    for (const reading of token.korean.slice(0, 2))
      addReadingKeys(keys, { mark: "ok", reading, classes: koreanClasses });
    for (const reading of token.chinese.slice(0, 2))
      addReadingKeys(keys, { mark: "oc", reading, classes: chineseClasses });
  }
  const told = tokens.filter((token) => token.role !== "legalForm" && token.weight > joinedMin);
  const letters = arabicSkeleton(told.map((token) => token.latin).join(""), "latin");
  if (letters !== "") keys.add(`j.${letters.slice(0, joinedLength)}`);
  if (telling.length === 0) addPairKeys(keys, tokens);
}

// The consonant classes of a part, at most four; its first letter too when it begins with a vowel, and all of it when it has none.
function skeleton(token: NameToken): string {
  const consonants = arabicSkeleton(
    token.script === "arabic" ? token.folded : token.latin,
    token.script === "arabic" ? "arabic" : "latin",
  );
  return consonants === "" ? token.latin : consonants.slice(0, skeletonMax);
}
