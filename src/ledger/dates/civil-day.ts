/** A day as the number of days since 1 January 1970, in the proleptic Gregorian calendar. */
export type Day = number;

const msOfDay = 86_400_000;

/** The day of a year, a month from 1 to 12 and a day of the month; months and days beyond their range run on. */
export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / msOfDay;

/** Whether the calendar has that day. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Year, month from 1 to 12, day of the month, and day of the week with Sunday as 0. */
export function partsOf(day: Day): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(day * msOfDay);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

export const isoOf = (day: Day): string => new Date(day * msOfDay).toISOString().slice(0, 10);

/** The day of an ISO date (2016-07-28); of a longer one its first ten characters. */
export const dayOfIso = (iso: string): Day => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / msOfDay;
