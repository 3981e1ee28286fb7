import type { Read, Reading } from "../words/reading.ts";
import type { Point, YearWord } from "./point.ts";

/** The year behind a day or a month: "2014", ", 2014", "of last year", "this year", "of the same year", "2014 года". */
export function readYearTail(reading: Reading, index: number): Read<YearWord> | undefined {
  const isJoined = reading.is(index, ",", "of");
  const from = isJoined ? index + 1 : index;
  return (
    readJuche(reading, index) ??
    readYearNumber(reading, from) ??
    readShiftedYear(reading, reading.is(from, "the") ? from + 1 : from)
  );
}

/** Four digits that can be a year and are no part of a longer number. */
export function readYearNumber(reading: Reading, index: number): Read<YearWord> | undefined {
  const token = reading.tokens[index];
  if (token?.kind !== "digits" || token.key.length !== 4) return undefined;
  const year = Number(token.key);
  if (year < 1500 || year > 2199 || isPartOfNumber(reading, index)) return undefined;
  const word = reading.sense(index + 1, "rok-year");
  return { value: { kind: "number", year }, next: index + 1 + (word?.length ?? 0) };
}

function isPartOfNumber({ tokens, is, touches }: Reading, index: number): boolean {
  const goesOn =
    touches(index) &&
    is(index + 1, ".", ",", "/", ":", "%") &&
    touches(index + 1) &&
    tokens[index + 2]?.kind === "digits";
  const begins =
    index > 0 && touches(index - 1) && is(index - 1, "$", "€", "£", "¥", "₩", "#", ".", ",", "/", "+", "%");
  return goesOn || begins || is(index + 1, "%");
}

function readShiftedYear(reading: Reading, index: number): Read<YearWord> | undefined {
  const relative = reading.sense(index, "relative-year");
  if (relative) return { value: { kind: "shift", shift: Number(relative.value) }, next: index + relative.length };
  const isSame = reading.is(index, "same", "that");
  const shift = reading.sense(index, "shift");
  const from = index + (shift?.length ?? 1);
  const unit = reading.sense(from, "unit");
  if ((!shift && !isSame) || unit?.value !== "year") return undefined;
  const value: YearWord = shift ? { kind: "shift", shift: Number(shift.value) } : { kind: "same" };
  return { value, next: from + unit.length };
}

// The count begins with the year of Kim Il Sung's birth, 1912.
const jucheBefore = 1911;

/** "Juche 107", "Juche 107 (2018)": the year as the North counts it, and what stands in brackets behind it. */
export function readJuche(reading: Reading, index: number): Read<YearWord> | undefined {
  const from = reading.is(index, ",", "of") ? index + 1 : index;
  const count = reading.is(from, "juche", "주체", "чучхе") ? (reading.tokens[from + 1]?.key ?? "") : "";
  if (!/^\d{1,3}$/u.test(count) || Number(count) < 1) return undefined;
  const isRepeated = reading.is(from + 2, "(") && /^\d{4}$/u.test(reading.tokens[from + 3]?.key ?? "");
  return { value: { kind: "number", year: jucheBefore + Number(count) }, next: from + 2 + (isRepeated ? 3 : 0) };
}

/** A year by itself behind a word of time or in brackets, a decade ("the 1990s", "the nineties"). */
export function readYear(reading: Reading, index: number): Read<Point> | undefined {
  const decade = readDecade(reading, index);
  if (decade) return decade;
  const juche = reading.is(index, "juche", "주체", "чучхе") ? readJuche(reading, index) : undefined;
  if (juche) return { value: { kind: "year", year: juche.value }, next: juche.next };
  const year = readYearNumber(reading, index);
  if (year?.value.kind !== "number") return undefined;
  const lead = reading.tokens[index - 1]?.key ?? "";
  const hasWord = year.next > index + 1;
  const isBracketed = lead === "(" && reading.is(year.next, ")", ",", "-", "–");
  const isLed = hasWord || isBracketed || reading.sense(index - 1, "year-lead") !== undefined;
  if (!isLed && !isAttribute(reading, index)) return undefined;
  return isCounting(reading, year.next) ? undefined : { value: { kind: "year", year: year.value }, next: year.next };
}

/** "The 1998 treaty", "a 2012 car crash": an article before the year, a singular noun behind it. */
function isAttribute(reading: Reading, index: number): boolean {
  const { tokens, is } = reading;
  const noun = tokens[index + 1];
  if (!is(index - 1, "the", "a", "an", "his", "her", "its", "their") || !/^(?:19|20)/u.test(tokens[index]?.key ?? ""))
    return false;
  // "His 2013 Toyota" is a model.
  if (!is(index - 1, "the") && reading.isCapital(index + 1)) return false;
  return noun?.kind === "word" && !/[^sui]s$/u.test(noun.key) && !reading.sense(index + 1, "counted");
}

/** Whether the digits before count something: "in 2013 cases", "of 2000 people". */
function isCounting(reading: Reading, next: number): boolean {
  const word = reading.tokens[next];
  if (word?.kind !== "word" || reading.isCapital(next)) return false;
  return reading.sense(next, "unit") !== undefined || reading.sense(next, "counted") !== undefined;
}

function readDecade(reading: Reading, index: number): Read<Point> | undefined {
  const { tokens, touches, is } = reading;
  const word = reading.sense(index, "decade-word");
  // "In her forties" is an age.
  if (word && is(index - 1, "his", "her", "their", "my", "your", "our")) return undefined;
  if (word) return { value: { kind: "decade", first: 1900 + Number(word.value) }, next: index + word.length };
  const digits = tokens[index]?.kind === "digits" ? tokens[index].key : "";
  if (!/^(?:1[5-9]|20)?\d0$/u.test(digits) || !touches(index) || !is(index + 1, "s", "'s")) return undefined;
  const isShort = digits.length === 2;
  if (isShort && !is(index - 1, "'", "’", "the")) return undefined;
  return { value: { kind: "decade", first: isShort ? 1900 + Number(digits) : Number(digits) }, next: index + 2 };
}
