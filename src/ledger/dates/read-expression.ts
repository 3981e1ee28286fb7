import { lazy } from "../../base/index.ts";
import { rows as dateRows } from "../generated/date-words.ts";
import { rows as numberRows } from "../generated/number-words.ts";
import { clockHeads, type ClockHead } from "../text/clock-heads.ts";
import { makeLexicon } from "../words/lexicon.ts";
import { readWith, type Read, type Reading } from "../words/reading.ts";
import type { Clock, Point, ReadExpression, Written } from "./point.ts";
import { readDayNumber } from "./read-calendar.ts";
import { readCharacterClock, readClock } from "./read-clock.ts";
import { readListed, shareYears, type Listed } from "./read-list.ts";
import { readPoint } from "./read-point.ts";
import { readYearNumber } from "./read-year.ts";

const lexicon = lazy(() => makeLexicon([...dateRows, ...numberRows]));

/** Reads a text with the words of time and of numbers. */
export const readTimes = (text: string): Reading => readWith(lexicon(), text);

/** Every time expression of a text in order; none overlaps another. */
export function readExpressions(reading: Reading): ReadExpression[] {
  const found: ReadExpression[] = [];
  const cores = coresFrom(reading);
  const heads = new Map(clockHeads(reading.text).map((head) => [head.from, head]));
  for (let index = 0; index < reading.tokens.length;) {
    const isNear = (cores[index] ?? 0) <= index + coreReach && mayBegin(reading, index);
    const head = heads.get(reading.tokens[index]?.from ?? -1);
    const read = head
      ? listOf(readHead(reading, index, head))
      : isNear
        ? (readListed(reading, index) ?? listOf(readExpression(reading, index)))
        : undefined;
    for (const { value, start, next } of read?.value ?? []) found.push({ written: value, start: start ?? index, next });
    index = read?.next ?? index + 1;
  }
  return shareYears(reading, found);
}

/** The hour at the head of a log's entry, on the day that is spoken of. */
function readHead({ tokens }: Reading, index: number, { timeTo, hour, minute }: ClockHead): Read<Written> {
  let next = index + 1;
  while ((tokens[next]?.to ?? Number.POSITIVE_INFINITY) <= timeTo) next += 1;
  return { value: timed({ kind: "spoken-day" }, { hour, minute, approx: false }), next };
}

const listOf = (read: Read<Written> | undefined): Read<Listed[]> | undefined =>
  read && { value: [{ value: read.value, next: read.next }], next: read.next };

const firstKinds: ReadonlySet<string> = new Set(
  "on since until by before after between from approx at part edge whole month weekday shift relative-day relative-week relative-month relative-year overnight season feast decade-word daypart same that recent few several couple unit ones tens hundreds multiplier ordinal cjk-digit cjk-small korean-days".split(
    " ",
  ),
);

/** Whether the word at a token can be the first of a time expression. */
const mayBegin = (reading: Reading, index: number): boolean =>
  reading.tokens[index]?.kind === "digits" ||
  reading.hasSense(index, firstKinds) ||
  reading.is(index, "a", "an", "q", "at", "half");

// No more words than these stand between the first word of a time expression and its number, month, weekday or unit.
const coreReach = 7;

const coreKinds: ReadonlySet<string> = new Set(
  "month weekday unit season feast decade-word daypart overnight relative-day relative-week relative-month relative-year meridiem cjk-unit cjk-span korean-days same".split(
    " ",
  ),
);

/** For each token the next one, itself included, without which no time expression is one. */
function coresFrom(reading: Reading): number[] {
  const cores: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (let index = reading.tokens.length - 1; index >= 0; index -= 1) {
    if (isCore(reading, index)) next = index;
    cores[index] = next;
  }
  return cores;
}

function isCore(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token?.kind === "digits") return true;
  if (token?.kind === "word" && (token.key === "then" || token.key === "q")) return true;
  return reading.hasSense(index, coreKinds);
}

