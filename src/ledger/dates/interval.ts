import { daysInMonth, dayOf, partsOf, type Day } from "./civil-day.ts";

/** How exactly the words name a time. "day" to "hour" say the length; "since", "open-start" and "open-end" say which end the words leave to the text. */
export type Precision =
  | "hour"
  | "day"
  | "day-range"
  | "month-part"
  | "month"
  | "month-range"
  | "year"
  | "year-range"
  | "since"
  | "open-start"
  | "open-end";

/** First and last day, both inclusive; null for an end that the words leave open. */
export interface Interval {
  readonly start: Day | null;
  readonly end: Day | null;
  readonly precision: Precision;
  readonly approx: boolean;
  /** A night between two days: a morning after it is that of the last one. */
  readonly isNight?: boolean;
  /** What speaks against the reading, in words. */
  readonly doubt?: string;
  /** Which earlier expression it counts from, by its place in the list of those before. */
  readonly isRelativeTo?: number;
}

export const dayInterval = (day: Day, approx = false): Interval => ({ start: day, end: day, precision: "day", approx });

export const monthInterval = (year: number, month: number): Interval => ({
  start: dayOf(year, month, 1),
  end: dayOf(year, month, daysInMonth(year, month)),
  precision: "month",
  approx: false,
});

export const yearInterval = (year: number): Interval => ({
  start: dayOf(year, 1, 1),
  end: dayOf(year, 12, 31),
  precision: "year",
  approx: false,
});

/** Whole months from the first one on. */
export function monthsInterval(year: number, first: number, count: number): Interval {
  return {
    start: dayOf(year, first, 1),
    end: dayOf(year, first + count, 1) - 1,
    precision: "month-range",
    approx: false,
  };
}

/** The same day of another month, or its last day where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const parts = partsOf(day);
  const first = partsOf(dayOf(parts.year, parts.month + months, 1));
  return dayOf(first.year, first.month, Math.min(parts.day, daysInMonth(first.year, first.month)));
}
