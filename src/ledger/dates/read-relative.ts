import type { Read, Reading } from "../words/reading.ts";
import type { Point, Unit, YearWord } from "./point.ts";
import { readCounted, readUnit } from "./read-counted.ts";
import { readCalendar, readWholeNumber } from "./read-calendar.ts";
import { readFeast } from "./read-feast.ts";
import { readYearNumber, readYearTail } from "./read-year.ts";

/** A time that the words tie to the day of speaking or to another time told before; undefined where none begins at the token. */
export function readRelative(reading: Reading, index: number): Read<Point> | undefined {
  return (
    readDayShift(reading, index) ??
    readWeekday(reading, index) ??
    readCounted(reading, index) ??
    readSeason(reading, index) ??
    readQuarter(reading, index) ??
    readNeighbour(reading, index) ??
    readWeekend(reading, index) ??
    readShiftedUnit(reading, index) ??
    readSame(reading, index) ??
    readFeast(reading, index)
  );
}

function readDayShift(reading: Reading, index: number): Read<Point> | undefined {
  const night = reading.sense(index, "overnight");
  if (night) return { value: { kind: "overnight" }, next: index + night.length };
  const day = reading.sense(index, "relative-day");
  if (!day) return undefined;
  return { value: { kind: "day-shift", days: Number(day.value) }, next: index + day.length };
}

/** "Friday", "last Thursday", "Tuesday of last week", "上周四", "지난주 목요일". */
function readWeekday(reading: Reading, index: number): Read<Point> | undefined {
  const week = reading.sense(index, "relative-week");
  const named = week && reading.sense(index + week.length, "weekday");
  if (week && named) {
    const value: Point = { kind: "weekday", weekday: Number(named.value), week: Number(week.value) };
    return { value, next: index + week.length + named.length };
  }
  const shift = reading.sense(index, "shift");
  const from = index + (shift?.length ?? 0);
  const weekday = reading.sense(from, "weekday");
  // "3 March, a Thursday": it says what day that was.
  if (!weekday || isShortForm(reading, from) || reading.is(index - 1, "a", "an", "every", "each")) return undefined;
  // "The Sunday Times".
  if (reading.is(index - 1, "the") && reading.isCapital(from + 1) && reading.tokens[from + 1]?.kind === "word")
    return undefined;
  const told = toldSign(reading, index, from + weekday.length);
  if (told) {
    const value: Point = { kind: "weekday", weekday: Number(weekday.value), fromTold: told.sign };
    return { value, next: told.next };
  }
  const isWeek = shift && reading.tokens[index]?.kind === "character" && reading.is(from, "周", "週", "星");
  const tail = shift ? undefined : readWeekTail(reading, from + weekday.length);
  const value: Point = {
    kind: "weekday",
    weekday: Number(weekday.value),
    ...(shift && (isWeek ? { week: Number(shift.value) } : { shift: Number(shift.value) })),
    ...(tail && { week: tail.value }),
  };
  return { value, next: tail?.next ?? from + weekday.length };
}

/** "The following Tuesday", "the Friday before". */
function toldSign(reading: Reading, index: number, next: number): { sign: 1 | -1; next: number } | undefined {
  if (reading.is(index, "following")) return { sign: 1, next };
  if (reading.is(index, "previous", "preceding")) return { sign: -1, next };
  const isAlone = reading.is(index - 1, "the") && reading.tokens[next + 1]?.kind !== "word";
  if (!isAlone || !reading.is(next, "before", "after")) return undefined;
  return { sign: reading.is(next, "after") ? 1 : -1, next: next + 1 };
}

// "Sun", "Sat" and "Wed" are other words too: a short form counts before a date alone.
function isShortForm(reading: Reading, index: number): boolean {
  const key = reading.tokens[index]?.key ?? "";
  return /^[a-z]/u.test(key) && (!key.endsWith("day") || !reading.isCapital(index));
}

function readWeekTail(reading: Reading, index: number): Read<number> | undefined {
  const from = reading.is(index, "of") ? index + 1 : index;
  const shift = reading.sense(from, "shift");
  const unit = shift && reading.sense(from + shift.length, "unit");
  if (!shift || unit?.value !== "week") return undefined;
  return { value: Number(shift.value), next: from + shift.length + unit.length };
}

