import { unreachable } from "../../base/index.ts";
import { partsOf, type Day } from "./civil-day.ts";
import { addMonths, dayInterval, monthInterval, yearInterval, type Interval } from "./interval.ts";
import type { Amount, Point, Unit } from "./point.ts";
import type { Frame, Resolve } from "./frame.ts";

type OffsetPoint = Extract<
  Point,
  { kind: "spoken-day" | "ago" | "span" | "offset" | "same" | "neighbour" | "then" | "daypart" }
>;

/** A time that counts from the day of speaking by an amount, or from an expression before. */
export function resolveOffset(point: OffsetPoint, frame: Frame, resolve: Resolve): Interval | undefined {
  switch (point.kind) {
    case "spoken-day":
      return dayInterval(frame.toldDay ?? frame.reference);
    case "ago":
      return agoInterval(point.amount, point.unit, frame.reference);
    case "span":
      return point.bare
        ? (toldSpan(point, frame) ?? spanInterval(point, frame.reference))
        : spanInterval(point, frame.reference);
    case "offset":
      return offsetInterval(point, baseOf(point, frame, resolve));
    case "same":
      return sameTime(point, frame, resolve);
    case "neighbour":
      return besideInterval(point, frame);
    case "then":
      return relativeTo(frame, frame.earlier.length - 1);
    case "daypart":
      return daypartInterval(frame);
    default:
      return unreachable(point);
  }
}

const daysOfUnit: Readonly<Record<Unit, number>> = {
  hour: 0,
  day: 1,
  weekend: 7,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  half: 182,
  year: 365,
  decade: 3652,
};
const monthsOfUnit: Partial<Readonly<Record<Unit, number>>> = { month: 1, quarter: 3, half: 6, year: 12, decade: 120 };

function shiftDay(day: Day, count: number, unit: Unit): Day {
  const months = monthsOfUnit[unit];
  return months === undefined ? day + count * daysOfUnit[unit] : addMonths(day, count * months);
}

// "A few days" names no upper end; up to this many is what the words allow.
const fewMax = 9;

/** "Two days ago" is that day; "three months ago" that month, about; "a few weeks ago" a range. */
function agoInterval(amount: Amount, unit: Unit, reference: Day): Interval {
  const last = shiftDay(reference, -amount.low, unit);
  if (amount.high !== amount.low) {
    return {
      start: shiftDay(reference, -(amount.high ?? fewMax), unit),
      end: last,
      precision: "day-range",
      approx: true,
    };
  }
  const { year, month } = partsOf(last);
  if (unit === "year" || unit === "decade") return { ...yearInterval(year), approx: true };
  if (monthsOfUnit[unit] !== undefined) return { ...monthInterval(year, month), approx: true };
  return dayInterval(last, unit !== "day" && unit !== "hour");
}

function spanInterval({ amount, unit }: { amount: Amount; unit: Unit }, reference: Day): Interval {
  return {
    start: shiftDay(reference, -(amount.high ?? fewMax), unit),
    end: reference,
    precision: "day-range",
    approx: true,
  };
}

/** "In four days" behind two days of which the first and the last are four days, both counted: it is these. */
function toldSpan({ amount, unit }: { amount: Amount; unit: Unit }, { earlier }: Frame): Interval | undefined {
  if (unit !== "day" || amount.high !== amount.low) return undefined;
  const days = earlier.filter((each) => each.precision === "day" || each.precision === "hour");
  for (let index = days.length - 1; index > 0; index -= 1) {
    const [start, end] = [days[index - 1]?.start, days[index]?.end];
    if (start === undefined || start === null || end === undefined || end === null) continue;
    if (end - start + 1 === amount.low) return { start, end, precision: "day-range", approx: false };
  }
  return undefined;
}

/** "Two days later", "two days before the dinner", "a few days after the search". */
function offsetInterval(point: Extract<Point, { kind: "offset" }>, base: Interval | undefined): Interval | undefined {
  if (!base || base.start === null || base.end === null) return undefined;
  const from = point.sign === 1 ? base.end : base.start;
  const near = shiftDay(from, point.sign * point.amount.low, point.unit);
  if (point.amount.high !== point.amount.low) {
    const far = shiftDay(from, point.sign * (point.amount.high ?? fewMax), point.unit);
    return { ...base, start: Math.min(near, far), end: Math.max(near, far), precision: "day-range", approx: true };
  }
  const { year, month } = partsOf(near);
  if (point.unit === "year" && base.precision !== "day") return { ...base, ...yearInterval(year) };
  const isWhole = base.precision.startsWith("month") || base.precision.startsWith("year");
  if (point.unit === "month" && isWhole) return { ...base, ...monthInterval(year, month) };
  const start = point.sign === 1 ? near : shiftDay(base.start, -point.amount.low, point.unit);
  if (base.precision === "day" || base.precision === "hour" || base.isNight === true) {
    return {
      ...base,
      start,
      end: start,
      precision: "day",
      isNight: false,
      approx: base.approx || point.unit !== "day",
    };
  }
  const shift = (day: Day): Day => shiftDay(day, point.sign * point.amount.low, point.unit);
  return { ...base, start: shift(base.start), end: shift(base.end), precision: "day-range", approx: true };
}