function readExpression(reading: Reading, index: number): Read<Written> | undefined {
  return (
    readBetween(reading, index) ??
    readBetweenClocks(reading, index) ??
    readCharacterBounds(reading, index) ??
    readBeforeDaypart(reading, index) ??
    readBounded(reading, index) ??
    readAt(reading, index)
  );
}

/** "Between X and Y", "from X to Y", "с 3 по 4 ноября". */
function readBetween(reading: Reading, index: number): Read<Written> | undefined {
  const between = reading.sense(index, "between");
  const lead = between ?? reading.sense(index, "from");
  if (!lead) return undefined;
  const first = readEnd(reading, index + lead.length);
  const joint = first && (between ? reading.sense(first.next, "and") : jointAt(reading, first.next));
  const last = joint && readEnd(reading, first.next + joint.length);
  return last && isRange(first.value, last.value) ? rangeOf(first, last, false) : undefined;
}

/** "Between 0900 and 1100", "from 2 p.m. to 4 p.m. on Sunday": of that day. */
function readBetweenClocks(reading: Reading, index: number): Read<Written> | undefined {
  const between = reading.sense(index, "between");
  const lead = between ?? reading.sense(index, "from");
  const first = lead && readClock(reading, index + lead.length);
  const joint = first && (between ? reading.sense(first.next, "and") : jointAt(reading, first.next));
  const last = joint && readClock(reading, first.next + joint.length);
  if (!last) return undefined;
  const day = readDayOfClock(reading, last.next);
  return { value: atPoint(day.value), next: day.next };
}

/** The day behind a time of day, else the one that is spoken of. */
function readDayOfClock(reading: Reading, index: number): Read<Point> {
  const point = readPoint(reading, reading.is(index, "on", ",", "of") ? index + 1 : index, true);
  return point && canHaveClock(point.value) ? point : { value: { kind: "spoken-day" }, next: index };
}

const jointAt = (reading: Reading, index: number): { length: number } | undefined =>
  reading.sense(index, "to") ??
  reading.sense(index, "until") ??
  (reading.is(index, "-", "–", "—") ? { length: 1 } : undefined);

/** One end of a range: a time, or a day of the month or a year that the other end completes. */
function readEnd(reading: Reading, index: number): Read<Point> | undefined {
  const point = readPoint(reading, index, true);
  if (point) return point;
  const from = reading.is(index, "the") ? index + 1 : index;
  const year = readYearNumber(reading, from);
  if (year) return { value: { kind: "year", year: year.value }, next: year.next };
  const day = readDayNumber(reading, from);
  return day && { value: { kind: "day", day: day.value }, next: day.next };
}

const lacksMonth = (point: Point): boolean => point.kind === "day" && point.month === undefined;
const isRange = (first: Point, last: Point): boolean => !(lacksMonth(first) && lacksMonth(last));

const rangeOf = (first: Read<Point>, last: Read<Point>, isNight: boolean): Read<Written> => ({
  value: { form: "range", first: first.value, last: last.value, isNight },
  next: last.next,
});

/** "3월 5일부터 10일까지", "从3月5日到10日", "5일까지": the words that bound stand behind. */
function readCharacterBounds(reading: Reading, index: number): Read<Written> | undefined {
  if (reading.tokens[index]?.kind !== "digits" && reading.tokens[index]?.kind !== "character") return undefined;
  const first = readPoint(reading, index, false);
  const since = first && reading.sense(first.next, "cjk-since");
  if (first && since) return { value: { form: "since", point: first.value }, next: first.next + since.length };
  const from = first && reading.sense(first.next, "cjk-from");
  const to = first && reading.sense(first.next, "cjk-to");
  const joint = from ?? to;
  if (!first || !joint) return undefined;
  const last = readPoint(reading, first.next + joint.length, false);
  if (last) {
    const close = reading.sense(last.next, "cjk-to");
    return rangeOf(first, { value: last.value, next: last.next + (close?.length ?? 0) }, false);
  }
  return { value: { form: from ? "since" : "until", point: first.value }, next: first.next + joint.length };
}