/** "Last summer", "the summer of 2013". */
function readSeason(reading: Reading, index: number): Read<Point> | undefined {
  const relative = reading.sense(index, "relative-year");
  const shift = reading.sense(index, "shift");
  const from = index + (relative?.length ?? shift?.length ?? 0);
  const season = reading.sense(from, "season");
  if (!season) return undefined;
  const next = from + season.length;
  const year: Read<YearWord> | undefined = relative
    ? { value: { kind: "shift", shift: Number(relative.value) }, next }
    : readYearTail(reading, next);
  if (!year && !shift && !isSeasonLed(reading, from)) return undefined;
  const value: Point = {
    kind: "months",
    first: Number(season.value),
    count: 3,
    approx: true,
    ...(year && { year: year.value }),
    ...(shift && !year && { shift: Number(shift.value) }),
  };
  return { value, next: year?.next ?? next };
}

/** "The fall of the city", "he saw the fall": without a year the word stands behind "in", "since" or "until", with no "of" behind. */
function isSeasonLed(reading: Reading, index: number): boolean {
  const lead = reading.is(index - 1, "the") ? index - 2 : index - 1;
  const isOfSomething = reading.is(index + 1, "of", "in", "from") || reading.isCapital(index);
  return reading.is(lead, "in", "since", "until", "by", "during", "в", "с") && !isOfSomething;
}

/** "The first quarter of 2013", "Q3 2013", "the second half of last year". */
function readQuarter(reading: Reading, index: number): Read<Point> | undefined {
  const short = /^q([1-4])$/u.exec(
    (reading.tokens[index]?.key ?? "") + (reading.touches(index) ? (reading.tokens[index + 1]?.key ?? "") : ""),
  );
  const firstMonths = readFirstMonths(reading, index);
  if (firstMonths) return firstMonths;
  const ordinal = reading.sense(index, "ordinal") ?? lastOf(reading, index);
  const unit = ordinal && reading.sense(index + ordinal.length, "unit");
  const isHalf = unit?.value === "half";
  const isLast = reading.is(index, "last", "final");
  const number = short ? Number(short[1]) : isLast ? (isHalf ? 2 : 4) : Number(ordinal?.value ?? 0);
  if (!short && unit?.value !== "quarter" && !isHalf) return undefined;
  const months = isHalf ? 6 : 3;
  const next = short ? index + 2 : index + (ordinal?.length ?? 0) + (unit?.length ?? 0);
  const year = readYearTail(reading, next) ?? readYearNumber(reading, next) ?? readThatYear(reading, next);
  // A match has quarters and halves too: without a year it is one of the calendar behind "in the" or "for the" alone.
  const isLed = short !== null || (reading.is(index - 1, "the") && reading.is(index - 2, "in", "for", "during"));
  if (number < 1 || number * months > 12 || (!year && (isHalf || isLast || !isLed))) return undefined;
  const value: Point = {
    kind: "months",
    first: (number - 1) * months + 1,
    count: months,
    approx: false,
    ...(year && { year: year.value }),
  };
  return { value, next: year?.next ?? next };
}

/** "The first five months of 2014", "of the year". */
function readFirstMonths(reading: Reading, index: number): Read<Point> | undefined {
  const count = reading.is(index, "first") ? readWholeNumber(reading, index + 1) : undefined;
  if (!count || count.value > 11 || !reading.is(count.next, "months")) return undefined;
  const year = readYearTail(reading, count.next + 1) ?? readThatYear(reading, count.next + 1);
  if (!year) return undefined;
  const value: Point = { kind: "months", first: 1, count: count.value, year: year.value, approx: false };
  return { value, next: year.next };
}

/** "(The first half) of the year": the one in which it is told. */
const readThatYear = (reading: Reading, index: number): Read<YearWord> | undefined =>
  reading.is(index, "of") && reading.is(index + 1, "the") && reading.is(index + 2, "year")
    ? { value: { kind: "shift", shift: 0 }, next: index + 3 }
    : undefined;

// "The last quarter of 2013" is its fourth; "last quarter" alone is the one before this.
const lastOf = (reading: Reading, index: number): { length: number; value: string } | undefined =>
  reading.is(index, "last", "final") ? { length: 1, value: "0" } : undefined;

