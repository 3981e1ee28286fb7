/** A number's text, and whether Excel had to round it: it keeps 15 digits, and longer account numbers lose the rest. */
export interface NumberText {
  readonly text: string;
  readonly isRounded: boolean;
}

/**
 * The text of a number as stored: as written there, unless a shorter text or one without exponent is the same number
 * ("1.1000000000000001" is 1.1; "4.0702810000000102E+19" is written out).
 */
export function numberText(raw: string): NumberText {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return { text: raw, isRounded: false };
  const isRounded = Number.isInteger(value) && Math.abs(value) >= 1e15;
  return { text: raw.length > 15 || /e/iu.test(raw) ? plainText(value, raw) : raw, isRounded };
}

function plainText(value: number, raw: string): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e40) return writeOut(value);
  const shortest = String(value);
  if (shortest.includes("e")) return raw;
  return /e/iu.test(raw) || shortest.length < raw.length ? shortest : raw;
}

// The shortest digits of the number followed by zeros, not the exact binary value: 4.07E+19 is 40700000000000000000.
function writeOut(value: number): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e\+(\d+)$/u.exec(value.toExponential());
  if (!match) return String(value);
  const [, sign = "", first = "", rest = "", exponent = "0"] = match;
  return sign + (first + rest).padEnd(Number(exponent) + 1, "0");
}
