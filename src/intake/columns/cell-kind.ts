import { countDigits } from "./count-digits.ts";

/** What a cell is at first sight; `code` mixes letters and several digits. */
export type CellKind = "empty" | "number" | "date" | "code" | "text";

const numericDate = /^\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}\.?(?:[ T,]+\d{1,2}:\d{2}.*)?$/u;
const wordDate =
  /^(?:\d{1,2}[\s./-]*\p{L}{3,10}\.?[\s.,/-]*\d{2,4}|\p{L}{3,10}\.?\s*\d{1,2},?\s*\d{4}|\d{4}\s?[년年]\s?\d{1,2}\s?[월月].*)(?:\s?г\.?)?$/u;

/** Looks at the shape of a cell alone. */
export function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (text === "") return "empty";
  const digits = countDigits(text);
  if (digits === 0) return "text";
  if (numericDate.test(text) || (text.length < 30 && wordDate.test(text))) return "date";
  if (!/\p{L}/u.test(text)) return "number";
  return digits >= 4 || digits * 2 > text.length ? "code" : "text";
}

export const isData = (kind: CellKind): boolean => kind === "number" || kind === "date" || kind === "code";
