import type { FoundDate, Precision } from "../dates/index.ts";

/** A time as whole months: what may be told of when a guarded event was. */
export function coarseDate(date: FoundDate): FoundDate {
  const start = date.start === null ? null : `${date.start.slice(0, 7)}-01`;
  const end = date.end === null ? null : lastOfMonth(date.end);
  const coarse: FoundDate = { ...date, start, end, precision: precisionOf(date, start, end) };
  return { ...coarse, text: monthsInWords(coarse) };
}

const kept: ReadonlySet<Precision> = new Set([
  "month",
  "month-range",
  "year",
  "year-range",
  "since",
  "open-start",
  "open-end",
]);

function precisionOf({ precision }: FoundDate, start: string | null, end: string | null): Precision {
  if (kept.has(precision)) return precision;
  return start?.slice(0, 7) === end?.slice(0, 7) ? "month" : "month-range";
}

/** "June 2017", "June 2017 to July 2017", "since June 2017". */
export function monthsInWords({ start, end, precision }: Pick<FoundDate, "start" | "end" | "precision">): string {
  if (precision === "year" && start !== null) return start.slice(0, 4);
  if (precision === "since" && start !== null) return `since ${monthName(start)}`;
  if (start === null) return end === null ? "a time" : `until ${monthName(end)}`;
  if (end === null) return `from ${monthName(start)}`;
  return start.slice(0, 7) === end.slice(0, 7) ? monthName(start) : `${monthName(start)} to ${monthName(end)}`;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const monthName = (day: string): string => `${months[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
