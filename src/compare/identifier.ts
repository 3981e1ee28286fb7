import { differs, missing, missingLevel, type Comparison } from "./comparison.ts";
import { digitSlip } from "./digit-slip.ts";

const slipLengthMin = 6;
const lastFour = 4;

/** Numbers of documents and registers: compared without spaces and punctuation, in capitals. An entity may have several, so a difference contradicts nothing. */
export const identifier: Comparison<string> = {
  name: "identifier",
  types: ["identifier"],
  levels: [
    missingLevel,
    { level: differs, label: "different", sentence: "The numbers are different." },
    { level: 3, label: "last four", sentence: "One number is masked, and the last four signs agree." },
    { level: 4, label: "one sign", sentence: "The numbers differ in one sign." },
    { level: 5, label: "swapped", sentence: "The numbers agree when two neighbouring signs are swapped." },
    { level: 6, label: "same", sentence: "Both give the same number." },
  ],
  prepare: normalIdentifier,
  compare(left, right) {
    if (left === "" || right === "") return missing;
    if (isMasked(left) || isMasked(right))
      return left === right || left.slice(-lastFour) !== right.slice(-lastFour) ? differs : 3;
    if (left === right) return 6;
    if (left.length < slipLengthMin) return differs;
    const slip = digitSlip(left, right);
    if (slip === "swapped") return 5;
    return slip === "oneDigit" ? 4 : differs;
  },
};

/** An identifier without spaces and punctuation, in capitals; a mask (*, x's before the last four digits) is kept as asterisks. */
export function normalIdentifier(value: string): string {
  const capitals = value.normalize("NFKC").toUpperCase();
  const masked = capitals.replace(/^[\s-]*(?:[X•·.*#][\s-]*){2,}(?=[0-9A-Z]{3,6}$)/u, "**");
  return masked.replaceAll(/[^\p{L}\p{N}*]/gu, "");
}

/** Whether a normal identifier hides all but its end. */
export const isMasked = (normal: string): boolean => normal.startsWith("*");
