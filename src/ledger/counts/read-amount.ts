import type { Read, Reading } from "../words/reading.ts";
import { readNumber, type WrittenNumber } from "../words/read-number.ts";

/** How many: both ends alike for a plain number; null for an end that the words leave open. */
export interface Amount {
  readonly low: number | null;
  readonly high: number | null;
  readonly approx: boolean;
  /** Written with a scale word or separators, as sums of money are. */
  readonly isLarge: boolean;
  /** "Both", "a couple", "twice": the word says by itself what is counted. */
  readonly noun?: string;
  readonly isFraction?: true;
}

/** A number or a word that stands for one: "80 to 100 million", "three or four", "several", "dozens of", "half a dozen". */
export function readPlainAmount(reading: Reading, index: number): Read<Amount> | undefined {
  return readVague(reading, index) ?? readFraction(reading, index) ?? readRange(reading, index);
}

const exactly = (value: number): Amount => ({ low: value, high: value, approx: false, isLarge: false });
const orMore = (value: number): Amount => ({ low: value, high: null, approx: true, isLarge: false });

function readVague(reading: Reading, index: number): Read<Amount> | undefined {
  const dozens = readDozens(reading, index);
  if (dozens) return dozens;
  const none = reading.sense(index, "none");
  if (none) return { value: exactly(0), next: index + none.length };
  const couple = reading.sense(index, "couple");
  if (couple) return { value: exactly(2), next: index + couple.length };
  const set = reading.sense(index, "set");
  if (set) {
    const isPeople = reading.is(index, "couple");
    return { value: { ...exactly(Number(set.value)), ...(isPeople && { noun: "people" }) }, next: index + set.length };
  }
  const some = reading.sense(index, "several") ?? reading.sense(index, "few");
  if (some) return timesScale(reading, { value: orMore(Number(some.value)), next: index + some.length });
  const many = reading.sense(index, "many");
  if (many) return { value: orMore(Number(many.value)), next: index + many.length };
  const times = reading.sense(index, "times");
  const isHowOften = times && times.value !== "1";
  return isHowOften
    ? { value: { ...exactly(Number(times.value)), noun: "times" }, next: index + times.length }
    : undefined;
}

/** "A dozen", "two dozen", "half a dozen", "several dozen". */
function readDozens(reading: Reading, index: number): Read<Amount> | undefined {
  const isHalf = reading.is(index, "half") && reading.is(index + 1, "a");
  const some = reading.sense(index, "several") ?? reading.sense(index, "few");
  const number = isHalf || some ? undefined : readNumber(reading, index);
  const next = isHalf
    ? index + 2
    : some
      ? index + some.length
      : (number?.next ?? (reading.is(index, "a") ? index + 1 : index));
  const dozen = reading.sense(next, "dozen");
  // "A score" of a game and "the scores" are none: twenty is meant behind a number or before "of" alone.
  const isScore = dozen?.value === "20" && !number && !reading.is(next + 1, "of", "or");
  if (!dozen || isScore) return undefined;
  const count = isHalf ? 0.5 : some ? Number(some.value) : (number?.value.value ?? 1);
  const value = count * Number(dozen.value);
  return { value: some ? orMore(value) : exactly(value), next: next + dozen.length };
}

/** "Several hundred", "a few thousand". */
function timesScale(reading: Reading, read: Read<Amount>): Read<Amount> {
  const scale = reading.sense(read.next, "multiplier") ?? reading.sense(read.next, "scale");
  if (!scale || read.value.low === null) return read;
  return { value: { ...read.value, low: read.value.low * Number(scale.value) }, next: read.next + scale.length };
}

/** "A third of", "half the", "two thirds"; "half a million" is a number. */
function readFraction(reading: Reading, index: number): Read<Amount> | undefined {
  const fraction = reading.sense(index, "fraction");
  const next = index + (fraction?.length ?? 0);
  const scaled = fraction && readPartOfScale(reading, next, Number(fraction.value));
  if (scaled) return scaled;
  const isShare =
    reading.is(next, "of") ||
    reading.is(index - 1, "by") ||
    (fraction?.value === "2" && reading.is(next, "the", "his", "her", "its", "their"));
  if (fraction && isShare) return { value: { ...shareOf(1, Number(fraction.value)), isFraction: true }, next };
  return readOneIn(reading, index) ?? readThirds(reading, index);
}

