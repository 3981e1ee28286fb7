import { dayOf, partsOf, type Day } from "./civil-day.ts";
import { dayInterval, type Interval } from "./interval.ts";
import type { Edge, Part } from "./point.ts";

/** What "early", "mid", "late", "the start of" and "the end of" leave of an interval; nothing of a month goes beyond the day of writing. */
export function narrow(
  point: { readonly kind: "part"; readonly part: Part } | { readonly kind: "edge"; readonly edge: Edge },
  of: Interval,
  reference: Day,
): Interval {
  if (of.start === null || of.end === null) return of;
  // A year or a month that was cut at the day of writing is divided whole.
  const year = partsOf(of.start).year;
  const whole = {
    ...of,
    start: of.precision === "year" ? dayOf(year, 1, 1) : of.start,
    end: of.precision === "year" ? dayOf(year, 12, 31) : of.end,
  };
  if (point.kind === "edge") return edgeOf(point.edge, whole);
  if (of.precision === "month") return partOfMonth(point.part, whole.start, reference);
  if (of.precision === "day-range") return { ...thirdOfDays(point.part, whole), precision: "day-range", approx: true };
  const isDecade = of.precision === "year-range";
  const third = thirdOf(point.part, whole, isDecade ? 12 : 1);
  return { ...third, precision: isDecade ? "year-range" : "month-range", approx: true };
}

/** A week, a fortnight or a half of a month, counted from its first day; number 0 is the last. */
export function weekOf(
  { week, days }: { readonly week: number; readonly days: number },
  of: Interval,
): Interval | undefined {
  if (of.start === null || of.end === null) return undefined;
  const { year, month } = partsOf(of.start);
  const end = dayOf(year, month + 1, 1) - 1;
  const isHalf = days === 15;
  const start = week === 0 ? (isHalf ? of.start + 15 : end - days + 1) : of.start + (week - 1) * days;
  if (start > end) return undefined;
  const last = isHalf && week === 2 ? end : Math.min(end, start + days - 1);
  return { start, end: week === 0 ? end : last, precision: "month-part", approx: false };
}

/** The first or the last day; of a month or year that is cut at the day of writing, its true last day. */
function edgeOf(edge: Edge, of: Interval & { start: Day; end: Day }): Interval {
  if (edge === "start" || edge === "first-day") return dayInterval(of.start);
  const { year, month } = partsOf(of.end);
  if (of.precision === "month") return dayInterval(dayOf(year, month + 1, 1) - 1);
  return dayInterval(of.precision === "year" ? dayOf(year, 12, 31) : of.end);
}

const monthParts: Readonly<Record<Part, readonly [number, number]>> = { early: [1, 10], mid: [11, 20], late: [21, 31] };

function partOfMonth(part: Part, start: Day, reference: Day): Interval {
  const { year, month } = partsOf(start);
  const [first, last] = monthParts[part];
  const end = Math.min(dayOf(year, month, last), dayOf(year, month + 1, 1) - 1);
  const from = dayOf(year, month, first);
  return {
    start: from,
    end: from <= reference ? Math.min(end, reference) : end,
    precision: "month-part",
    approx: false,
  };
}

const order: Readonly<Record<Part, number>> = { early: 0, mid: 1, late: 2 };

/** A third of a week, with the days that it shares with the next one: late in a week is from Friday on. */
function thirdOfDays(part: Part, of: { start: Day; end: Day }): { start: Day; end: Day } {
  const length = of.end - of.start + 1;
  return {
    start: of.start + Math.floor((length * order[part]) / 3),
    end: of.start + Math.ceil((length * (order[part] + 1)) / 3) - 1,
  };
}

/** A third, to whole months or years. */
function thirdOf(part: Part, of: { start: Day; end: Day }, monthsOfStep: number): { start: Day; end: Day } {
  const first = partsOf(of.start);
  const last = partsOf(of.end);
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  const index = order[part];
  const cut = (share: number): number => Math.round((months * share) / 3 / monthsOfStep) * monthsOfStep;
  return {
    start: dayOf(first.year, first.month + cut(index), 1),
    end: Math.min(of.end, dayOf(first.year, first.month + cut(index + 1), 1) - 1),
  };
}
