import { contradicts, differs, missing, missingLevel, type Comparison } from "./comparison.ts";
import { areCompatible, daysApart, parsePartialDate, type PartialDate } from "./partial-date.ts";

const nearDays = 7;

/** Dates other than of birth: founding, registration, signing. */
export const date: Comparison<PartialDate | undefined> = {
  name: "date",
  types: ["date"],
  levels: [
    missingLevel,
    { level: contradicts, label: "another year", sentence: "The dates are of different years." },
    {
      level: differs,
      label: "same year, another day",
      sentence: "The dates are of one year and more than a week apart.",
    },
    { level: 3, label: "within a week", sentence: "The dates are at most a week apart." },
    { level: 4, label: "same year", sentence: "Both give the same year; one gives no more." },
    { level: 5, label: "same month", sentence: "Both give the same month; one gives no day." },
    { level: 6, label: "same day", sentence: "Both give the same date." },
  ],
  prepare: parsePartialDate,
  compare(left, right) {
    if (left === undefined || right === undefined) return missing;
    if (areCompatible(left, right)) return 2 + Math.min(left.digits.length, right.digits.length) / 2;
    const days = daysApart(left, right);
    if (days !== undefined && days <= nearDays) return 3;
    return left.year === right.year ? differs : contradicts;
  },
};
