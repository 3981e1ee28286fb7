import type { Reading } from "../words/reading.ts";
import { sentenceAt, sentencesOf, type Span } from "../words/sentences.ts";
import { dayOf, isDay, isoOf, partsOf, type Day } from "./civil-day.ts";
import { looksAhead } from "./looks-ahead.ts";
import type { WrittenOn } from "./find-written.ts";
import type { Point, ReadExpression } from "./point.ts";
import { readExpressions, readTimes } from "./read-expression.ts";

/** A time that the text tells, with whether it is told as one to come. */
interface Told {
  readonly point: Point;
  readonly isFuture: boolean;
  /** "Since Christmas": of the year before, if it had to be. */
  readonly isSince: boolean;
  readonly sentence: Span;
  readonly text: string;
}

type DayPoint = Extract<Point, { kind: "day" }>;

// Further than this behind the last thing told, nothing in a text says that it was not written.
const reachDays = 7;
// A weekday falls on a date again after 5, 6 or 11 years.
const yearsAhead = 6;

/** The days on which a text without a printed date, or with one without its year, may have been written, with the reason in words. */
export function inferWritten(text: string, dateline?: Dateline): WrittenOn | undefined {
  const told = tellings(text);
  const year = inferYear(text, told);
  if (!year) return undefined;
  if (dateline && isDay(year.value, dateline.month, dateline.day)) {
    const day = dayOf(year.value, dateline.month, dateline.day);
    return asWritten([day], [year.reason, `the dateline is of "${dateline.text}"`], "The dateline prints no year");
  }
  const days = told.flatMap((each) => {
    const day = dayIn(each.point, year.value);
    return day === undefined ? [] : [{ ...each, day }];
  });
  const past = days.filter(
    (each) => !each.isFuture && !(each.isSince && each.point.kind === "day" && !each.point.year),
  );
  const last = past.reduce(
    (best, each) => (each.day > best.day ? each : best),
    past[0] ?? { day: Number.NaN, text: "" },
  );
  if (Number.isNaN(last.day)) return undefined;
  const coming = days
    .filter((each) => each.isFuture && each.day > last.day)
    .toSorted((left, right) => left.day - right.day)[0];
  const end = Math.min(last.day + reachDays, coming ? coming.day - 1 : Number.POSITIVE_INFINITY);
  const fitting = fittingDays({ first: last.day, last: end }, weekdaysBehind(told, last));
  if (!coming && fitting.weekdays.length === 0) return undefined;
  const reasons = [year.reason, `"${last.text}" is past`];
  if (coming) reasons.push(`"${coming.text}" is to come`);
  if (fitting.weekdays.length > 0)
    reasons.push(`the weekdays told (${fitting.weekdays.join(", ")}) fall between that day and the writing`);
  return asWritten(fitting.days, reasons);
}

/** The day that a dateline prints without a year. */
interface Dateline {
  readonly month: number;
  readonly day: number;
  readonly text: string;
}

function asWritten(
  days: readonly Day[],
  reasons: readonly string[],
  lead = "No date is printed",
): WrittenOn | undefined {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const reason = `${lead}: ${reasons.join("; ")}.`;
  return {
    start: isoOf(first),
    end: isoOf(last),
    precision: first === last ? "day" : "day-range",
    basis: { kind: "inferred", reason },
  };
}

function tellings(text: string): Told[] {
  const reading = readTimes(text);
  const sentences = sentencesOf(text);
  return readExpressions(reading).flatMap((expression) => toldPoints(reading, expression, sentences));
}

function toldPoints(reading: Reading, expression: ReadExpression, sentences: readonly Span[]): Told[] {
  const { written, start, next } = expression;
  const from = reading.tokens[start]?.from ?? 0;
  const sentence = sentenceAt(sentences, from);
  const isFuture = looksAhead(reading, expression, sentence);
  const told = {
    isFuture,
    isSince: written.form === "since",
    sentence,
    text: reading.text.slice(from, reading.tokens[next - 1]?.to),
  };
  if (written.form === "range") return [written.first, written.last].map((point) => ({ ...told, point }));
  // Until when something lasts is to come or past: it bounds nothing.
  return written.form === "until" || written.form === "by" || written.form === "before"
    ? []
    : [{ ...told, point: written.point }];
}

