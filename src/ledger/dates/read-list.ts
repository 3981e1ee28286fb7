import type { Read, Reading } from "../words/reading.ts";
import type { Point, ReadExpression, Written } from "./point.ts";
import { readDay, readDayNumber } from "./read-calendar.ts";

/** A member of a list of days, with the token behind it, and its first one where that is not the list's. */
export interface Listed {
  readonly value: Written;
  readonly next: number;
  readonly start?: number;
}

/** "11 and 13 June", "on 2, 5 and 9 March", "June 11 and 13": days that share a month. */
export function readListed(reading: Reading, index: number): Read<Listed[]> | undefined {
  const from = reading.is(index, "on", "of", "the") ? index + 1 : index;
  const list = readBeforeMonth(reading, from) ?? readBehindMonth(reading, from);
  const [first, ...others] = list?.value ?? [];
  return list && first && { ...list, value: [{ ...first, start: index }, ...others] };
}

const isJoint = (reading: Reading, index: number): boolean => reading.is(index, "and", "or", ",");

function readBeforeMonth(reading: Reading, index: number): Read<Listed[]> | undefined {
  const days: { day: number; start: number; next: number }[] = [];
  let from = index;
  let joint = index;
  for (let day = readDayNumber(reading, from); day && isJoint(reading, day.next); day = readDayNumber(reading, from)) {
    days.push({ day: day.value, start: from, next: day.next });
    from = reading.is(day.next, ",") && reading.is(day.next + 1, "and") ? day.next + 2 : day.next + 1;
    joint = from - 1;
    if (reading.is(from, "again")) from += 1;
    if (reading.is(from, "on")) from += 1;
  }
  const last = days.length > 0 ? readDay(reading, from) : undefined;
  if (last?.value.kind !== "day" || !isDayFirst(reading, from)) return undefined;
  // "No. 12, 4 March" is no list: its days run up, and "and" or "or" stands before the last.
  const isRising = [...days.map(({ day }) => day), last.value.day].every(
    (day, place, all) => day > (all[place - 1] ?? 0),
  );
  if (!isRising || !reading.is(joint, "and", "or")) return undefined;
  const shared = last.value;
  const listed = days.map(({ day, start, next }) => ({ value: at({ ...shared, day }), start, next }));
  return { value: [...listed, { value: at(shared), start: from, next: last.next }], next: last.next };
}

const isDayFirst = (reading: Reading, index: number): boolean => readDayNumber(reading, index) !== undefined;

function readBehindMonth(reading: Reading, index: number): Read<Listed[]> | undefined {
  const first = reading.sense(index, "month") ? readDay(reading, index) : undefined;
  if (first?.value.kind !== "day" || first.value.year || !reading.is(first.next, "and")) return undefined;
  const second = readDayNumber(reading, first.next + 1);
  // "On June 11 and 13 people died": a word behind it makes it a number of these.
  const isCounting = second && reading.tokens[second.next]?.kind === "word" && !reading.sense(second.next, "on");
  if (
    !second ||
    second.value <= first.value.day ||
    isCounting ||
    !/^\d/u.test(reading.tokens[first.next + 1]?.key ?? "")
  )
    return undefined;
  const value: Point = { ...first.value, day: second.value };
  return {
    value: [
      { value: at(first.value), next: first.next },
      { value: at(value), start: first.next + 1, next: second.next },
    ],
    next: second.next,
  };
}

const at = (point: Point): Written => ({ form: "at", point, approx: false, isNight: false });

/** "January and February 2012", "on 3 March and 5 April 2012": what lacks its year takes it from the next member of the list. */
export function shareYears(reading: Reading, found: readonly ReadExpression[]): ReadExpression[] {
  const shared: ReadExpression[] = [];
  for (const each of found.toReversed()) {
    const behind = shared.at(-1);
    const year = behind && behind.start === each.next + 1 && isJoint(reading, each.next) ? yearOf(behind) : undefined;
    shared.push(year ? withYear(each, year) : each);
  }
  return shared.toReversed();
}

type Dated = Extract<Point, { kind: "day" | "month" }>;

const datedPoint = ({ written }: ReadExpression): Dated | undefined => {
  const point = written.form === "at" ? written.point : undefined;
  return point?.kind === "day" || point?.kind === "month" ? point : undefined;
};

const yearOf = (expression: ReadExpression): Dated["year"] => datedPoint(expression)?.year;

function withYear(expression: ReadExpression, year: NonNullable<Dated["year"]>): ReadExpression {
  const point = datedPoint(expression);
  if (!point || point.year || (point.kind === "month" && point.shift !== undefined) || expression.written.form !== "at")
    return expression;
  return { ...expression, written: { ...expression.written, point: { ...point, year } } };
}
