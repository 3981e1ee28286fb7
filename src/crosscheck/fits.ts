import { comparisons, compareValues, differs, missing } from "../compare/index.ts";
import { atKey } from "../base/index.ts";
import type { Fit } from "../model/index.ts";

const slips: ReadonlySet<string> = new Set(["one sign", "swapped"]);

/** Whether two values (as `valueKey` gives them) of a property with one true value can both be true. */
export function fits(fit: Fit, left: string, right: string): boolean {
  if (left === right) return true;
  switch (fit) {
    case "date":
      return left.startsWith(right) || right.startsWith(left);
    case "code":
    case "number":
      return false;
    case "identifier":
      return isTailOf(left, right) || isTailOf(right, left);
    case "account":
      return isTailOf(left, right) || isTailOf(right, left) || isInside(left, right) || agreesAsAccount(left, right);
    default:
      return fit;
  }
}

/** "**1234", "尾号1234" (tail number) or a bare last four are an end of the whole number, and of any that lost its end. */
function isTailOf(short: string, long: string): boolean {
  const bare = short.replace(/^[^0-9A-Z]+/u, "");
  if (bare.length < 3 || bare.length > 6 || long.length <= bare.length) return false;
  return long.endsWith(bare) || isRounded(long);
}

// The point after the first digit is gone, as all punctuation is.
const scientific = /^(\d)(\d*)(E\+?\d{1,2})$/u;

/** A spreadsheet keeps fifteen digits of a number. */
const isRounded = (number: string): boolean => /^\d{15}0+$/u.test(number) || scientific.test(number);

/** An IBAN holds the national number. */
const isInside = (left: string, right: string): boolean => {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length >= 7 && /^[A-Z]{2}\d\d/u.test(long) && long.endsWith(short);
};

function agreesAsAccount(left: string, right: string): boolean {
  const comparison = atKey(comparisons, "account-number");
  const level = compareValues(comparison, withPoint(left), withPoint(right));
  const label = comparison.levels.find((each) => each.level === level)?.label ?? "";
  return level !== missing && level > differs && !slips.has(label);
}

const withPoint = (number: string): string => number.replace(scientific, "$1.$2$3");
