import type { Read, Reading } from "../words/reading.ts";
import { readNumber } from "../words/read-number.ts";
import { isDay } from "./civil-day.ts";
import type { Point } from "./point.ts";
import { readCharacterDate } from "./read-character-date.ts";
import { readYearTail } from "./read-year.ts";

/** A day, month or numeric date that begins at a token; `prompted` says that a word of time stands before it ("in", "since"). */
export function readCalendar(reading: Reading, index: number, prompted: boolean): Read<Point> | undefined {
  return (
    readIso(reading, index) ??
    readNumeric(reading, index) ??
    readCharacterDate(reading, index) ??
    readDatedWeekday(reading, index) ??
    readDay(reading, index) ??
    readOrdinalDay(reading, index) ??
    readMonth(reading, index, prompted)
  );
}

/** A day of a month: "5 March 2014", "March 5th, 2014", "the fifth of March". */
export function readDay(reading: Reading, index: number): Read<Point> | undefined {
  return readDayFirst(reading, index) ?? readMonthFirst(reading, index);
}

/** "On the 7th" with no noun behind it; "the 7th floor" is none. */
function readOrdinalDay(reading: Reading, index: number): Read<Point> | undefined {
  const day = readDayNumber(reading, index);
  const isOrdinal = day !== undefined && day.next === index + 2 && reading.tokens[index]?.kind === "digits";
  if (
    !isOrdinal ||
    !reading.is(index - 1, "the") ||
    !reading.is(index - 2, "on", "by", "until", "since", "before", "after")
  )
    return undefined;
  if (reading.is(day.next, "of")) return readDayOfMonth(reading, day);
  const isFree =
    reading.tokens[day.next]?.kind !== "word" ||
    reading.sense(day.next, "event-end") ||
    reading.is(day.next, "a", "the", "an");
  return isFree ? { value: { kind: "day", day: day.value }, next: day.next } : undefined;
}

/** "The 10th of this month", "of last month". */
function readDayOfMonth(reading: Reading, day: Read<number>): Read<Point> | undefined {
  const shift = reading.sense(day.next + 1, "shift");
  const unit = shift && reading.sense(day.next + 1 + shift.length, "unit");
  if (!shift || unit?.value !== "month") return undefined;
  const value: Point = { kind: "day", day: day.value, monthShift: Number(shift.value) };
  return { value, next: day.next + 1 + shift.length + unit.length };
}

/** A number from 1 to 31 with or without its ending ("5", "5th", "fifth"), as half of "3 to 4 November". */
export function readDayNumber(reading: Reading, index: number): Read<number> | undefined {
  const token = reading.tokens[index];
  if (token?.kind === "digits") {
    const day = Number(token.key);
    if (token.key.length > 2 || day < 1 || day > 31) return undefined;
    const hasEnding = reading.touches(index) && reading.is(index + 1, "st", "nd", "rd", "th");
    return { value: day, next: index + (hasEnding ? 2 : 1) };
  }
  const ordinal = reading.sense(index, "ordinal");
  return ordinal && Number(ordinal.value) <= 31
    ? { value: Number(ordinal.value), next: index + ordinal.length }
    : undefined;
}

const digitsAt = ({ tokens }: Reading, index: number): string =>
  tokens[index]?.kind === "digits" ? (tokens[index]?.key ?? "") : "";

/** Digits joined by one kind of mark without spaces: the numbers and the token behind them. */
function readJoined(reading: Reading, index: number, marks: readonly string[]): Read<string[]> | undefined {
  const mark = reading.tokens[index + 1]?.key ?? "";
  if (!marks.includes(mark) || digitsAt(reading, index) === "") return undefined;
  const parts = [digitsAt(reading, index)];
  let last = index;
  while (
    reading.touches(last) &&
    reading.is(last + 1, mark) &&
    reading.touches(last + 1) &&
    digitsAt(reading, last + 2) !== ""
  ) {
    parts.push(digitsAt(reading, last + 2));
    last += 2;
  }
  return { value: parts, next: last + 1 };
}

function readIso(reading: Reading, index: number): Read<Point> | undefined {
  const joined = readJoined(reading, index, ["-", "/", "."]);
  const [year = "", month = "", day = ""] = joined?.value ?? [];
  if (!joined || joined.value.length !== 3 || year.length !== 4 || month.length > 2 || day.length > 2) return undefined;
  const numbers = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isDay(numbers.year, numbers.month, numbers.day)) return undefined;
  return { value: { kind: "numeric", readings: [numbers] }, next: joined.next };
}

