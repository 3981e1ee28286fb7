import type { Read, Reading } from "./reading.ts";

/** A number as it is written: digits with separators, words, or both ("2.3 million", "twenty-one", "三千五百", "3만"). */
export interface WrittenNumber {
  readonly value: number;
  /** The scale word behind it ("million"), 1 without one. */
  readonly scale: number;
  readonly hasDigits: boolean;
  readonly hasSeparator: boolean;
}

/** The number that begins at a token of a text read with the number words; an ordinal is none. */
export function readNumber(reading: Reading, start: number): Read<WrittenNumber> | undefined {
  return readDigits(reading, start) ?? readWords(reading, start) ?? readCharacters(reading, start);
}

function readDigits(reading: Reading, start: number): Read<WrittenNumber> | undefined {
  const { tokens } = reading;
  const first = tokens[start];
  if (first?.kind !== "digits") return undefined;
  let digits = first.key;
  let last = start;
  for (let group = nextGroup(reading, last); group !== undefined; group = nextGroup(reading, last)) {
    digits += tokens[group]?.key ?? "";
    last = group;
  }
  const hasSeparator = last > start;
  if (isDecimal(reading, last)) {
    digits += `.${tokens[last + 2]?.key ?? ""}`;
    last += 2;
  }
  const scaled = readScale(reading, last + 1);
  return {
    value: { value: round(Number(digits) * scaled.value), scale: scaled.value, hasDigits: true, hasSeparator },
    next: scaled.next,
  };
}

/** The token of the next group of three digits: behind a comma, or behind a space that does not break; 1.000 is a decimal of English. */
function nextGroup({ tokens, is, touches, text }: Reading, index: number): number | undefined {
  if (isLongFirst(tokens[index]?.key)) return undefined;
  const isThree = (at: number): boolean => tokens[at]?.kind === "digits" && tokens[at].key.length === 3;
  if (is(index + 1, ",") && touches(index) && touches(index + 1) && isThree(index + 2)) return index + 2;
  const space = text.slice(tokens[index]?.to, tokens[index + 1]?.from);
  return /^[\u00A0\u202F\u2009]$/u.test(space) && isThree(index + 1) ? index + 1 : undefined;
}

const isLongFirst = (digits: string | undefined): boolean => (digits?.length ?? 0) > 3;

function isDecimal({ tokens, is, touches }: Reading, index: number): boolean {
  // "3,5 млн": before a Russian word the comma divides off decimals.
  const isComma =
    is(index + 1, ",") && (tokens[index + 2]?.key.length ?? 0) < 3 && /^[а-я]/u.test(tokens[index + 3]?.key ?? "");
  return (
    (isComma || is(index + 1, ".")) && touches(index) && touches(index + 1) && tokens[index + 2]?.kind === "digits"
  );
}

function readScale(reading: Reading, start: number): Read<number> {
  let value = 1;
  let next = start;
  for (;;) {
    const sense =
      reading.sense(next, "scale") ??
      reading.sense(next, "multiplier") ??
      reading.sense(next, "cjk-large") ??
      (value === 1 ? reading.sense(next, "cjk-small") : undefined);
    if (!sense || !isScaleWord(reading, next)) return { value, next };
    value *= Number(sense.value);
    next += sense.length;
  }
}

// "5m" and "5 k" are scales where they touch the digits alone; 3천 is three thousand.
const isScaleWord = ({ tokens, touches }: Reading, index: number): boolean =>
  (tokens[index]?.key.length ?? 0) > 1 || (index > 0 && touches(index - 1));

function readWords(reading: Reading, start: number): Read<WrittenNumber> | undefined {
  let total = 0;
  let section: number | undefined;
  let last = 0;
  let next = start;
  for (;;) {
    const word = wordAt(reading, next, section);
    if (!word) break;
    if (word.kind === "ones" || word.kind === "tens" || word.kind === "hundreds") {
      if (section !== undefined && word.value >= last) break;
      section = (section ?? 0) + word.value;
      last = word.value;
    } else if (word.kind === "multiplier") {
      section = (section ?? 1) * word.value;
      last = word.value;
    } else {
      total += (section ?? 1) * word.value;
      section = 0;
      last = word.value;
    }
    next = word.next;
  }
  if (next === start) return undefined;
  const value = total + (section ?? 0);
  return { value: { value, scale: total > 0 ? last : 1, hasDigits: false, hasSeparator: false }, next };
}

interface NumberWord {
  readonly kind: "ones" | "tens" | "hundreds" | "multiplier" | "scale";
  readonly value: number;
  readonly next: number;
}

const wordKinds = ["ones", "tens", "hundreds", "multiplier", "scale"] as const;

function wordAt(reading: Reading, index: number, section: number | undefined): NumberWord | undefined {
  const begun = section !== undefined;
  const skipped =
    begun && reading.is(index, "-", "and") && isNumberWord(reading, index + 1) ? skipFor(reading, index) : index;
  if (skipped === undefined) return undefined;
  const from = !begun && reading.is(index, "a", "an") ? index + 1 : skipped;
  for (const kind of wordKinds) {
    const sense = reading.sense(from, kind);
    if (!sense || (!begun && from === index && (kind === "scale" || kind === "multiplier"))) continue;
    if (from > skipped && kind !== "multiplier" && kind !== "scale") continue;
    return { kind, value: Number(sense.value), next: from + sense.length };
  }
  return undefined;
}

const isNumberWord = (reading: Reading, index: number): boolean =>
  wordKinds.some((kind) => reading.sense(index, kind) !== undefined);

// "Twenty-one" goes on behind its hyphen, "hundred and five" behind its "and"; "five and two" are two numbers, and so are "five - two".
function skipFor(reading: Reading, index: number): number | undefined {
  if (reading.is(index, "-"))
    return reading.sense(index - 1, "tens") && reading.touches(index - 1) && reading.touches(index)
      ? index + 1
      : undefined;
  return reading.sense(index - 1, "multiplier") || reading.sense(index - 1, "scale") ? index + 1 : undefined;
}

function readCharacters(reading: Reading, start: number): Read<WrittenNumber> | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let next = start;
  for (;;) {
    const one = reading.sense(next, "cjk-digit");
    const small = reading.sense(next, "cjk-small");
    const large = reading.sense(next, "cjk-large");
    if (one) digit = (digit ?? 0) * 10 + Number(one.value);
    else if (small) {
      section += (digit ?? 1) * Number(small.value);
      digit = undefined;
    } else if (large && next > start) {
      total += (section + (digit ?? 0)) * Number(large.value);
      section = 0;
      digit = undefined;
    } else break;
    next += 1;
  }
  if (next === start) return undefined;
  const value = total + section + (digit ?? 0);
  return { value: { value, scale: 1, hasDigits: false, hasSeparator: false }, next };
}

// 2.3 times a million is 2299999.9999999995 in doubles.
const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));
