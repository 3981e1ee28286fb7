import { parseMonth } from "../../model/index.ts";
import { numberedDay, type DayOrders } from "./day-orders.ts";
import type { Span } from "./find-money.ts";
import { patternFor } from "./payment-words.ts";

/** A day or month that a text names, as a prefix of an ISO date, and whether it lies after the day on which the text was written. */
export interface FoundDay extends Span {
  readonly date: string;
  readonly isAhead: boolean;
}

interface Reading {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

const dayMs = 86_400_000;
// A day without its year is the nearest one; half a year makes it the last one or the next.
const yearHalfDays = 183;
// Money that was sent today has a value date up to three days later.
const valueDaysMax = 3;

// Who tells of a payment tells it within a week.
const toldWithinDays = 7;

type Reader = readonly [RegExp, (groups: (index: number) => string | undefined, orders: DayOrders) => Reading[]];
const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const reading = (year: string | undefined, month: number | undefined, day?: string): Reading[] =>
  month === undefined
    ? []
    : [{ month, ...(year !== undefined && { year: longYear(year) }), ...(day !== undefined && { day: Number(day) }) }];

const longYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

const monthWord = String.raw`(\p{L}{3,9})\.?`;
const dayNumber = String.raw`(\d{1,2})(?:st|nd|rd|th|-?го)?`;
const monthAndDay = /(?:(\d{4})\s?[년年]\s?)?(?<!\d)(\d{1,2})\s?[월月](?:\s?(\d{1,2})\s?[일日号號])?(?:에는|에)?/gu;
const readers: readonly Reader[] = [
  [/(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/gu, (at) => reading(at(1), number(at(2)), at(3))],
  [monthAndDay, (at) => reading(at(1), number(at(2)), at(3))],
  [
    numberedDay,
    (at, orders) => {
      const order = orders.get(at(2) ?? "");
      return [
        ...(order === "month" ? [] : reading(at(4), number(at(3)), at(1))),
        ...(order === "day" ? [] : reading(at(4), number(at(1)), at(3))),
      ];
    },
  ],
  [/(?<![\d.,/])(\d{1,2})[./](\d{4})(?!\d)/gu, (at) => reading(at(2), number(at(1)))],
  [
    new RegExp(String.raw`(?<!\d)${dayNumber}\s+(?:of\s+)?${monthWord}(?:,?\s+(\d{4}))?(?!\p{L})`, "giu"),
    (at) => reading(at(3), parseMonth(at(2) ?? ""), at(1)),
  ],
  [
    new RegExp(String.raw`(?<!\p{L})${monthWord}\s+${dayNumber}(?:,?\s+(\d{4}))?(?!\d)`, "giu"),
    (at) => reading(at(3), parseMonth(at(1) ?? ""), at(2)),
  ],
  [
    new RegExp(String.raw`(?<!\p{L})${monthWord}\s+(\d{4})(?!\d)`, "giu"),
    (at) => reading(at(2), parseMonth(at(1) ?? "")),
  ],
];

/** What is known of the days of a text before it is read. */
interface DayContext {
  /** When it was written ("2017-03-06T10:00:00"). */
  readonly writtenOn: string | undefined;
  readonly orders: DayOrders;
  /** Whether it says that something has been done. */
  readonly isReport: boolean;
}

/**
 * The first day that a text names, read from the day on which it was written: a day without its year is the nearest,
 * "5/3" is the one of its two readings that lies last before, or the one of the order in which the other texts write
 * days. Undefined where it names none, or no real one.
 */
export function findDay(text: string, { writtenOn, orders, isReport }: DayContext): FoundDay | undefined {
  for (const [pattern, read] of readers) {
    for (const match of text.matchAll(pattern)) {
      const days = read((index) => match[index], orders).flatMap((each) => datesOf(each, writtenOn));
      const date = nearest(days, writtenOn, pattern === numberedDay || (isReport && pattern === monthAndDay));
      if (date !== undefined) return { from: match.index, to: match.index + match[0].length, ...date };
    }
  }
  return writtenOn === undefined ? undefined : findCounted(text, writtenOn);
}

/** "Yesterday": a day counted back from that of the text. */
function findCounted(text: string, writtenOn: string): FoundDay | undefined {
  for (const [days, kind] of (["daysAgo0", "daysAgo1", "daysAgo2"] as const).entries()) {
    const match = text.matchAll(patternFor(kind)).next().value;
    if (match) {
      const date = isoOf(dayOf(writtenOn) - days);
      return { from: match.index, to: match.index + match[0].length, date, isAhead: false };
    }
  }
  return undefined;
}

const pad = (part: number): string => String(part).padStart(2, "0");

/** The dates that a reading can be: with the year it gives, else with the year of the text and those around it. */
function datesOf({ year, month, day }: Reading, writtenOn: string | undefined): string[] {
  const own = Number(writtenOn?.slice(0, 4));
  const years = year === undefined ? (Number.isNaN(own) ? [] : [own - 1, own, own + 1]) : [year];
  return years
    .map((each) => `${each}-${pad(month)}${day === undefined ? "" : `-${pad(day)}`}`)
    .filter((date) => isReal(date));
}

function isReal(date: string): boolean {
  const whole = date.length === 7 ? `${date}-01` : date;
  return !Number.isNaN(Date.parse(whole)) && new Date(whole).toISOString().startsWith(whole);
}

/**
 * The last date that does not lie after the text (but for a value date), within half a year if there is one; else the
 * nearest. One that may be swapped and lies ahead, and is a day of the last week with day and month in each other's
 * place, tells of that day: it stands as it is written.
 */
function nearest(
  dates: readonly string[],
  writtenOn: string | undefined,
  maySwap: boolean,
): Pick<FoundDay, "date" | "isAhead"> | undefined {
  if (writtenOn === undefined) return dates[0] === undefined ? undefined : { date: dates[0], isAhead: false };
  const today = dayOf(writtenOn);
  const sorted = dates.toSorted((left, right) => ageOf(left, today) - ageOf(right, today));
  const past = sorted.find((date) => ageOf(date, today) >= -valueDaysMax);
  const ahead = sorted.findLast((date) => ageOf(date, today) < -valueDaysMax);
  const isPast = past !== undefined && (ahead === undefined || ageOf(past, today) <= yearHalfDays);
  const swapped = isPast || !maySwap ? undefined : sorted.find((date) => isJustBefore(swap(date), today));
  const date = isPast ? past : (swapped ?? ahead ?? past);
  return date === undefined ? undefined : { date, isAhead: !isPast && swapped === undefined };
}

const swap = (date: string): string => date.replace(/^(\d{4})-(\d\d)-(\d\d)$/u, "$1-$3-$2");

const isJustBefore = (date: string, today: number): boolean =>
  date.length === 10 && isReal(date) && ageOf(date, today) >= -valueDaysMax && ageOf(date, today) <= toldWithinDays;

/** How many days before the text a date lies, counted from its first day; a month that is not over lies before. */
const ageOf = (date: string, today: number): number => today - dayOf(date);

const dayOf = (date: string): number =>
  Math.floor(Date.parse(date.length === 7 ? `${date}-01` : date.slice(0, 10)) / dayMs);
const isoOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
