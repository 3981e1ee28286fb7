import type { Read, Reading } from "../words/reading.ts";
import type { Amount, Point, Unit } from "./point.ts";
import { readCalendar, readWholeNumber } from "./read-calendar.ts";
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
  if (!weekday || isShortForm(reading, from)) return undefined;
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

/** An amount of units with what makes it a time: "two weeks ago", "two days later", "the past three months". */
function readCounted(reading: Reading, index: number): Read<Point> | undefined {
  const recent = readSpan(reading, index);
  if (recent) return recent;
  const amount = readAmount(reading, index);
  if (!amount) return undefined;
  const unit = readUnit(reading, amount.next);
  if (!unit) return undefined;
  const count = { amount: amount.value, unit: unit.value };
  const ago = reading.sense(unit.next, "ago");
  if (ago && !isBackward(reading, unit.next)) return { value: { kind: "ago", ...count }, next: unit.next + ago.length };
  return readOffset(reading, unit.next, count);
}

// "A few miles back", "three days on foot": these words are of time where the sentence or a clause ends behind them.
const isBackward = (reading: Reading, index: number): boolean =>
  reading.is(index, "back") && reading.tokens[index + 1]?.kind === "word" && !reading.is(index + 1, "and", "when");

function readOffset(reading: Reading, index: number, count: { amount: Amount; unit: Unit }): Read<Point> | undefined {
  const later = reading.sense(index, "later");
  if (later && !(reading.is(index, "on") && !reading.is(index + 1, ",", ".", ";"))) {
    return { value: { kind: "offset", ...count, sign: 1 }, next: index + later.length };
  }
  const sign = reading.sense(index, "before") ? -1 : reading.sense(index, "after") ? 1 : undefined;
  const tied = sign && readTie(reading, index + 1);
  if (sign && tied) return { value: { kind: "offset", ...count, sign, ...tied.value }, next: tied.next };
  const earlier = reading.sense(index, "earlier");
  if (earlier && !isArticle(reading, index + 1)) {
    return { value: { kind: "offset", ...count, sign: -1 }, next: index + earlier.length };
  }
  return undefined;
}

const isArticle = (reading: Reading, index: number): boolean =>
  reading.is(index, "the", "a", "an", "that", "this", "his", "her", "its", "their");

/** From what an amount counts: a day ("after 5 May"), an event with its day ("after the raid of 5 May"), an event told before ("after his arrest"). */
function readTie(reading: Reading, index: number): Read<{ event?: readonly string[]; of?: Point }> | undefined {
  const day = readCalendar(reading, index, false) ?? readFeast(reading, index);
  if (day) return { value: { of: day.value }, next: day.next };
  if (!isArticle(reading, index)) return undefined;
  let next = index + 1;
  while (next < index + 4 && reading.tokens[next]?.kind === "word" && !reading.sense(next, "event-end")) next += 1;
  if (next === index + 1) return undefined;
  const dated = reading.is(next, "of", "on", "in") ? readCalendar(reading, next + 1, true) : undefined;
  if (dated) return { value: { of: dated.value }, next: dated.next };
  return { value: { event: reading.tokens.slice(index + 1, next).map((token) => token.key) }, next };
}

function readAmount(reading: Reading, index: number): Read<Amount> | undefined {
  const few = reading.sense(index, "few") ?? reading.sense(index, "several");
  if (few) return { value: { low: 1, high: null }, next: index + few.length };
  const couple = reading.sense(index, "couple");
  if (couple) return { value: { low: 2, high: 2 }, next: index + couple.length };
  const number = readWholeNumber(reading, index);
  if (number) return readAmountRange(reading, number);
  if (reading.is(index, "a", "an", "the") && reading.sense(index + 1, "unit"))
    return { value: { low: 1, high: 1 }, next: index + 1 };
  const plural = reading.sense(index, "unit");
  const isBare =
    plural && reading.is(index, "days", "weeks", "months", "years", "hours", "неделю", "месяц", "год", "день");
  return isBare
    ? {
        value: { low: 1, high: reading.is(index, "days", "weeks", "months", "years", "hours") ? null : 1 },
        next: index,
      }
    : undefined;
}

/** "Two or three", "10 to 12". */
function readAmountRange(reading: Reading, first: Read<number>): Read<Amount> {
  const last = reading.is(first.next, "or", "to", "-", "–") ? readWholeNumber(reading, first.next + 1) : undefined;
  return last && last.value > first.value
    ? { value: { low: first.value, high: last.value }, next: last.next }
    : { value: { low: first.value, high: first.value }, next: first.next };
}

function readUnit(reading: Reading, index: number): Read<Unit> | undefined {
  const sense = reading.sense(index, "unit") ?? reading.sense(index, "cjk-span") ?? reading.sense(index, "cjk-unit");
  return sense && { value: sense.value as Unit, next: index + sense.length };
}

