import { differs, missing, missingLevel, type Comparison } from "./comparison.ts";
import { digitSlip } from "./digit-slip.ts";
import { isMasked, normalIdentifier } from "./identifier.ts";

/** An account number ready to be compared. */
export interface AccountNumber {
  readonly normal: string;
  /** The leading digits that a number in scientific notation keeps, and how many digits the whole has; empty otherwise. */
  readonly scientificDigits: string;
  readonly scientificLength: number;
}

const excelDigits = 15;
const slipLengthMin = 7;
const scientific = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/iu;
const tailShort = 3;
const tailLong = 6;

/** Numbers of bank accounts: spaces and dashes do not count; what a spreadsheet does to a long number is recognised. */
export const accountNumber: Comparison<AccountNumber> = {
  name: "account-number",
  types: ["identifier"],
  levels: [
    missingLevel,
    { level: differs, label: "different", sentence: "The account numbers are different." },
    {
      level: 3,
      label: "last four",
      sentence: "One account number is masked or cut, and its last signs agree with the other.",
    },
    { level: 4, label: "one sign", sentence: "The account numbers differ in one sign." },
    { level: 5, label: "swapped", sentence: "The account numbers agree when two neighbouring signs are swapped." },
    {
      level: 6,
      label: "scientific notation",
      sentence:
        "A spreadsheet shows one account number in scientific notation, and its digits are the first of the other.",
    },
    {
      level: 7,
      label: "rounded to 15 digits",
      sentence: "The account numbers agree in 15 digits; a spreadsheet rounds the rest to zeros.",
    },
    { level: 8, label: "same", sentence: "Both give the same account number." },
  ],
  prepare(value) {
    const [whole, first = "", rest = "", exponent = ""] = scientific.exec(value.trim().replaceAll(" ", "")) ?? [];
    if (whole === undefined) return { normal: normalIdentifier(value), scientificDigits: "", scientificLength: 0 };
    return {
      normal: normalIdentifier(value),
      scientificDigits: (first + rest).replace(/0+$/u, ""),
      scientificLength: Number(exponent) + 1,
    };
  },
  compare(left, right) {
    if (left.normal === "" || right.normal === "") return missing;
    if (left.normal === right.normal) return isMasked(left.normal) ? 3 : 8;
    if (isScientificOf(left, right) || isScientificOf(right, left)) return 6;
    if (
      isMasked(left.normal) ||
      isMasked(right.normal) ||
      isTail(left.normal, right.normal) ||
      isTail(right.normal, left.normal)
    ) {
      return left.normal.slice(-4).replaceAll("*", "") === right.normal.slice(-4).replaceAll("*", "") ? 3 : differs;
    }
    if (isRounded(left.normal, right.normal) || isRounded(right.normal, left.normal)) return 7;
    const slip = left.normal.length < slipLengthMin ? "more" : digitSlip(left.normal, right.normal);
    if (slip === "swapped") return 5;
    return slip === "oneDigit" ? 4 : differs;
  },
};

function isScientificOf(short: AccountNumber, long: AccountNumber): boolean {
  const digits = short.scientificDigits;
  if (
    digits.length < 2 ||
    long.scientificDigits !== "" ||
    !/^\d+$/u.test(long.normal) ||
    long.normal.length !== short.scientificLength
  )
    return false;
  return roundedTo(long.normal, digits.length) === digits;
}

/** The first digits of a number as a spreadsheet shows it: a floating-point number, rounded. */
const roundedTo = (number: string, digits: number): string =>
  Number(number)
    .toExponential(digits - 1)
    .replace(/e.*$/u, "")
    .replace(".", "")
    .replace(/0+$/u, "");

function isRounded(rounded: string, whole: string): boolean {
  if (!/^\d{16,}$/u.test(rounded) || rounded.length !== whole.length) return false;
  if (!/^0+$/u.test(rounded.slice(excelDigits))) return false;
  const kept = rounded.slice(0, excelDigits);
  return whole.startsWith(kept) || roundedTo(whole, excelDigits) === kept.replace(/0+$/u, "");
}

function isTail(short: string, long: string): boolean {
  return short.length > tailShort && short.length <= tailLong && long.length > short.length + 2 && long.endsWith(short);
}
