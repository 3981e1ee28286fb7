import { chineseUnits } from "./chinese-units.ts";
import { koreanUnits } from "./korean-units.ts";
import type { SyllableLanguage, SyllableReading } from "./syllable-readings.ts";
import type { SyllableUnits } from "./syllable-units.ts";

/** The names cannot both be read as names of the language. */
export const notReadable = -3;
/** Both can be read, and one syllable or the surname contradicts. */
const contradicts = -1;
/** Both can be read, the surname agrees, and one of them lacks a syllable. */
export const lacksSyllable = -2;

/** The table of units of a language. */
export const unitsOfLanguage = (language: SyllableLanguage): SyllableUnits =>
  language === "korean" ? koreanUnits() : chineseUnits();

/** Where two rows of readings agree best: the cost (0 and up), or one of the constants above; and the readings. */
export interface SyllableAgreement {
  cost: number;
  left: SyllableReading;
  right: SyllableReading;
}

let agreeing = 0;
let nearest: SyllablePair | undefined;

/** Two readings of one length. */
export interface SyllablePair {
  readonly left: SyllableReading;
  readonly right: SyllableReading;
}

/** How many syllables, with the surname, agreed in the nearest readings of the last comparison; 0 when the surnames differ. */
export const agreeingSyllables = (): number => agreeing;

/** The readings of the last comparison that agreed in all syllables but one; undefined when more of them differed. */
export const nearestReadings = (): SyllablePair | undefined => nearest;

const empty = Int32Array.of();
const agreement: SyllableAgreement = { cost: notReadable, left: empty, right: empty };

/** Compares every reading of one name with every reading of the other; the object returned is reused by the next call. */
export function agreeInSyllables(
  left: readonly SyllableReading[],
  right: readonly SyllableReading[],
  units: SyllableUnits,
): SyllableAgreement {
  agreement.cost = left.length === 0 || right.length === 0 ? notReadable : contradicts;
  agreeing = 0;
  nearest = undefined;
  for (const one of left) {
    for (const other of right) {
      const cost = readingCost(one, other, units);
      const isBetter =
        cost >= 0
          ? agreement.cost < 0 || cost < agreement.cost
          : cost === lacksSyllable && agreement.cost === contradicts;
      if (!isBetter) continue;
      agreement.cost = cost;
      agreement.left = one;
      agreement.right = other;
    }
  }
  return agreement;
}

function readingCost(left: SyllableReading, right: SyllableReading, units: SyllableUnits): number {
  const family = left[0] === -1 || right[0] === -1 ? 0 : units.cost(left[0] ?? -1, right[0] ?? -1);
  if (family < 0) return contradicts;
  if (left.length !== right.length) return isPartOf(left, right, units) ? lacksSyllable : contradicts;
  let cost = family;
  let agreed = 1;
  for (let index = 1; index < left.length; index += 1) {
    const own = units.cost(left[index] ?? -1, right[index] ?? -1);
    if (own >= 0) agreed += 1;
    cost += Math.max(own, 0);
  }
  if (agreed > agreeing) {
    agreeing = agreed;
    nearest = agreed === left.length - 1 ? { left, right } : undefined;
  }
  return agreed === left.length ? cost : contradicts;
}

// "Kim Jong" is "Kim Jong Un" with a syllable missing at the end or the start of the given name.
function isPartOf(left: SyllableReading, right: SyllableReading, units: SyllableUnits): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return long.length - short.length === 1 && (fitsFrom(0, short, long, units) || fitsFrom(1, short, long, units));
}

function fitsFrom(shift: number, short: SyllableReading, long: SyllableReading, units: SyllableUnits): boolean {
  for (let index = 1; index < short.length; index += 1)
    if (units.cost(short[index] ?? -1, long[index + shift] ?? -1) < 0) return false;
  return true;
}
