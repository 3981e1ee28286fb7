import { lazy } from "../base/index.ts";
import { rows as ruleRows } from "./generated/english-in-cyrillic.ts";

interface Rule {
  readonly letters: string;
  readonly ways: readonly (readonly [string, number])[];
  /** The consonants of the ways, each once. */
  readonly consonants: readonly string[];
}

const letterCost = 6;
const costMax = 250;
const lengthMax = 24;
const costs = new Uint8Array((lengthMax + 1) * (lengthMax + 1));
const vowels = /[аеиоу]/gu;
const doubled = /(?<letter>.)\k<letter>+/gu;
const rulesByLetter = lazy(readRules);

/** A letter more or less costs this much, more than any unusual way of writing. */
export const slipCost = letterCost;

/** Cyrillic letters as transcriptions are compared: soft and hard signs, doubled letters and the kinds of e, o and i do not count. */
export function plainCyrillic(folded: string): string {
  return memoised(plainByWord, folded, makePlain);
}

/**
 * Whether a Cyrillic word (as `plainCyrillic` gives it) can be a transcription of an English one with at most one slip: at most one
 * of its consonants is none that the English letters are ever written by.
 */
export function mayTranscribe(english: string, plain: string): boolean {
  const own = memoised(soundsByWord, english, englishSounds);
  let strange = 0;
  for (let index = 0; index < plain.length; index += 1) {
    const sound = soundBits[plain.charCodeAt(index) - cyrillicFirst] ?? 0;
    if (sound !== 0 && (sound & own) === 0) strange += 1;
  }
  return strange <= 1;
}

// Words come again with every pair; beyond this many the memory is worth more than the time.
const wordsKept = 20_000;
const plainByWord = new Map<string, string>();
const soundsByWord = new Map<string, number>();

function memoised<Made>(kept: Map<string, Made>, word: string, make: (word: string) => Made): Made {
  const known = kept.get(word);
  if (known !== undefined) return known;
  if (kept.size > wordsKept) kept.clear();
  const made = make(word);
  kept.set(word, made);
  return made;
}

function makePlain(folded: string): string {
  return folded
    .replaceAll("ю", "иу")
    .replaceAll("я", "иа")
    .replaceAll(/[ьъ]/gu, "")
    .replaceAll("э", "е")
    .replaceAll("ё", "о")
    .replaceAll(/[йыі]/gu, "и")
    .replaceAll("щ", "ш")
    .replaceAll(doubled, "$<letter>");
}

/**
 * How far a Cyrillic word (as `plainCyrillic` gives it) is from a transcription of an English word in a-z: 0 is a usual one, a few more an
 * unusual one, `slipCost` and more a letter off; above `most` it is none, and `most + 1` comes back.
 */
export function transcriptionCost(english: string, cyrillic: string, most: number): number {
  const rows = english.length;
  const columns = cyrillic.length;
  if (rows > lengthMax || columns > lengthMax || rows > columns * 2 + 2 || columns > rows * 2) return most + 1;
  const width = columns + 1;
  costs.fill(costMax, 0, (rows + 1) * width);
  costs[0] = 0;
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const own = costs[row * width + column] ?? costMax;
      if (own > most) continue;
      if (most >= letterCost) slip({ row, column, rows, columns, own });
      step(english, cyrillic, { row, column, own });
    }
  }
  return Math.min(costs[rows * width + columns] ?? costMax, most + 1);
}

/** The consonants of every usual transcription of an English word, without repetition; a word that can be read in very many ways gives some of them. */
export function transcriptionConsonants(english: string): string[] {
  const reached: Set<string>[] = Array.from({ length: english.length + 1 }, () => new Set<string>());
  reached[0]?.add("");
  for (let row = 0; row < english.length; row += 1) {
    for (const rule of rulesByLetter().get(english.charAt(row)) ?? []) {
      if (!english.startsWith(rule.letters, row)) continue;
      for (const consonants of rule.consonants)
        for (const text of reached[row] ?? []) addTo(reached, row + rule.letters.length, text + consonants);
    }
  }
  return [...new Set([...(reached.at(-1) ?? [])].map(single))].toSorted();
}

