import { unreachable } from "../../base/index.ts";
import { dayOf, daysInMonth, isDay, partsOf, type Day } from "./civil-day.ts";
import { addMonths, dayInterval, monthInterval, monthsInterval, yearInterval, type Interval } from "./interval.ts";
import type { Point, YearWord } from "./point.ts";
import { narrow, weekOf } from "./narrow.ts";
import { resolveOffset } from "./resolve-offset.ts";
import type { Frame } from "./frame.ts";

/** The interval that a time names; undefined where it counts from another time and none was told. */
export function resolvePoint(point: Point, frame: Frame): Interval | undefined {
  switch (point.kind) {
    case "day":
      return resolveDay(point, frame);
    case "numeric":
      return resolveNumeric(point.readings, frame);
    case "month":
      return resolveMonth(point, frame);
    case "year":
      return yearInterval(yearOf(point.year, frame) ?? 0);
    case "decade":
      return { ...yearInterval(point.first), end: dayOf(point.first + 9, 12, 31), precision: "year-range" };
    case "months":
      return resolveMonths(point, frame);
    case "weekday":
      return point.fromTold === undefined ? dayInterval(weekdayOf(point, frame)) : weekdayFromTold(point, frame);
    case "day-shift":
      return dayInterval(frame.reference + point.days);
    case "overnight":
      return { start: frame.reference - 1, end: frame.reference, precision: "day-range", approx: false, isNight: true };
    case "unit":
      return resolveUnit(point, frame);
    case "spoken-day":
    case "ago":
    case "span":
    case "offset":
    case "same":
    case "neighbour":
    case "then":
    case "daypart":
      return resolveOffset(point, frame, resolvePoint);
    case "part":
    case "edge": {
      const of = resolvePoint(point.of, frame);
      return of && narrow(point, of, frame.reference);
    }
    case "week-of": {
      const month = resolvePoint(point.of, frame);
      const week = month && weekOf(point, month);
      return week && point.weekday !== undefined ? weekdayWithin(week, point.weekday) : week;
    }
    case "night-of": {
      const day = resolvePoint(point.of, frame);
      if (!day || day.end === null) return day;
      return { ...day, end: day.end + 1, precision: "day-range", isNight: true };
    }
    default:
      return unreachable(point);
  }
}

/** "The last Saturday of April": the day of those seven that has that name. */
function weekdayWithin({ start }: Interval, weekday: number): Interval | undefined {
  if (start === null) return undefined;
  return dayInterval(start + ((weekday - partsOf(start).weekday + 7) % 7));
}

function yearOf(word: YearWord | undefined, frame: Frame): number | undefined {
  if (!word) return undefined;
  if (word.kind === "number") return word.year;
  if (word.kind === "shift") return partsOf(frame.reference).year + word.shift;
  const told = frame.earlier.findLast((each) => each.start !== null)?.start;
  return partsOf(told ?? frame.reference).year;
}

function resolveDay(point: Extract<Point, { kind: "day" }>, frame: Frame): Interval | undefined {
  const year = yearOf(point.year, frame);
  const month = point.month;
  if (point.monthShift !== undefined) return dayOfShiftedMonth(point.day, point.monthShift, frame.reference);
  if (month === undefined) return resolveDayOfMonth(point.day, frame);
  if (year !== undefined) {
    if (!isDay(year, month, point.day)) return undefined;
    const day = dayOf(year, month, point.day);
    const doubt = weekdayDoubt(day, point.weekday);
    return { ...dayInterval(day), ...(doubt !== undefined && { doubt }) };
  }
  const days = yearsAround(frame)
    .filter((each) => isDay(each, month, point.day))
    .map((each) => dayOf(each, month, point.day));
  const fitting = days.filter((day) => point.weekday === undefined || partsOf(day).weekday === point.weekday);
  const day = nearest(fitting.length > 0 ? fitting : days, frame);
  if (day === undefined) return undefined;
  const doubt = weekdayDoubt(day, point.weekday);
  return { ...dayInterval(day), ...(doubt !== undefined && { doubt }) };
}

const weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function weekdayDoubt(day: Day, weekday: number | undefined): string | undefined {
  const real = partsOf(day).weekday;
  if (weekday === undefined || weekday === real) return undefined;
  return `that day is a ${weekdayNames[real]}, not a ${weekdayNames[weekday]}`;
}

const yearsAround = ({ reference, after }: Frame): number[] => {
  const { year } = partsOf(reference);
  const first = Math.min(year - 6, after === undefined ? year : partsOf(after).year);
  return Array.from({ length: year + 3 - first }, (_, step) => first + step);
};

function nearest(days: readonly Day[], { reference, isFuture, after, nearness }: Frame): Day | undefined {
  if (after !== undefined && !isFuture) return days.find((day) => day >= after);
  const past = days.findLast((day) => day <= reference);
  const coming = days.find((day) => day > reference);
  if (past === undefined || coming === undefined) return past ?? coming;
  if (isFuture) return coming;
  return (coming - reference) * nearness < reference - past ? coming : past;
}

function dayOfShiftedMonth(day: number, shift: number, reference: Day): Interval | undefined {
  const { year, month } = partsOf(reference);
  const first = partsOf(dayOf(year, month + shift, 1));
  return day <= daysInMonth(first.year, first.month) ? dayInterval(dayOf(first.year, first.month, day)) : undefined;
}

/** "The 5th": of the month of writing, or of the one before where it has not come yet. */
function resolveDayOfMonth(day: number, { reference, isFuture }: Frame): Interval | undefined {
  const { year, month, day: today } = partsOf(reference);
  const shift = isFuture ? (day < today ? 1 : 0) : day > today ? -1 : 0;
  const first = partsOf(dayOf(year, month + shift, 1));
  return day <= daysInMonth(first.year, first.month) ? dayInterval(dayOf(first.year, first.month, day)) : undefined;
}

