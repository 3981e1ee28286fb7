import { dayOf, dayOfIso, isoOf } from "./civil-day.ts";
import { datelineEnd, datelineStart } from "./dateline.ts";
import type { Anchor } from "./find-dates.ts";
import { inferWritten } from "./infer-written.ts";
import type { Point, Written } from "./point.ts";
import { readExpressions, readTimes } from "./read-expression.ts";
import { monthInterval } from "./interval.ts";
import type { Reading } from "../words/reading.ts";

/** The days on which a document may have been written, ISO and inclusive, and on what that rests. */
export interface WrittenOn extends Anchor {
  readonly precision: "day" | "day-range" | "month";
  readonly basis:
    | { readonly kind: "printed"; readonly passage: number; readonly from: number; readonly to: number }
    | { readonly kind: "header"; readonly text: string }
    | { readonly kind: "inferred"; readonly reason: string };
}

// A date of writing stands at the head, or in the last lines; further in, a date is one of what is told.
const headPassages = 8;
const tailPassages = 3;
// A line that holds little more than its date is a line of a masthead or a signature.
const mastheadMax = 120;

/**
 * The day on which a document was written: from a header that is given (a mail's, a page's), from a printed date (posting line,
 * dateline, masthead, signature), else by inference from weekdays with dates and from what is told as past or to come.
 * Undefined where nothing bounds it on both sides.
 */
export function findWritten(passages: readonly string[], header?: string): WrittenOn | undefined {
  return fromHeader(header) ?? fromPrinted(passages) ?? inferWritten(passages.join("\n"), yearlessDateline(passages));
}

/** An ISO date keeps its own day; a mail's "Sun, 18 Jun 2017 20:15:00 +0500" the day at the sender's place. */
function fromHeader(header: string | undefined): WrittenOn | undefined {
  if (header === undefined) return undefined;
  const iso = /^\d{4}-\d{2}-\d{2}/u.exec(header.trim())?.[0];
  const day = iso === undefined ? printedDay(header)?.start : isoOf(dayOfIso(iso));
  return day === undefined
    ? undefined
    : { start: day, end: day, precision: "day", basis: { kind: "header", text: header } };
}

interface Printed extends Anchor {
  readonly precision: "day" | "month";
  readonly from: number;
  readonly to: number;
  readonly reading: Reading;
  readonly first: number;
}

function fromPrinted(passages: readonly string[]): WrittenOn | undefined {
  const lines = passages.map((passage, index) => ({ passage, index })).filter(({ passage }) => passage.trim() !== "");
  const head = lines.slice(0, headPassages);
  const tail = lines.slice(Math.max(headPassages, lines.length - tailPassages)).toReversed();
  const found = [...head, ...tail].flatMap(({ passage, index }) => {
    const printed = printedDay(passage);
    const rank = printed && rankOf(passage, printed);
    return printed && rank !== undefined ? [{ printed, index, rank }] : [];
  });
  const best = found.toSorted((left, right) => left.rank - right.rank)[0];
  if (!best) return undefined;
  const { start, end, precision, from, to } = best.printed;
  return { start, end, precision, basis: { kind: "printed", passage: best.index, from, to } };
}

/** The day of a dateline that prints no year: "TBILISI, June 21 (Agency) -". */
function yearlessDateline(passages: readonly string[]): { month: number; day: number; text: string } | undefined {
  for (const passage of passages.filter((each) => each.trim() !== "").slice(0, headPassages)) {
    const reading = readTimes(passage);
    const [first] = readExpressions(reading);
    const from = reading.tokens[first?.start ?? 0]?.from ?? 0;
    const to = reading.tokens[(first?.next ?? 1) - 1]?.to ?? 0;
    const point = first?.written.form === "at" ? first.written.point : undefined;
    if (point?.kind !== "day" || point.month === undefined || point.year) continue;
    if (!datelineStart.test(passage.slice(0, from)) || !/^\s*(?:\([^)]{1,40}\))?\s*[-–—]/u.test(passage.slice(to)))
      continue;
    return { month: point.month, day: point.day, text: passage.slice(from, to) };
  }
  return undefined;
}

/** How surely the line says when the document was written: a posting line, a dateline, a masthead with its day, one with its month. */
function rankOf(passage: string, { reading, first, from, to, precision }: Printed): number | undefined {
  const before = passage.slice(0, from);
  if (/\[[^\]]*$/u.test(before)) return undefined;
  if (isPosted(reading, first)) return precision === "day" ? 0 : 4;
  if (datelineStart.test(before) && datelineEnd.test(passage.slice(to))) return 1;
  if (isMasthead(passage, { from, to })) return precision === "day" ? 3 : 6;
  if (passage.trim().length > mastheadMax || /[.!?]["”’]?\s*$/u.test(passage.slice(to))) return undefined;
  return precision === "day" ? 2 : 5;
}

/** "Day log, Tuesday, 9 September 2014. Times are local.": at the head of the line, set off by marks, and the sentence ends behind it. */
const isMasthead = (passage: string, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  /^[^.!?]{0,60}[-–—,:|]\s*$/u.test(passage.slice(0, from)) && /^\s*(?:[.;|]|$)/u.test(passage.slice(to));

function isPosted(reading: Reading, first: number): boolean {
  for (let index = Math.max(0, first - 4); index < first; index += 1) {
    if (
      reading.sense(index, "posted") &&
      (index === 0 || reading.isCapital(index) || reading.tokens[index]?.kind === "character")
    )
      return true;
  }
  return false;
}

/** The first date of a line that names its year: a day, or a month where it has no day. */
function printedDay(passage: string): Printed | undefined {
  const reading = readTimes(passage);
  const dates = readExpressions(reading).flatMap(({ written, start, next }) => {
    const days = fullDate(written);
    const from = reading.tokens[start]?.from ?? 0;
    return days ? [{ ...days, from, to: reading.tokens[next - 1]?.to ?? from, reading, first: start }] : [];
  });
  return dates.find((date) => date.precision === "day") ?? dates[0];
}

function fullDate(written: Written): (Anchor & { readonly precision: "day" | "month" }) | undefined {
  if (written.form !== "at") return undefined;
  const { point } = written;
  const day = fullDay(point);
  if (day !== undefined) return { start: isoOf(day), end: isoOf(day), precision: "day" };
  if (point.kind !== "month" || point.year?.kind !== "number") return undefined;
  const { start, end } = monthInterval(point.year.year, point.month);
  return start === null || end === null ? undefined : { start: isoOf(start), end: isoOf(end), precision: "month" };
}

/** The day of a point that needs nothing else to be known. */
function fullDay(point: Point): number | undefined {
  if (point.kind === "numeric" && point.readings.length === 1) {
    const [only] = point.readings;
    return only && dayOf(only.year, only.month, only.day);
  }
  if (point.kind !== "day" || point.month === undefined || point.year?.kind !== "number") return undefined;
  return dayOf(point.year.year, point.month, point.day);
}