/** "Last week", "this month", "next year", "지난달", "本月". */
function readShiftedUnit(reading: Reading, index: number): Read<Point> | undefined {
  for (const unit of ["week", "month", "year"] as const) {
    const sense = reading.sense(index, `relative-${unit}`);
    if (sense) return { value: { kind: "unit", unit, shift: Number(sense.value) }, next: index + sense.length };
  }
  const shift = reading.sense(index, "shift");
  const unit = shift && readUnit(reading, index + shift.length);
  if (
    !shift ||
    !unit ||
    unit.value === "hour" ||
    unit.value === "half" ||
    (unit.value === "day" && shift.value !== "0")
  )
    return undefined;
  return { value: { kind: "unit", unit: unit.value, shift: Number(shift.value) }, next: unit.next };
}

/** "At the weekend": the last one. */
function readWeekend(reading: Reading, index: number): Read<Point> | undefined {
  const unit = reading.sense(index, "unit");
  if (unit?.value !== "weekend" || !reading.is(index - 1, "the") || reading.is(index + 1, "of")) return undefined;
  return { value: { kind: "unit", unit: "weekend", shift: -1 }, next: index + unit.length };
}

/** "The same day", "that month", "the same months", "that night", "since then". */
function readSame(reading: Reading, index: number): Read<Point> | undefined {
  const same = reading.sense(index, "same");
  if (same && reading.tokens[index]?.kind === "character")
    return { value: { kind: "same", unit: "day" }, next: index + same.length };
  const lead = same ?? reading.sense(index, "that");
  if (!lead) return undefined;
  const number = same && readWholeNumber(reading, index + lead.length);
  const from = number?.next ?? index + lead.length;
  const unit =
    reading.sense(from, "unit") ?? reading.sense(from, "daypart") ?? (same && reading.sense(from, "told-span"));
  if (!unit || (!same && reading.is(from, "days", "years", "months", "weeks", "half", "quarter"))) return undefined;
  const next = from + unit.length;
  const of = same && readHolder(reading, next);
  if (unit.kind === "told-span" && !of) return undefined;
  const value: Point = {
    kind: "same",
    unit: unit.kind === "unit" ? (unit.value as Unit) : unit.kind === "told-span" ? "month" : "day",
    ...(of && { of: of.value }),
    ...(number && unit.value === "day" && { days: number.value }),
  };
  return { value, next: of?.next ?? next };
}

/** "(The same months) of last year", "(the same week) of May 2011": in what year or month it lies. */
function readHolder(reading: Reading, index: number): Read<Point> | undefined {
  const year = readYearTail(reading, index);
  if (year) return { value: { kind: "year", year: year.value }, next: year.next };
  return reading.is(index, "of", "in") ? readCalendar(reading, index + 1, true) : undefined;
}

/** "The next day", "the following month", "the previous week", "the next morning", "the night before". */
function readNeighbour(reading: Reading, index: number): Read<Point> | undefined {
  if (!reading.is(index - 1, "the") && !reading.is(index, "the")) return undefined;
  const from = reading.is(index, "the") ? index + 1 : index;
  const own = reading.sense(from, "unit");
  const isBeforeLast = own && reading.is(from + own.length, "before") && reading.is(from + own.length + 1, "last");
  const named = (["week", "month", "year"] as const).find((unit) => unit === own?.value);
  if (isBeforeLast && named) return { value: { kind: "unit", unit: named, shift: -2 }, next: from + own.length + 2 };
  const sign = reading.is(from, "next", "following") ? 1 : reading.is(from, "previous", "preceding") ? -1 : undefined;
  const unit = sign && (readUnit(reading, from + 1) ?? readDayOfPart(reading, from + 1));
  const whole = unit && (["week", "month", "year"] as const).find((each) => each === unit.value);
  if (sign && unit && whole) return { value: { kind: "neighbour", unit: whole, sign }, next: unit.next };
  if (sign && unit) return neighbour(unit.value, sign, unit.next);
  const night = readDayOfPart(reading, from);
  const isBehind =
    night && reading.is(night.next, "before", "after") && reading.tokens[night.next + 1]?.kind !== "word";
  return isBehind ? neighbour("day", reading.is(night.next, "after") ? 1 : -1, night.next + 1) : undefined;
}

const neighbour = (unit: Unit, sign: 1 | -1, next: number): Read<Point> => ({
  value: { kind: "offset", amount: { low: 1, high: 1 }, unit, sign },
  next,
});

/** A part of the day, as its day. */
function readDayOfPart(reading: Reading, index: number): Read<Unit> | undefined {
  const daypart = reading.sense(index, "daypart");
  return daypart && { value: "day", next: index + daypart.length };
}