/** "Half a million", "a quarter of a million". */
function readPartOfScale(reading: Reading, index: number, whole: number): Read<Amount> | undefined {
  const from = reading.is(index, "of") ? index + 1 : index;
  const scale = reading.is(from, "a") ? reading.sense(from + 1, "scale") : undefined;
  if (!scale) return undefined;
  return { value: { ...exactly(Number(scale.value) / whole), isLarge: true }, next: from + 1 + scale.length };
}

/** "One in five". */
function readOneIn(reading: Reading, index: number): Read<Amount> | undefined {
  if (!reading.is(index, "one", "1") || !reading.is(index + 1, "in")) return undefined;
  const whole = readNumber(reading, index + 2);
  const isWhole = whole && whole.value.value > 1 && whole.value.value <= oneInMax;
  return isWhole ? { value: { ...shareOf(1, whole.value.value), isFraction: true }, next: whole.next } : undefined;
}

// "One in 2013" is a year.
const oneInMax = 1000;

const denominators = new Map([
  ["halves", 2],
  ["thirds", 3],
  ["quarters", 4],
  ["fourths", 4],
  ["fifths", 5],
  ["sixths", 6],
  ["eighths", 8],
  ["tenths", 10],
]);

function readThirds(reading: Reading, index: number): Read<Amount> | undefined {
  const number = readNumber(reading, index);
  if (!number) return undefined;
  const next = reading.is(number.next, "-") ? number.next + 1 : number.next;
  const denominator = denominators.get(reading.tokens[next]?.key ?? "");
  if (denominator === undefined || number.value.value >= denominator) return undefined;
  return { value: { ...shareOf(number.value.value, denominator), isFraction: true }, next: next + 1 };
}

const shareOf = (part: number, whole: number): Amount => exactly(Number((part / whole).toFixed(4)));

/** A number, or two with "to", "or", a dash between them; the scale of the second is the first's too. */
function readRange(reading: Reading, index: number): Read<Amount> | undefined {
  const first = readNumber(reading, index);
  if (!first) return undefined;
  const last = reading.is(first.next, "to", "or", "-", "–", "—") ? readRangeEnd(reading, first) : undefined;
  if (!last) return { value: plain(first.value), next: first.next };
  return { value: between(first.value, last.value), next: last.next };
}

function readRangeEnd(reading: Reading, first: Read<WrittenNumber>): Read<WrittenNumber> | undefined {
  const from =
    reading.sense(first.next + 1, "currency") && reading.tokens[first.next + 1]?.kind === "mark"
      ? first.next + 2
      : first.next + 1;
  const last = readNumber(reading, from);
  return last && scaledLike(first.value, last.value) < last.value.value ? last : undefined;
}

const scaledLike = (first: WrittenNumber, last: WrittenNumber): number =>
  first.scale === 1 && last.scale > 1 && first.value < last.value / last.scale ? first.value * last.scale : first.value;

const plain = (number: WrittenNumber): Amount => ({
  ...exactly(number.value),
  isLarge: number.scale >= 1_000_000 || number.hasSeparator,
});

const between = (first: WrittenNumber, last: WrittenNumber): Amount => ({
  low: scaledLike(first, last),
  high: last.value,
  approx: false,
  isLarge: last.scale >= 1_000_000 || last.hasSeparator,
});

/** "Between 80 and 100 million". */
export function readBetween(reading: Reading, index: number): Read<Amount> | undefined {
  if (!reading.is(index, "between", "from", "от", "между")) return undefined;
  const isMark = reading.tokens[index + 1]?.kind === "mark" && reading.sense(index + 1, "currency");
  const first = readNumber(reading, isMark ? index + 2 : index + 1);
  if (!first || !reading.is(first.next, "and", "to", "и", "до", "-", "–")) return undefined;
  const last = readRangeEnd(reading, first);
  return last && { value: between(first.value, last.value), next: last.next };
}