function baseOf(point: Extract<Point, { kind: "offset" }>, frame: Frame, resolve: Resolve): Interval | undefined {
  if (point.of) return resolve(point.of, frame);
  const index = point.event ? frame.tiedTo(point.event) : lastDated(frame);
  return index === undefined ? undefined : relativeTo(frame, index);
}

/** The last time told that has both ends of its own: "later" counts from when something was, not since when. */
function lastDated({ earlier }: Frame): number | undefined {
  const index = earlier.findLastIndex((each) => each.precision !== "since" && !each.precision.startsWith("open"));
  return index >= 0 ? index : undefined;
}

/** "The same four days", "the same months of last year": what was told, in the year or month that is named. */
function sameTime(
  { unit, of, days }: Extract<Point, { kind: "same" }>,
  frame: Frame,
  resolve: Resolve,
): Interval | undefined {
  if (days !== undefined) {
    const index = frame.earlier.findLastIndex(
      ({ start, end }) => start !== null && end !== null && end - start + 1 === days,
    );
    return relativeTo(frame, index);
  }
  const holder = of && resolve(of, frame);
  if (!holder) return sameInterval(unit, frame);
  const told = holder.precision === "year" ? sameInterval(unit, frame) : undefined;
  if (!told || told.start === null || told.end === null || holder.start === null) return holder;
  const months = 12 * (partsOf(holder.start).year - partsOf(told.end).year);
  return { ...told, start: addMonths(told.start, months), end: addMonths(told.end, months) };
}

/** The whole week, month or year beside the time told last. */
function besideInterval({ unit, sign }: Extract<Point, { kind: "neighbour" }>, frame: Frame): Interval | undefined {
  const index = lastDated(frame);
  const base = index === undefined ? undefined : frame.earlier[index];
  const edge = sign === 1 ? base?.end : base?.start;
  if (index === undefined || edge === undefined || edge === null) return undefined;
  const { year, weekday } = partsOf(edge);
  if (unit === "year") return { ...yearInterval(year + sign), isRelativeTo: index };
  if (unit === "month") {
    const next = partsOf(addMonths(edge, sign));
    return { ...monthInterval(next.year, next.month), isRelativeTo: index };
  }
  const start = edge - ((weekday + 6) % 7) + 7 * sign;
  return { start, end: start + 6, precision: "day-range", approx: false, isRelativeTo: index };
}

/** "The same day" is the last day told; "the same months" the last range of months, "that month" the month of the last time. */
function sameInterval(unit: Unit, frame: Frame): Interval | undefined {
  const fits: Readonly<Partial<Record<Unit, readonly string[]>>> = {
    day: ["day", "hour"],
    month: ["month", "month-range", "month-part"],
    year: ["year", "year-range"],
    week: ["day-range"],
  };
  const index = frame.earlier.findLastIndex((each) => fits[unit]?.includes(each.precision) === true);
  if (index >= 0) return relativeTo(frame, index);
  const last = frame.earlier.length - 1;
  const start = frame.earlier[last]?.start;
  if (start === undefined || start === null) return undefined;
  const { year, month } = partsOf(start);
  if (unit === "month") return { ...monthInterval(year, month), isRelativeTo: last };
  if (unit === "year") return { ...yearInterval(year), isRelativeTo: last };
  if (unit === "week") {
    const monday = start - ((partsOf(start).weekday + 6) % 7);
    return { start: monday, end: monday + 6, precision: "day-range", approx: false, isRelativeTo: last };
  }
  return unit === "day" ? undefined : relativeTo(frame, last);
}

/** "In the morning": of the last day told, and after a night of its second day. */
function daypartInterval(frame: Frame): Interval | undefined {
  const index = frame.earlier.length - 1;
  const last = frame.earlier[index];
  if (!last || last.end === null) return undefined;
  if (last.isNight !== true && last.precision !== "day" && last.precision !== "hour") return undefined;
  return { ...dayInterval(last.end), isRelativeTo: index };
}

function relativeTo(frame: Frame, index: number): Interval | undefined {
  const base = frame.earlier[index];
  return base && { ...base, isRelativeTo: index };
}
