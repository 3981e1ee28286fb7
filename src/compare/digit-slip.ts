/** A slip by which one string of signs became another of the same length. */
export type DigitSlip = "none" | "oneDigit" | "swapped" | "more";

/** How two strings of one length differ: not at all, in one sign, by two neighbours swapped, or more; strings of other lengths differ by more. */
export function digitSlip(left: string, right: string): DigitSlip {
  if (left === right) return "none";
  if (left.length !== right.length) return "more";
  let first = -1;
  let count = 0;
  for (let index = 0; index < left.length; index += 1) {
    if (left.charCodeAt(index) === right.charCodeAt(index)) continue;
    if (first < 0) first = index;
    count += 1;
    if (count > 2) return "more";
  }
  if (count === 1) return "oneDigit";
  const isSwap = left[first] === right[first + 1] && left[first + 1] === right[first];
  return isSwap ? "swapped" : "more";
}