/** 03/04/2014, 3.4.2014, 3-4-14: both readings where both are days; with points only the day comes first. */
function readNumeric(reading: Reading, index: number): Read<Point> | undefined {
  const joined = readJoined(reading, index, ["/", ".", "-"]);
  const [first = "", second = "", last = ""] = joined?.value ?? [];
  if (!joined || joined.value.length !== 3 || first.length > 2 || second.length > 2) return undefined;
  if (last.length !== 4 && !(last.length === 2 && reading.is(index + 1, "/"))) return undefined;
  const year = last.length === 4 ? Number(last) : fullYear(Number(last));
  const orders = [{ year, month: Number(second), day: Number(first) }];
  if (!reading.is(index + 1, ".") && first !== second) orders.push({ year, month: Number(first), day: Number(second) });
  const readings = orders.filter((each) => isDay(each.year, each.month, each.day));
  const order = Number(first) > 12 ? "day-first" : Number(second) > 12 ? "month-first" : undefined;
  if (readings.length === 0) return undefined;
  return { value: { kind: "numeric", readings, ...(order && { order }) }, next: joined.next };
}

// As in dates of tables: two digits up to this one are of this century.
const lastShortYear = 35;
const fullYear = (year: number): number => (year <= lastShortYear ? 2000 + year : 1900 + year);

/** "Tuesday 14 October", "Wednesday (July 20)", "Sunday, the 3rd of May". */
function readDatedWeekday(reading: Reading, index: number): Read<Point> | undefined {
  const weekday = reading.sense(index, "weekday");
  if (!weekday) return undefined;
  let next = index + weekday.length;
  const isOpen = reading.is(next, "(");
  while (reading.is(next, ",", ".", "(", "the")) next += 1;
  const day = readDay(reading, next);
  if (day?.value.kind !== "day") return undefined;
  const end = isOpen && reading.is(day.next, ")") ? day.next + 1 : day.next;
  return { value: { ...day.value, weekday: Number(weekday.value) }, next: end };
}

function readDayFirst(reading: Reading, index: number): Read<Point> | undefined {
  const day = readDayNumber(reading, index);
  if (!day) return undefined;
  const next = reading.is(day.next, "of") ? day.next + 1 : day.next;
  const month = readMonthName(reading, next);
  if (!month || (reading.tokens[index]?.kind !== "digits" && next === day.next)) return undefined;
  return withYear(reading, { kind: "day", day: day.value, month: month.value }, month.next);
}

function readMonthFirst(reading: Reading, index: number): Read<Point> | undefined {
  const month = readMonthName(reading, index);
  if (!month) return undefined;
  const from = reading.is(month.next, "the") ? month.next + 1 : month.next;
  const day = readDayNumber(reading, from);
  if (!day || reading.is(day.next, ":") || reading.sense(day.next, "meridiem")) return undefined;
  if (reading.tokens[from]?.kind !== "digits" && from === month.next) return undefined;
  return withYear(reading, { kind: "day", day: day.value, month: month.value }, day.next);
}

function withYear(reading: Reading, point: Extract<Point, { kind: "day" | "month" }>, next: number): Read<Point> {
  const year = readYearTail(reading, next);
  return year ? { value: { ...point, year: year.value }, next: year.next } : { value: point, next };
}

/** A month's name, in Latin script with a capital: "may" is a verb, and so is "march". */
function readMonthName(reading: Reading, index: number): Read<number> | undefined {
  const sense = reading.sense(index, "month");
  if (!sense || (isLatin(reading, index) && !reading.isCapital(index))) return undefined;
  const next = index + sense.length;
  const isAbbreviated = isLatin(reading, index) && reading.is(next, ".") && reading.touches(next - 1);
  const goesOn =
    isAbbreviated && reading.tokens[next + 1]?.kind === "digits" && !fullNames.has(reading.tokens[index]?.key ?? "");
  return { value: Number(sense.value), next: goesOn ? next + 1 : next };
}

const fullNames = new Set(["may", "june", "july", "mai"]);

const isLatin = ({ tokens }: Reading, index: number): boolean => /^[a-z]/u.test(tokens[index]?.key ?? "");

// These names are other words too, or forenames, and the short forms more so.
const doubtfulMonths = new Set(["may", "march", "april", "june", "august", "mar", "mai"]);

/** A month with or without its year: "March 2010", "July of last year", "this January", "(September)". */
function readMonth(reading: Reading, index: number, prompted: boolean): Read<Point> | undefined {
  const shift = reading.sense(index, "shift");
  const from = shift ? index + shift.length : index;
  const month = readMonthName(reading, from);
  if (!month) return undefined;
  if (shift) {
    const value: Point = { kind: "month", month: month.value, shift: Number(shift.value) };
    return { value, next: month.next };
  }
  const dated = withYear(reading, { kind: "month", month: month.value }, month.next);
  const key = reading.tokens[from]?.key ?? "";
  const isDoubtful = doubtfulMonths.has(key) || (isLatin(reading, from) && key.length <= 3);
  return dated.next > month.next || prompted || !isDoubtful ? dated : undefined;
}

// More units than these are of geology.
const unitsMax = 1000;

/** A whole number of days, weeks or years, in digits or words. */
export function readWholeNumber(reading: Reading, index: number): Read<number> | undefined {
  const number = readNumber(reading, index);
  if (!number || !Number.isInteger(number.value.value) || number.value.value > unitsMax) return undefined;
  return { value: number.value.value, next: number.next };
}