/** The consonants of a Cyrillic word (as `plainCyrillic` gives it), as `transcriptionConsonants` gives them: sounds that English letters share are one. */
export function consonantsOf(plain: string): string {
  return single(consonantClasses(plain));
}

const cyrillicFirst = 0x430;
// A bit for each class of consonants, by the letter's place in the alphabet; vowels have none.
const soundBits = Int32Array.from({ length: 32 }, (_, place) => {
  const sound = consonantClasses(String.fromCharCode(cyrillicFirst + place));
  return sound === "" ? 0 : 1 << (sound.charCodeAt(0) - cyrillicFirst);
});

// All consonants by which any letters of an English word are ever written.
function englishSounds(english: string): number {
  let sounds = 0;
  for (let row = 0; row < english.length; row += 1)
    for (const rule of rulesByLetter().get(english.charAt(row)) ?? []) {
      if (!english.startsWith(rule.letters, row)) continue;
      for (const [way] of rule.ways)
        for (const letter of way) sounds |= soundBits[letter.charCodeAt(0) - cyrillicFirst] ?? 0;
    }
  return sounds;
}

function consonantClasses(plain: string): string {
  return plain.replaceAll(vowels, "").replaceAll(/[жчш]/gu, "ш").replaceAll(/[зц]/gu, "с").replaceAll(/[гх]/gu, "к");
}

const consonantWays = 60;

function addTo(reached: Set<string>[], row: number, text: string): void {
  const own = reached[row];
  if (own !== undefined && own.size < consonantWays) own.add(text);
}

const single = (text: string): string => text.replaceAll(doubled, "$<letter>");

interface Place {
  readonly row: number;
  readonly column: number;
  readonly own: number;
}

function step(english: string, cyrillic: string, { row, column, own }: Place): void {
  const width = cyrillic.length + 1;
  // A doubled letter is written once, and a final e is not written.
  if (row > 0 && english.charAt(row) === english.charAt(row - 1)) lower((row + 1) * width + column, own);
  if (row === english.length - 1 && english.charAt(row) === "e" && row > 1) lower((row + 1) * width + column, own);
  for (const rule of rulesByLetter().get(english.charAt(row)) ?? []) {
    if (!english.startsWith(rule.letters, row)) continue;
    for (const [way, cost] of rule.ways)
      if (startsAt(cyrillic, way, column)) lower((row + rule.letters.length) * width + column + way.length, own + cost);
  }
}

function startsAt(text: string, part: string, start: number): boolean {
  if (start + part.length > text.length) return false;
  for (let index = 0; index < part.length; index += 1)
    if (text.charCodeAt(start + index) !== part.charCodeAt(index)) return false;
  return true;
}

function slip({ row, column, rows, columns, own }: Place & { rows: number; columns: number }): void {
  const width = columns + 1;
  if (row < rows) lower((row + 1) * width + column, own + letterCost);
  if (column < columns) lower(row * width + column + 1, own + letterCost);
  if (row < rows && column < columns) lower((row + 1) * width + column + 1, own + letterCost);
}

function lower(index: number, cost: number): void {
  if (cost < (costs[index] ?? costMax)) costs[index] = cost;
}

function readRules(): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const [letters = "", ways = ""] of ruleRows) {
    const all = ways.split("/").flatMap((group, cost) => waysOf(group, cost));
    const rule = { letters, ways: all, consonants: [...new Set(all.map(([way]) => consonantClasses(way)))] };
    rules.set(letters.charAt(0), [...(rules.get(letters.charAt(0)) ?? []), rule]);
  }
  return rules;
}

function waysOf(group: string, cost: number): [string, number][] {
  return group.split(",").map((way): [string, number] => [way === "-" ? "" : plainCyrillic(way), cost]);
}
