import type { Read, Reading } from "../words/reading.ts";
import type { Edge, Part, Point, Unit } from "./point.ts";
import { readCalendar } from "./read-calendar.ts";
import { readRelative } from "./read-relative.ts";
import { readYear } from "./read-year.ts";

/** A time that begins at a token, with what narrows it: "early this month", "the end of 2016", "Sunday morning". */
export function readPoint(reading: Reading, index: number, prompted: boolean): Read<Point> | undefined {
  const from = reading.is(index, "the") ? index + 1 : index;
  return (
    readPart(reading, from) ??
    readWeekOf(reading, from) ??
    readEdge(reading, from) ??
    readWhole(reading, from) ??
    readDaypart(reading, from) ??
    withPartBehind(
      reading,
      longest(
        readRelative(reading, index),
        readRelative(reading, from),
        readCalendar(reading, from, prompted && from === index),
      ) ?? readYear(reading, from),
    )
  );
}

/** "이달 초", "3月底": in Korean and Chinese the part stands behind. */
function withPartBehind(reading: Reading, of: Read<Point> | undefined): Read<Point> | undefined {
  if (!of || !isDivisible(of.value) || reading.tokens[of.next]?.kind !== "character") return of;
  const part = reading.sense(of.next, "part");
  if (part) return { value: { kind: "part", part: part.value as Part, of: of.value }, next: of.next + part.length };
  const edge = reading.sense(of.next, "edge");
  return edge ? { value: { kind: "edge", edge: edge.value as Edge, of: of.value }, next: of.next + edge.length } : of;
}

function longest(...reads: readonly (Read<Point> | undefined)[]): Read<Point> | undefined {
  let best: Read<Point> | undefined;
  for (const read of reads) if (read && (!best || read.next > best.next)) best = read;
  return best;
}

/** "Early this month", "mid-October", "late in 2012", "이달 초" is not read here: the part stands behind. */
function readPart(reading: Reading, index: number): Read<Point> | undefined {
  const part = reading.sense(index, "part");
  if (!part) return undefined;
  let next = index + part.length;
  while (reading.is(next, "-", "in", "on", "of", "the")) next += 1;
  const of =
    readPoint(reading, next, true) ?? (reading.is(next - 1, "the") ? readThisUnit(reading, next - 1) : undefined);
  if (!of || !isDivisible(of.value)) return undefined;
  // "The first days of the year" are those of January.
  const isDays = reading.is(index + part.length - 2, "days") && of.value.kind === "unit" && of.value.unit === "year";
  if (isDays)
    return { value: { kind: "part", part: part.value as Part, of: { kind: "month", month: 1 } }, next: of.next };
  return { value: { kind: "part", part: part.value as Part, of: of.value }, next: of.next };
}

const daysOf: Readonly<Record<string, number>> = { week: 7, fortnight: 14, half: 15, weekend: 2 };

/** "The first week of March", "the first Monday of May", "the second half of last month", "the last week of May". */
function readWeekOf(reading: Reading, index: number): Read<Point> | undefined {
  const ordinal =
    reading.sense(index, "ordinal") ?? (reading.is(index, "last", "final") ? { length: 1, value: "0" } : undefined);
  const weekday = ordinal && reading.sense(index + ordinal.length, "weekday");
  const unit = weekday ?? (ordinal && reading.sense(index + ordinal.length, "unit"));
  const days = weekday ? 7 : daysOf[unit?.value ?? ""];
  const next = index + (ordinal?.length ?? 0) + (unit?.length ?? 0);
  if (!ordinal || !unit || days === undefined || days === 2 || !reading.is(next, "of", "in")) return undefined;
  const of = readPoint(reading, next + 1, true) ?? readThisUnit(reading, next + 1);
  const isMonth = of && (of.value.kind === "month" || (of.value.kind === "unit" && of.value.unit === "month"));
  return isMonth
    ? {
        value: {
          kind: "week-of",
          week: Number(ordinal.value),
          days,
          of: of.value,
          ...(weekday && { weekday: Number(weekday.value) }),
        },
        next: of.next,
      }
    : undefined;
}

const isDivisible = (point: Point): boolean =>
  ["month", "year", "decade", "months", "neighbour"].includes(point.kind) ||
  (point.kind === "unit" && ["week", "month", "year"].includes(point.unit));

function readEdge(reading: Reading, index: number): Read<Point> | undefined {
  const edge = reading.sense(index, "edge");
  if (!edge) return undefined;
  const from = index + edge.length;
  const start = reading.is(from, "of") ? from + 1 : from;
  const of = readPoint(reading, start, true) ?? readThisUnit(reading, start);
  if (!of || !isDivisible(of.value) || (!reading.is(from, "of") && reading.isCapital(index))) return undefined;
  return { value: { kind: "edge", edge: edge.value as Edge, of: of.value }, next: of.next };
}

/** "The end of the month": of this one. */
function readThisUnit(reading: Reading, index: number): Read<Point> | undefined {
  const unit = reading.is(index, "the") ? reading.sense(index + 1, "unit") : undefined;
  if (!unit || !["week", "month", "quarter", "year"].includes(unit.value)) return undefined;
  return { value: { kind: "unit", unit: unit.value as Unit, shift: 0 }, next: index + 1 + unit.length };
}

/** "The whole of October", "the course of last year". */
function readWhole(reading: Reading, index: number): Read<Point> | undefined {
  const whole = reading.sense(index, "whole");
  if (!whole || !reading.is(index + whole.length, "of")) return undefined;
  const of = readPoint(reading, index + whole.length + 1, true);
  return of && isDivisible(of.value) ? of : undefined;
}

/** "The morning of 5 May", "in the night of 3 November"; "in the morning" alone points back to a day told before. */
function readDaypart(reading: Reading, index: number): Read<Point> | undefined {
  const daypart = reading.sense(index, "daypart");
  if (!daypart) return undefined;
  const next = index + daypart.length;
  const isJoined = reading.is(next, "of", "on");
  const of = isJoined ? readPoint(reading, next + 1, true) : undefined;
  const isDay = of && ["day", "numeric", "weekday", "day-shift", "same"].includes(of.value.kind);
  if (isDay)
    return {
      value: daypart.value === "night" && reading.is(next, "of") ? { kind: "night-of", of: of.value } : of.value,
      next: of.next,
    };
  const isAlone = reading.is(index - 1, "the") && reading.is(index - 2, "in", "during") && !reading.is(next, "of");
  return isAlone ? { value: { kind: "daypart", daypart: daypart.value }, next } : undefined;
}