/** The year: the one after a dated event that the text puts in "last year", else the first in which its weekdays fit its dates. */
function inferYear(text: string, told: readonly Told[]): { value: number; reason: string } | undefined {
  const tied = tiedYear(text, told);
  const named = told.flatMap(({ point }) => namedYear(point) ?? []);
  const latest = named.length > 0 ? Math.max(...named) : undefined;
  const dated = told.filter(
    (each): each is Told & { point: DayPoint } =>
      each.point.kind === "day" && each.point.weekday !== undefined && each.point.year === undefined,
  );
  const first = tied?.value ?? latest;
  if (first === undefined) return undefined;
  const candidates = tied ? [tied.value] : Array.from({ length: yearsAhead + 1 }, (_, step) => first + step);
  const value = candidates.find((year) => dated.every(({ point }) => isOn(point, year)));
  if (value === undefined || (!tied && dated.length === 0 && value !== latest)) return undefined;
  const weekday = dated[0] ? `"${dated[0].text}" falls in ${value}` : `${value} is the latest year that it names`;
  return { value, reason: tied ? `${tied.reason}${dated[0] ? `, and ${weekday}` : ""}` : weekday };
}

const isOn = (point: DayPoint, year: number): boolean =>
  point.month !== undefined &&
  isDay(year, point.month, point.day) &&
  partsOf(dayOf(year, point.month, point.day)).weekday === point.weekday;

const namedYear = (point: Point): number | undefined =>
  "year" in point && point.year?.kind === "number"
    ? point.year.year
    : point.kind === "numeric"
      ? point.readings[0]?.year
      : undefined;

const monthOf = (point: Point): number | undefined =>
  point.kind === "day" || point.kind === "month" ? point.month : undefined;

/** "July of last year" and "18 July 2013" in sentences that share a long word: the text is of the year after. */
function tiedYear(text: string, told: readonly Told[]): { value: number; reason: string } | undefined {
  for (const shifted of told) {
    const { point } = shifted;
    if ((point.kind !== "month" && point.kind !== "day") || point.year?.kind !== "shift") continue;
    const dated = told.find(
      (each) =>
        monthOf(each.point) === point.month &&
        namedYear(each.point) !== undefined &&
        shareWord(text, each.sentence, shifted.sentence),
    );
    const year = dated && namedYear(dated.point);
    if (year !== undefined) return { value: year - point.year.shift, reason: `"${dated?.text}" is "${shifted.text}"` };
  }
  return undefined;
}

// Words of this length are about something; the shorter ones join.
const longWord = /\p{L}{5,}/gu;

function shareWord(text: string, left: Span, right: Span): boolean {
  const words = new Set(text.slice(left.from, left.to).toLowerCase().match(longWord));
  return (text.slice(right.from, right.to).toLowerCase().match(longWord) ?? []).some((word) => words.has(word));
}

function dayIn(point: Point, year: number): Day | undefined {
  if (point.kind === "numeric")
    return point.readings.length === 1 && point.readings[0]
      ? dayOf(point.readings[0].year, point.readings[0].month, point.readings[0].day)
      : undefined;
  if (point.kind !== "day" || point.month === undefined) return undefined;
  const named = point.year?.kind === "shift" ? year + point.year.shift : (namedYear(point) ?? year);
  return isDay(named, point.month, point.day) ? dayOf(named, point.month, point.day) : undefined;
}

/** The weekdays without a date that the text tells behind its last dated day. */
function weekdaysBehind(told: readonly Told[], last: { readonly text: string }): Extract<Point, { kind: "weekday" }>[] {
  const place = told.findIndex((each) => each.text === last.text);
  return told
    .slice(place + 1)
    .flatMap(({ point, isFuture }) =>
      point.kind === "weekday" && !isFuture && point.shift !== 1 && point.week === undefined ? [point] : [],
    );
}

/** The days of writing on which the most of the weekdays told, each the nearest before, fall on or behind the last dated day. */
function fittingDays(
  bounds: { first: Day; last: Day },
  weekdays: readonly { readonly weekday: number }[],
): { days: Day[]; weekdays: string[] } {
  const days = Array.from({ length: bounds.last - bounds.first + 1 }, (_, step) => bounds.first + step);
  const scores = days.map(
    (day) => weekdays.filter(({ weekday }) => nearestBefore(weekday, day) >= bounds.first).length,
  );
  const best = Math.max(...scores);
  const named = [...new Set(weekdays.map(({ weekday }) => weekdayNames[weekday] ?? ""))];
  return { days: days.filter((_, index) => scores[index] === best), weekdays: best > 0 ? named : [] };
}

const weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const nearestBefore = (weekday: number, day: Day): Day => day - ((partsOf(day).weekday - weekday + 7) % 7 || 7);
