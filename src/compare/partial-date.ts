/** A date as far as it is known. */
export interface PartialDate {
  readonly year: number;
  /** 1-12, or 0 when unknown. */
  readonly month: number;
  /** 1-31, or 0 when unknown. */
  readonly day: number;
  /** The digits as they stood, without separators: 4, 6 or 8. */
  readonly digits: string;
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/u;

/** Reads a cleaned date ("1975", "1975-02", "1975-02-16"); undefined for anything else. A time of day is left out. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const [whole, year = "", month = "", day = ""] = pattern.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  return { year: Number(year), month: Number(month), day: Number(day), digits: year + month + day };
}

/** Whether two dates could be one day, each known as far as it is. */
export function areCompatible(left: PartialDate, right: PartialDate): boolean {
  const length = Math.min(left.digits.length, right.digits.length);
  return left.digits.slice(0, length) === right.digits.slice(0, length);
}

/** The days from one full date to another; undefined unless both are known to the day. */
export function daysApart(left: PartialDate, right: PartialDate): number | undefined {
  if (left.day === 0 || right.day === 0) return undefined;
  return Math.abs(dayNumber(left) - dayNumber(right));
}

const dayNumber = (date: PartialDate): number => Math.round(Date.UTC(date.year, date.month - 1, date.day) / 86_400_000);