/** "The past three months", "the last year and a half" not, "recent weeks", "twelve months" behind a bare "in". */
function readSpan(reading: Reading, index: number): Read<Point> | undefined {
  const shift = reading.sense(index, "shift") ?? reading.sense(index, "recent");
  const isPast =
    shift !== undefined && (shift.value === "-1" || shift.kind === "recent" || reading.is(index, "recent"));
  const amount = isPast ? readAmount(reading, index + shift.length) : undefined;
  const unit = amount && readUnit(reading, amount.next);
  if (unit) return { value: { kind: "span", amount: amount.value, unit: unit.value, bare: false }, next: unit.next };
  // At the head of a sentence the words measure how long, not when: "In two years nobody came".
  if (!reading.is(index - 1, "in", "within") || reading.isCapital(index - 1)) return undefined;
  const bare = readAmount(reading, index);
  const bareUnit = bare && bare.value.low > 1 ? readUnit(reading, bare.next) : undefined;
  if (!bare || !bareUnit || reading.sense(bareUnit.next, "ago") || reading.sense(bareUnit.next, "later"))
    return undefined;
  if (reading.is(bareUnit.next, "before", "after", "time", "'s", "'")) return undefined;
  return { value: { kind: "span", amount: bare.value, unit: bareUnit.value, bare: true }, next: bareUnit.next };
}

/** "Last summer", "the summer of 2013". */
function readSeason(reading: Reading, index: number): Read<Point> | undefined {
  const shift = reading.sense(index, "shift");
  const from = index + (shift?.length ?? 0);
  const season = reading.sense(from, "season");
  if (!season) return undefined;
  const next = from + season.length;
  const year = readYearTail(reading, next);
  // "The fall of the city", "a spring": without a year or a shift the word needs a bare "in" or "the" before it and no "of" behind.
  if (!year && !shift && (reading.is(next, "of") || !reading.is(index - 1, "in", "the", "since", "until", "this")))
    return undefined;
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

/** "The first quarter of 2013", "Q3 2013", "the second half of last year". */
function readQuarter(reading: Reading, index: number): Read<Point> | undefined {
  const short = /^q([1-4])$/u.exec(
    (reading.tokens[index]?.key ?? "") + (reading.touches(index) ? (reading.tokens[index + 1]?.key ?? "") : ""),
  );
  const ordinal = reading.sense(index, "ordinal");
  const unit = ordinal && reading.sense(index + ordinal.length, "unit");
  const isHalf = unit?.value === "half";
  const number = short ? Number(short[1]) : Number(ordinal?.value ?? 0);
  if (!short && unit?.value !== "quarter" && !isHalf) return undefined;
  const months = isHalf ? 6 : 3;
  const next = short ? index + 2 : index + (ordinal?.length ?? 0) + (unit?.length ?? 0);
  const year = readYearTail(reading, next) ?? readYearNumber(reading, next);
  if (number < 1 || number * months > 12 || (!year && isHalf)) return undefined;
  const value: Point = {
    kind: "months",
    first: (number - 1) * months + 1,
    count: months,
    approx: false,
    ...(year && { year: year.value }),
  };
  return { value, next: year?.next ?? next };
}

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

/** "The same day", "that month", "the same months", "that night", "since then". */
function readSame(reading: Reading, index: number): Read<Point> | undefined {
  const same = reading.sense(index, "same");
  if (same && reading.tokens[index]?.kind === "character")
    return { value: { kind: "same", unit: "day" }, next: index + same.length };
  const lead = same ?? reading.sense(index, "that");
  if (!lead) return undefined;
  const unit = reading.sense(index + lead.length, "unit") ?? reading.sense(index + lead.length, "daypart");
  if (!unit || (!same && reading.is(index + lead.length, "days", "years", "months", "weeks", "half", "quarter")))
    return undefined;
  const value: Point = { kind: "same", unit: unit.kind === "unit" ? (unit.value as Unit) : "day" };
  return { value, next: index + lead.length + unit.length };
}

/** "The next day", "the following month", "the day before", "a day earlier", "the previous week". */
function readNeighbour(reading: Reading, index: number): Read<Point> | undefined {
  if (!reading.is(index - 1, "the") && !reading.is(index, "the")) return undefined;
  const from = reading.is(index, "the") ? index + 1 : index;
  const sign = reading.is(from, "next", "following") ? 1 : reading.is(from, "previous", "preceding") ? -1 : undefined;
  const unit = sign ? readUnit(reading, from + 1) : undefined;
  if (!sign || !unit) return undefined;
  return { value: { kind: "offset", amount: { low: 1, high: 1 }, unit: unit.value, sign }, next: unit.next };
}

/** "New Year", "Christmas Eve": days of the calendar with a name. */
function readFeast(reading: Reading, index: number): Read<Point> | undefined {
  const feast = reading.sense(index, "feast");
  if (!feast || !reading.isCapital(reading.is(index, "the") ? index + 1 : index)) return undefined;
  const [month = 0, day = 0] = feast.value.split("-").map(Number);
  const year = readYearTail(reading, index + feast.length);
  return {
    value: { kind: "day", day, month, ...(year && { year: year.value }) },
    next: year?.next ?? index + feast.length,
  };
}