/** "Since X", "until X", "by X", "before X", "after X", "from X on". */
function readBounded(reading: Reading, index: number): Read<Written> | undefined {
  for (const form of ["since", "until", "by", "before", "after"] as const) {
    const lead = reading.sense(index, form);
    if (!lead) continue;
    const from = index + lead.length;
    if (form === "since" && reading.is(from, "then"))
      return { value: { form, point: { kind: "then" } }, next: from + 1 };
    const clock = form === "since" || form === "until" ? readClock(reading, from) : undefined;
    const point = clock
      ? readDayOfClock(reading, clock.next)
      : (readPoint(reading, skipWords(reading, from), true) ??
        (form === "since" ? readOwnDaypart(reading, from) : undefined));
    if (!point) continue;
    return { value: { form, point: point.value }, next: skipDaypart(reading, point.next) };
  }
  return readFrom(reading, index);
}

/** "Since dawn", "since the morning": of the day that is spoken of. */
function readOwnDaypart(reading: Reading, index: number): Read<Point> | undefined {
  const from = reading.is(index, "the") ? index + 1 : index;
  const daypart = reading.sense(from, "daypart");
  return daypart && { value: { kind: "spoken-day" }, next: from + daypart.length };
}

function readFrom(reading: Reading, index: number): Read<Written> | undefined {
  const lead = reading.sense(index, "from");
  const point = lead && readPoint(reading, index + lead.length, true);
  if (!point) return undefined;
  const open = reading.sense(point.next, "open");
  const isRussian = /^[а-я]/u.test(reading.tokens[index]?.key ?? "");
  if (!open && !isRussian) return { value: atPoint(point.value), next: skipDaypart(reading, point.next) };
  return { value: { form: "since", point: point.value }, next: point.next + (open?.length ?? 0) };
}

/** "Before dawn on Sunday": still Sunday; "at dawn" is of the day that is spoken of. */
function readBeforeDaypart(reading: Reading, index: number): Read<Written> | undefined {
  if (!reading.is(index, "before", "after", "at", "around", "about", "shortly", "by")) return undefined;
  let from = index;
  while (reading.is(from, "shortly", "just", "before", "after", "at", "around", "about", "by")) from += 1;
  const daypart = reading.sense(from, "daypart");
  // Midnight and noon are hours.
  if (!daypart || reading.is(from, "noon", "midday", "midnight")) return undefined;
  const next = from + daypart.length;
  const point = readPoint(reading, reading.is(next, "on", ",") ? next + 1 : next, true);
  if (point) return { value: atPoint(point.value), next: skipDaypart(reading, point.next) };
  return daypart.value === "dawn" || reading.is(from, "dusk", "sunset", "nightfall")
    ? { value: atPoint({ kind: "spoken-day" }), next }
    : undefined;
}

const atPoint = (point: Point): Written => ({ form: "at", point, approx: false, isNight: false });

/** A time by itself, with the words before it and a time of day before or behind it; or a range without a word before it. */
function readAt(reading: Reading, index: number): Read<Written> | undefined {
  const clocked = readClockFirst(reading, index);
  if (clocked) return clocked;
  const from = skipWords(reading, index);
  const isNight = hasNight(reading, index, from);
  const range = readPlainRange(reading, from, isNight);
  if (range) return range;
  const approx = reading.sense(from, "approx");
  const start = from + (approx?.length ?? 0);
  const point = readPoint(reading, start, start > index);
  if (!point) return undefined;
  const isOfNight = isNight || nightBehind(reading, point.next);
  const next = skipDaypart(reading, point.next);
  const clock = canHaveClock(point.value)
    ? (readCharacterClock(reading, point.next) ?? readClockBehind(reading, next))
    : undefined;
  return {
    value: {
      form: "at",
      point: point.value,
      approx: approx !== undefined,
      isNight: isOfNight,
      ...(clock && { clock: clock.value }),
    },
    next: clock?.next ?? next,
  };
}

