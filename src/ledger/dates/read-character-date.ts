import type { Read, Reading } from "../words/reading.ts";
import { readNumber } from "../words/read-number.ts";
import type { Point, YearWord } from "./point.ts";

/** A Chinese or Korean date, the year first: "2014年3月5日", "2014년 3월", "지난해 7월", "去年", "3월 5일", "5일". */
export function readCharacterDate(reading: Reading, start: number): Read<Point> | undefined {
  const index = skipPast(reading, start);
  const shifted = readShiftedMonth(reading, index);
  if (shifted) return shifted;
  const year = readCharacterYear(reading, index);
  const month = readCharacterMonth(reading, year?.next ?? index);
  const day = readMarked(reading, month?.next ?? (year ? -1 : index), "day");
  if (day && isDuration(reading, day.next)) return undefined;
  if (day && (month ?? isDayOfMonth(reading, index, day))) {
    const value: Point = {
      kind: "day",
      day: day.value,
      ...(month && { month: month.value }),
      ...(year && { year: year.value }),
    };
    return { value, next: day.next };
  }
  if (month)
    return { value: { kind: "month", month: month.value, ...(year && { year: year.value }) }, next: month.next };
  return year && { value: { kind: "year", year: year.value }, next: year.next };
}

/** "지난 3월 12일" is the last 12 March: a date without a year is past anyhow. */
function skipPast(reading: Reading, index: number): number {
  const past = reading.tokens[index]?.kind === "character" ? reading.sense(index, "shift") : undefined;
  const isDate = past?.value === "-1" && reading.tokens[index + past.length]?.kind === "digits";
  return isDate ? index + past.length : index;
}

/** "이달 10일", "本月10日". */
function readShiftedMonth(reading: Reading, index: number): Read<Point> | undefined {
  const month = reading.sense(index, "relative-month");
  const day = month && readMarked(reading, index + month.length, "day");
  return day && { value: { kind: "day", day: day.value, monthShift: Number(month.value) }, next: day.next };
}

function readCharacterYear(reading: Reading, index: number): Read<YearWord> | undefined {
  const relative = reading.sense(index, "relative-year");
  if (relative && reading.tokens[index]?.kind === "character")
    return { value: { kind: "shift", shift: Number(relative.value) }, next: index + relative.length };
  const year = readMarked(reading, index, "year");
  if (!year || year.value < 1500 || year.value > 2199) return undefined;
  return { value: { kind: "number", year: year.value }, next: year.next };
}

function readCharacterMonth(reading: Reading, index: number): Read<number> | undefined {
  const name = reading.tokens[index]?.kind === "character" ? reading.sense(index, "month") : undefined;
  if (name) return { value: Number(name.value), next: index + name.length };
  const month = readMarked(reading, index, "month");
  return month && month.value >= 1 && month.value <= 12 ? month : undefined;
}

/** A number with the character that makes it a year, a month or a day. */
function readMarked(reading: Reading, index: number, unit: string): Read<number> | undefined {
  const number = readNumber(reading, index);
  const mark = number && reading.sense(number.next, "cjk-unit");
  if (!number || mark?.value !== unit) return undefined;
  return { value: number.value.value, next: number.next + mark.length };
}

const isDayOfMonth = (reading: Reading, index: number, day: Read<number>): boolean =>
  reading.tokens[index]?.kind === "digits" && day.value >= 1 && day.value <= 31;

const isDuration = (reading: Reading, next: number): boolean =>
  reading.is(next, "간", "間", "间", "전", "前", "후", "后", "後", "만", "째", "동", "元", "圆", "本");
