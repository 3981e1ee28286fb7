import { chineseChunks, chineseFamilyUnit, chineseGivenUnit } from "./chinese-units.ts";
import type { ChunkTrie } from "./chunk-trie.ts";
import { foldLetters, withoutMarks } from "./fold.ts";
import { simplifiedText } from "./han.ts";
import { koreanChunks, koreanFamilyUnit, koreanGivenUnit } from "./korean-units.ts";
import type { RawToken } from "./tokenise.ts";

/**
 * One way to read a name as a surname and syllables: the unit of the surname (-1 when the text is no person's name), then one unit
 * per syllable of the given name.
 */
export type SyllableReading = Int32Array;

/** The two languages whose names are compared syllable by syllable. */
export type SyllableLanguage = "korean" | "chinese";

interface Units {
  readonly family: (text: string) => number;
  readonly given: (text: string, isFirst: boolean) => number;
  readonly chunks: () => ChunkTrie;
}

const unitsOf: Readonly<Record<SyllableLanguage, Units>> = {
  korean: { family: koreanFamilyUnit, given: koreanGivenUnit, chunks: koreanChunks },
  chinese: { family: chineseFamilyUnit, given: chineseGivenUnit, chunks: chineseChunks },
};

const readingsMax = 8;
const syllablesMax = 3;
const syllablesUsual = 2;
const chunkMax = 7;
const tokensMax = 5;

/** The ways to read the tokens of a person's name in a language, surname first or last; empty when it cannot be such a name. */
export function personReadings(tokens: readonly RawToken[], language: SyllableLanguage): SyllableReading[] {
  if (tokens.length === 0 || tokens.length > tokensMax) return [];
  const texts = tokens.map((token) => writing(token));
  const units = unitsOf[language];
  const readings: SyllableReading[] = [];
  const native = tokens.every((token) => token.script === "hangul" || token.script === "han");
  if (native) addNative(readings, texts.join(""), units);
  else if (tokens.every((token) => token.script === "latin" || token.script === "cyrillic")) {
    if (texts.length === 1) addRunTogether(readings, texts[0] ?? "", units);
    else addOrders(readings, { texts, units, familyFrom: tokens.findIndex((token) => token.before === "comma") });
  }
  return readings.slice(0, readingsMax);
}

/** The ways to read one word as two or more syllables of a language, without a surname. */
export function wordReadings(token: RawToken, language: SyllableLanguage): SyllableReading[] {
  const text = writing(token);
  const units = unitsOf[language];
  if (token.script === "hangul" || token.script === "han") {
    const own = Array.from(text, (syllable, index) => units.given(syllable, index === 0));
    return own.length < 2 || own.includes(-1) ? [] : [Int32Array.of(-1, ...own)];
  }
  if (token.script !== "latin" && token.script !== "cyrillic") return [];
  return segment(text, units, syllablesMax + 1)
    .filter((chunks) => chunks.length > 1)
    .slice(0, readingsMax)
    .map((chunks) => Int32Array.of(-1, ...chunks));
}

// Latin keeps breves and apostrophes here, since they tell ŏ from o and ch' from ch, and Russian its ё; Han is simplified.
function writing(token: RawToken): string {
  if (token.script === "han") return simplifiedText(token.text);
  if (token.script !== "latin" && token.script !== "cyrillic") return foldLetters(token.text);
  return token.text.toLowerCase().normalize("NFD").replaceAll("\u0301", "").normalize("NFC");
}

function addNative(readings: SyllableReading[], text: string, units: Units): void {
  const syllables = Array.from(text);
  for (const length of [2, 1]) {
    const family = units.family(syllables.slice(0, length).join(""));
    const given = syllables.slice(length).map((syllable, index) => units.given(syllable, index === 0));
    if (family >= 0 && given.length > 0 && given.length <= syllablesMax && !given.includes(-1))
      readings.push(Int32Array.of(family, ...given));
  }
}

function addOrders(
  readings: SyllableReading[],
  name: { texts: readonly string[]; units: Units; familyFrom: number },
): void {
  const { texts, units, familyFrom } = name;
  // A comma stood behind the surname, which was then put last.
  if (familyFrom > 0) {
    addReadings(readings, units, { family: texts.slice(familyFrom), given: texts.slice(0, familyFrom) });
    return;
  }
  for (const words of [1, 2]) {
    if (words >= texts.length) break;
    addReadings(readings, units, { family: texts.slice(0, words), given: texts.slice(words) });
    addReadings(readings, units, { family: texts.slice(-words), given: texts.slice(0, -words) });
  }
}

function addReadings(
  readings: SyllableReading[],
  units: Units,
  split: { family: readonly string[]; given: readonly string[] },
): void {
  const family = familyUnit(split.family.join(""), units);
  if (family < 0) return;
  let rows: number[][] = [[]];
  for (const text of split.given) {
    const segments = segment(text, units, syllablesMax);
    rows = rows
      .flatMap((row) => segments.map((chunks) => row.concat(chunks)))
      .filter((row) => row.length <= syllablesMax);
  }
  const usual = rows.filter((row) => row.length <= syllablesUsual);
  // "Sehyeon" is Se-hyeon: where two syllables read a given name, three of the rarest spellings do not.
  for (const row of usual.length > 0 ? usual : rows) if (row.length > 0) readings.push(Int32Array.of(family, ...row));
}

function addRunTogether(readings: SyllableReading[], text: string, units: Units): void {
  for (let length = 2; length < text.length - 2 && length <= 10; length += 1) {
    const family = familyUnit(text.slice(0, length), units);
    if (family < 0) continue;
    for (const chunks of segment(text.slice(length), units, 2))
      if (chunks.length === 2) readings.push(Int32Array.of(family, ...chunks));
  }
}

function familyUnit(text: string, units: Units): number {
  const exact = units.family(text);
  return exact >= 0 ? exact : units.family(withoutMarks(text));
}

// Breves and apostrophes are read first as they stand, then dropped: lists misplace them (CHO'NG).
function segment(text: string, units: Units, chunksMax: number): readonly number[][] {
  const exact = divide(text, units.chunks(), chunksMax);
  if (exact.length > 0) return exact;
  const plain = withoutMarks(text);
  return plain === text ? exact : divide(plain, units.chunks(), chunksMax);
}

const divisionsMax = 24;

// All divisions of a word into chunks that are syllables; fewer chunks first.
function divide(text: string, chunks: ChunkTrie, chunksMax: number): number[][] {
  const found: number[][] = [];
  if (text.length > chunksMax * chunkMax) return found;
  const walk = (start: number, row: readonly number[]): void => {
    if (start === text.length) {
      found.push([...row]);
      return;
    }
    if (row.length === chunksMax || found.length >= divisionsMax) return;
    const ends = new Int32Array(chunkMax);
    for (let length = Math.min(chunkMax, chunks.walk(text, start, ends)); length > 0; length -= 1) {
      const unit = ends[length - 1] ?? -1;
      if (unit >= 0) walk(start + length, row.concat(unit));
    }
  };
  if (text !== "") walk(0, []);
  return found.length > 1 ? found.toSorted((left, right) => left.length - right.length) : found;
}