/** The words that may stand before a time: "on", "in the", "in the night of", "on or about". */
function skipWords(reading: Reading, index: number): number {
  let from = index;
  for (let step = 0; step < 3; step += 1) {
    const word = reading.sense(from, "on");
    if (word && !reading.is(from, "the")) from += word.length;
  }
  const afterThe = reading.is(from, "the") ? from + 1 : from;
  const night = reading.sense(afterThe, "daypart");
  if (night && reading.is(afterThe + night.length, "of", "from")) return afterThe + night.length + 1;
  return from;
}

const hasNight = (reading: Reading, index: number, from: number): boolean =>
  reading.tokens.slice(index, from).some((_, offset) => reading.sense(index + offset, "daypart")?.value === "night");

const nightBehind = (reading: Reading, index: number): boolean => reading.sense(index, "daypart")?.value === "night";

function skipDaypart(reading: Reading, index: number): number {
  const from = reading.is(index, "at", "in") ? index + 1 : index;
  const start = from > index && reading.is(from, "the") ? from + 1 : from;
  const part = reading.sense(start, "part");
  const daypart = reading.sense(start + (part?.length ?? 0), "daypart");
  return daypart ? start + (part?.length ?? 0) + daypart.length : index;
}

/** "3 to 4 November", "11-13 June", "March 2010 - November 2012", "2010-12". */
function readPlainRange(reading: Reading, index: number, isNight: boolean): Read<Written> | undefined {
  const first = readEnd(reading, index);
  if (!first || !isRangeEnd(first.value)) return undefined;
  const joint = jointAt(reading, first.next);
  const last = joint && readEnd(reading, first.next + joint.length);
  if (!last || !isRangeEnd(last.value) || !isRange(first.value, last.value)) return undefined;
  if (first.value.kind === "year" && last.value.kind !== "year") return undefined;
  if (lacksMonth(first.value) && last.value.kind !== "day") return undefined;
  if ((first.value.kind === "weekday") !== (last.value.kind === "weekday")) return undefined;
  return rangeOf(first, last, isNight);
}

const isRangeEnd = (point: Point): boolean => ["day", "month", "year", "numeric", "weekday"].includes(point.kind);

function readClockFirst(reading: Reading, index: number): Read<Written> | undefined {
  const clock = readClock(reading, index, true);
  if (!clock) return undefined;
  const from = skipDaypart(reading, clock.next);
  const lead = reading.is(from, "on", ",", "of") ? from + 1 : from;
  const point = readPoint(reading, lead, true);
  if (!point || !canHaveClock(point.value)) return readClockAlone(reading, index);
  const next = skipDaypart(reading, point.next);
  return { value: timed(point.value, inHalf(reading, { from: clock.next, next }, clock.value)), next };
}

/** "At 4 a.m." without a day. */
function readClockAlone(reading: Reading, index: number): Read<Written> | undefined {
  const clock = reading.is(index, "at", "by", "around", "about", "before", "after")
    ? readClock(reading, index)
    : undefined;
  return clock && { value: timed({ kind: "spoken-day" }, clock.value), next: clock.next };
}

/** "At 7.15 on Tuesday evening" is 19.15. */
function inHalf(reading: Reading, { from, next }: { from: number; next: number }, clock: Clock): Clock {
  for (let index = from; index < next; index += 1) {
    const daypart = reading.sense(index, "daypart")?.value;
    const isLate = daypart === "afternoon" || daypart === "evening" || (daypart === "night" && clock.hour >= nightHour);
    if (isLate && clock.hour < 12) return { ...clock, hour: clock.hour + 12 };
  }
  return clock;
}

// "At 9 on Tuesday night" is 21 hours, "at 2" still the morning's.
const nightHour = 6;

const timed = (point: Point, clock: Clock): Written => ({
  form: "at",
  point,
  clock,
  approx: clock.approx,
  isNight: false,
});

function readClockBehind(reading: Reading, index: number): Read<Clock> | undefined {
  const from = reading.is(index, ",") ? index + 1 : index;
  return reading.is(from, "at", "about", "around") || reading.is(from + 1, ":")
    ? readClock(reading, from, true)
    : undefined;
}

const canHaveClock = (point: Point): boolean => ["day", "numeric", "weekday", "day-shift", "same"].includes(point.kind);
