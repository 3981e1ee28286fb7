import type { Day } from "./civil-day.ts";
import type { Interval } from "./interval.ts";
import type { Point } from "./point.ts";

/** From where a time counts. */
export interface Frame {
  /** The day on which the words were spoken or written. */
  readonly reference: Day;
  /** Whether the sentence speaks of what is to come. */
  readonly isFuture: boolean;
  /** How many times nearer than the last one a day to come must be, to be meant without a word that looks ahead. */
  readonly nearness: number;
  /** The day of a past year that the sentence told before: a day or a month without a year is the next one after it. */
  readonly after?: Day;
  /** The day that the paragraph told last. */
  readonly toldDay?: Day;
  /** Which of two readings of a numeric date the text's other dates speak for. */
  readonly dayFirst?: boolean;
  /** The intervals of the expressions before, the nearest last. */
  readonly earlier: readonly Interval[];
  /** Which of the expressions before is told in a sentence with the event's words, the last of them first. */
  readonly tiedTo: (event: readonly string[]) => number | undefined;
}

/** Turns the time that another one counts from into days. */
export type Resolve = (point: Point, frame: Frame) => Interval | undefined;
