import { daysInMonth, partsOf } from "./civil-day.ts";
import type { Interval } from "./interval.ts";
import type { Point, Written } from "./point.ts";
import type { Frame } from "./frame.ts";
import { resolvePoint } from "./resolve-point.ts";

/** The interval of a whole expression; undefined where it counts from a time that was not told, or no day fits. */
export function resolveWritten(written: Written, frame: Frame): Interval | undefined {
  if (written.form === "range") return resolveRange(written, frame);
  if (written.form === "at") return resolveAt(written, frame);
  const interval = resolvePoint(written.point, frame);
  if (!interval) return undefined;
  switch (written.form) {
    case "since":
      return {
        ...interval,
        end: Math.max(frame.reference, interval.start ?? frame.reference),
        precision: "since",
        isNight: false,
      };
    case "until":
    case "by":
      return { ...interval, start: null, precision: "open-start", isNight: false };
    case "before":
      return { ...interval, start: null, end: (interval.start ?? 1) - 1, precision: "open-start", isNight: false };
    case "after":
      return { ...interval, start: (interval.end ?? -1) + 1, end: null, precision: "open-end", isNight: false };
  }
}

function resolveAt(written: Extract<Written, { form: "at" }>, frame: Frame): Interval | undefined {
  const interval = resolvePoint(endOfMonth(written.point, frame), frame);
  if (!interval) return undefined;
  const approx = interval.approx || written.approx;
  if (written.clock && interval.precision === "day") return { ...interval, approx, precision: "hour" };
  if (!written.isNight || interval.precision !== "day" || interval.end === null) return { ...interval, approx };
  return { ...interval, approx, isNight: true };
}

/** "At the end of December" is in its last third; since when and until when something lasts is a day. */
function endOfMonth(point: Point, frame: Frame): Point {
  if (point.kind !== "edge" || resolvePoint(point.of, frame)?.precision !== "month") return point;
  if (point.edge === "first-day" || point.edge === "last-day") return point;
  return { kind: "part", part: point.edge === "start" ? "early" : "late", of: point.of };
}

function resolveRange(written: Extract<Written, { form: "range" }>, frame: Frame): Interval | undefined {
  const [left, right] = shareParts(written.first, written.last);
  const last = resolvePoint(right, frame);
  const first = last && resolvePoint(left, { ...frame, reference: frame.reference });
  if (!first || !last || first.start === null || last.end === null) return undefined;
  const start = first.start > last.end ? yearBack(left, first.start) : first.start;
  if (start > last.end) return undefined;
  return {
    start,
    end: last.end,
    precision: rangePrecision(first, last),
    approx: first.approx || last.approx,
    isNight: written.isNight,
  };
}

/** "3 to 4 November", "4 March to 22 May 2013", "June 11 to 13": each end takes from the other what it lacks. */
function shareParts(first: Point, last: Point): [Point, Point] {
  if (first.kind === "day" && last.kind === "day") {
    const month = first.month ?? last.month;
    const year = first.year ?? last.year;
    const shared = { ...(month !== undefined && { month }) };
    const left: Point = {
      ...shared,
      ...first,
      ...(first.year === undefined && year && { year: earlierYear(first, last) ?? year }),
    };
    const right: Point = {
      ...shared,
      ...last,
      ...(last.year === undefined && year && { year: laterYear(first, last) ?? year }),
    };
    return [left, right];
  }
  if (first.kind === "month" && last.kind === "month" && first.shift === undefined && last.shift === undefined) {
    const year = first.year ?? last.year;
    const left: Point = {
      ...first,
      ...(first.year === undefined && year && { year: earlierYear(first, last) ?? year }),
    };
    const right: Point = { ...last, ...(last.year === undefined && year && { year: laterYear(first, last) ?? year }) };
    return [left, right];
  }
  return [first, last];
}

type Monthly = Extract<Point, { kind: "day" | "month" }>;

const runsOver = (first: Monthly, last: Monthly): boolean => (first.month ?? 0) > (last.month ?? 13);

function earlierYear(first: Monthly, last: Monthly): Monthly["year"] {
  return runsOver(first, last) && last.year?.kind === "number"
    ? { kind: "number", year: last.year.year - 1 }
    : undefined;
}

function laterYear(first: Monthly, last: Monthly): Monthly["year"] {
  return runsOver(first, last) && first.year?.kind === "number"
    ? { kind: "number", year: first.year.year + 1 }
    : undefined;
}

/** The start one round before, where the range runs over a week's or a year's end. */
function yearBack(point: Point, start: number): number {
  if (point.kind === "weekday") return start - 7;
  if (point.kind !== "day" && point.kind !== "month") return start;
  if (point.year !== undefined) return start;
  const { year, month, day } = partsOf(start);
  return Date.UTC(year - 1, month - 1, Math.min(day, daysInMonth(year - 1, month))) / 86_400_000;
}

/** Months and years make a range of months, from the first day of the one to the last of the other. */
function rangePrecision(first: Interval, last: Interval): Interval["precision"] {
  const isCoarse = ({ precision }: Interval): boolean => precision.startsWith("month") || precision.startsWith("year");
  return isCoarse(first) && isCoarse(last) ? "month-range" : "day-range";
}
