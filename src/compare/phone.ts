import { differs, missing, missingLevel, type Comparison } from "./comparison.ts";

/** A telephone number ready to be compared. */
export interface PhoneNumber {
  /** All digits, without a leading 00 or trunk zero. */
  readonly digits: string;
  readonly isInternational: boolean;
}

const suffixMax = 9;
const suffixMin = 7;

/** Telephone numbers; a number without country code agrees by its last seven to nine digits. */
export const phone: Comparison<PhoneNumber> = {
  name: "phone",
  types: ["phone"],
  levels: [
    missingLevel,
    { level: differs, label: "different", sentence: "The telephone numbers are different." },
    {
      level: 3,
      label: "same end, other country",
      sentence: "The last digits of the telephone numbers agree and the country codes differ.",
    },
    {
      level: 4,
      label: "same national number",
      sentence: "The telephone numbers agree; one of them has no country code.",
    },
    { level: 5, label: "same", sentence: "Both name the same telephone number." },
  ],
  prepare(value) {
    const text = value.normalize("NFKC").replace(/(?:ext|доб|x)\.?\s*\d+$/iu, "");
    const all = text.replaceAll(/\D/gu, "");
    const isInternational = text.trim().startsWith("+") || all.startsWith("00");
    return { digits: isInternational ? all.replace(/^00/u, "") : all.replace(/^0/u, ""), isInternational };
  },
  compare(left, right) {
    if (left.digits.length < suffixMin || right.digits.length < suffixMin) return missing;
    if (left.digits === right.digits) return left.isInternational === right.isInternational ? 5 : 4;
    const shared = Math.min(left.digits.length, right.digits.length, suffixMax);
    if (left.digits.slice(-shared) !== right.digits.slice(-shared)) return differs;
    if (!left.isInternational || !right.isInternational)
      return left.digits.endsWith(right.digits) || right.digits.endsWith(left.digits) ? 4 : 3;
    return 3;
  },
};