function resolveNumeric(
  readings: readonly { year: number; month: number; day: number }[],
  { dayFirst }: Frame,
): Interval | undefined {
  const [first, second] = readings.map((each) => dayOf(each.year, each.month, each.day));
  if (first === undefined) return undefined;
  if (second === undefined || dayFirst === true) return dayInterval(first);
  if (dayFirst === false) return dayInterval(second);
  return {
    start: Math.min(first, second),
    end: Math.max(first, second),
    precision: "day-range",
    approx: true,
    doubt: "day and month may stand either way: it is the first or the last day of the range",
  };
}

function resolveMonth(point: Extract<Point, { kind: "month" }>, frame: Frame): Interval {
  const reference = partsOf(frame.reference);
  const year = yearOf(point.year, frame);
  if (year !== undefined) return monthInterval(year, point.month);
  if (point.shift !== undefined) {
    const shiftedYear =
      point.shift === 0
        ? reference.year
        : point.shift < 0
          ? reference.year - (point.month < reference.month ? 0 : 1)
          : reference.year + (point.month > reference.month ? 0 : 1);
    return monthInterval(shiftedYear, point.month);
  }
  const firsts = yearsAround(frame).map((each) => dayOf(each, point.month, 1));
  const from = frame.after;
  const first =
    nearest(firsts, from === undefined ? frame : { ...frame, after: from - partsOf(from).day + 1 }) ?? frame.reference;
  return monthInterval(partsOf(first).year, point.month);
}

/** What is told of the present week or quarter goes no further than the day of writing; where the sentence looks ahead, it begins there. */
function toNow(whole: Interval, { reference, isFuture }: Frame): Interval {
  if (whole.start === null || whole.end === null || whole.start > reference || whole.end <= reference) return whole;
  return isFuture ? { ...whole, start: reference } : { ...whole, end: reference };
}

function resolveMonths(point: Extract<Point, { kind: "months" }>, frame: Frame): Interval {
  const year = yearOf(point.year, frame);
  const at = (each: number): Interval => ({ ...monthsInterval(each, point.first, point.count), approx: point.approx });
  if (year !== undefined) return at(year);
  const now = partsOf(frame.reference).year;
  if (point.shift === 0) return at(now);
  const all = [now - 2, now - 1, now, now + 1].map(at);
  if (point.shift === 1 || frame.isFuture) return all.find((each) => (each.start ?? 0) > frame.reference) ?? at(now);
  const limit = point.shift === -1 ? "end" : "start";
  return all.findLast((each) => (each[limit] ?? 0) <= frame.reference) ?? at(now);
}

function weekdayOf(point: Extract<Point, { kind: "weekday" }>, { reference, isFuture }: Frame): Day {
  const today = partsOf(reference).weekday;
  if (point.week !== undefined) {
    const monday = reference - ((today + 6) % 7) + point.week * 7;
    return monday + ((point.weekday + 6) % 7);
  }
  const back = (today - point.weekday + 7) % 7;
  const ahead = (point.weekday - today + 7) % 7 || 7;
  if (point.shift === 1 || (point.shift === undefined && isFuture)) return reference + ahead;
  // A paper of Friday that says "on Friday" means its own day; "last Friday" is the one before.
  return point.shift === -1 ? reference - (back || 7) : reference - back;
}

/** "The following Tuesday": the next one after the time told last. */
function weekdayFromTold(point: Extract<Point, { kind: "weekday" }>, { earlier }: Frame): Interval | undefined {
  const index = earlier.findLastIndex((each) => each.start !== null && each.end !== null);
  const told = earlier[index];
  if (!told || told.start === null || told.end === null) return undefined;
  const from = point.fromTold === 1 ? told.end : told.start;
  const today = partsOf(from).weekday;
  const day =
    point.fromTold === 1
      ? from + ((point.weekday - today + 7) % 7 || 7)
      : from - ((today - point.weekday + 7) % 7 || 7);
  return { ...dayInterval(day), isRelativeTo: index };
}

function resolveUnit(point: Extract<Point, { kind: "unit" }>, frame: Frame): Interval {
  const { reference, earlier } = frame;
  const { year, month, weekday } = partsOf(reference);
  const monday = reference - ((weekday + 6) % 7);
  const cut = (whole: Interval): Interval => toNow(whole, frame);
  switch (point.unit) {
    case "week":
      return cut({
        start: monday + 7 * point.shift,
        end: monday + 7 * point.shift + 6,
        precision: "day-range",
        approx: false,
      });
    case "weekend": {
      const saturday =
        monday + 5 + 7 * (point.shift === -1 && weekday !== 0 ? -1 : point.shift === -1 ? 0 : point.shift);
      return { start: saturday, end: saturday + 1, precision: "day-range", approx: false };
    }
    case "fortnight":
      return { start: reference - 14, end: reference, precision: "day-range", approx: true };
    case "month": {
      const first = addMonths(dayOf(year, month, 1), point.shift);
      const parts = partsOf(first);
      return monthInterval(parts.year, parts.month);
    }
    case "quarter": {
      const quarter = Math.floor((month - 1) / 3) + point.shift;
      return cut(monthsInterval(year, quarter * 3 + 1, 3));
    }
    case "year":
      return yearInterval(year + point.shift);
    case "decade": {
      const first = year - (year % 10) + point.shift * 10;
      return { ...yearInterval(first), end: dayOf(first + 9, 12, 31), precision: "year-range" };
    }
    case "day":
    case "hour":
    case "half":
      return earlier.at(-1) ?? dayInterval(reference);
    default:
      return unreachable(point.unit);
  }
}
