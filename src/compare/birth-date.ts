import { contradicts, differs, missing, missingLevel, type Comparison } from "./comparison.ts";
import { digitSlip } from "./digit-slip.ts";
import { areCompatible, parsePartialDate, type PartialDate } from "./partial-date.ts";

/** Dates of birth, by how exactly both are known; a first of January is read as a year alone where the other date is of that year. */
export const birthDate: Comparison<PartialDate | undefined> = {
  name: "birth-date",
  types: ["date"],
  levels: [
    missingLevel,
    { level: contradicts, label: "contradicts", sentence: "The birth dates cannot both be true." },
    {
      level: differs,
      label: "same year, another day",
      sentence: "The birth dates are of one year and differ in the day.",
    },
    {
      level: 3,
      label: "one digit",
      sentence: "The birth dates differ in one digit, or two neighbouring digits are swapped.",
    },
    {
      level: 4,
      label: "day and month swapped",
      sentence: "The birth dates agree when day and month of one are swapped.",
    },
    { level: 5, label: "same year", sentence: "Both give the same year of birth; one gives no more." },
    { level: 6, label: "same month", sentence: "Both give the same month of birth; one gives no day." },
    { level: 7, label: "same day", sentence: "Both give the same date of birth." },
  ],
  prepare: parsePartialDate,
  compare(left, right) {
    if (left === undefined || right === undefined) return missing;
    if (areCompatible(left, right)) return levelOfPrecision(Math.min(left.digits.length, right.digits.length));
    if (left.year === right.year && (isNewYear(left) || isNewYear(right))) return 5;
    if (left.day > 0 && right.day > 0) {
      if (left.year === right.year && left.month === right.day && left.day === right.month) return 4;
      if (digitSlip(left.digits, right.digits) !== "more") return 3;
    }
    return left.year === right.year ? differs : contradicts;
  },
};

function levelOfPrecision(digits: number): number {
  if (digits === 8) return 7;
  return digits === 6 ? 6 : 5;
}

const isNewYear = (date: PartialDate): boolean => date.month === 1 && date.day === 1;
