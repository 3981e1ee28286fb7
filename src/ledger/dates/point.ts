/** A year as it is written: its number; this, last or next year; the year told before. */
export type YearWord =
  | { readonly kind: "number"; readonly year: number }
  | { readonly kind: "shift"; readonly shift: number }
  | { readonly kind: "same" };

export type Part = "early" | "mid" | "late";
export type Edge = "start" | "end" | "first-day" | "last-day";
export type Unit = "hour" | "day" | "weekend" | "week" | "fortnight" | "month" | "quarter" | "half" | "year" | "decade";

/** How many units: both ends alike for "two"; no upper end for "a few". */
export interface Amount {
  readonly low: number;
  readonly high: number | null;
}

/** A time as the words name it, before it is known from which day they were spoken. */
export type Point =
  | {
      readonly kind: "day";
      readonly day: number;
      readonly month?: number;
      /** "The 10th of this month": 0; of the last one: -1. */
      readonly monthShift?: number;
      readonly year?: YearWord;
      readonly weekday?: number;
    }
  | {
      readonly kind: "numeric";
      readonly readings: readonly { year: number; month: number; day: number }[];
      /** How it must be read, where its numbers allow one order alone. */
      readonly order?: "day-first" | "month-first";
    }
  | { readonly kind: "month"; readonly month: number; readonly year?: YearWord; readonly shift?: number }
  | { readonly kind: "year"; readonly year: YearWord }
  | { readonly kind: "decade"; readonly first: number }
  | {
      readonly kind: "months";
      readonly first: number;
      readonly count: number;
      readonly year?: YearWord;
      readonly shift?: number;
      readonly approx: boolean;
    }
  | {
      readonly kind: "weekday";
      readonly weekday: number;
      readonly shift?: number;
      readonly week?: number;
      /** "The following Tuesday", "the Friday before": counted from the time told last. */
      readonly fromTold?: 1 | -1;
    }
  | { readonly kind: "day-shift"; readonly days: number }
  | { readonly kind: "overnight" }
  /** The day of a time of day without one: that told before in the sentence, else that of speaking. */
  | { readonly kind: "spoken-day" }
  | { readonly kind: "unit"; readonly unit: Unit; readonly shift: number }
  | { readonly kind: "ago"; readonly amount: Amount; readonly unit: Unit }
  | { readonly kind: "span"; readonly amount: Amount; readonly unit: Unit; readonly bare: boolean }
  | {
      readonly kind: "offset";
      readonly amount: Amount;
      readonly unit: Unit;
      readonly sign: 1 | -1;
      /** The words of the event from which it counts, as "search" in "after the search". */
      readonly event?: readonly string[];
      /** The time from which it counts, where it stands with it: "two days after 5 May". */
      readonly of?: Point;
    }
  /** "The same months": told before; `of`: the month or year that they are put in; `days`: of how many days the time told is. */
  | { readonly kind: "same"; readonly unit: Unit; readonly of?: Point; readonly days?: number }
  /** "The previous week": the whole one beside the time told last. */
  | { readonly kind: "neighbour"; readonly unit: "week" | "month" | "year"; readonly sign: 1 | -1 }
  | { readonly kind: "then" }
  | { readonly kind: "daypart"; readonly daypart: string }
  | { readonly kind: "part"; readonly part: Part; readonly of: Point }
  | {
      readonly kind: "week-of";
      readonly week: number;
      readonly days: number;
      readonly of: Point;
      readonly weekday?: number;
    }
  | { readonly kind: "edge"; readonly edge: Edge; readonly of: Point }
  | { readonly kind: "night-of"; readonly of: Point };

/** A time of day: hour from 0 to 23 and minute. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly approx: boolean;
}

/** A whole time expression as it is written. */
export type Written =
  | {
      readonly form: "at";
      readonly point: Point;
      readonly clock?: Clock;
      readonly approx: boolean;
      readonly isNight: boolean;
    }
  | { readonly form: "range"; readonly first: Point; readonly last: Point; readonly isNight: boolean }
  | { readonly form: "since" | "until" | "by" | "before" | "after"; readonly point: Point };

/** A time expression with the tokens that it takes. */
export interface ReadExpression {
  readonly written: Written;
  readonly start: number;
  readonly next: number;
}
