import type { Field } from "./grid.ts";
import type { Noise } from "./noise.ts";
import { BLANKS } from "./page.ts";

/** An account number as some clerk writes it, with its meaning: `exact:` the digits, `last:` four digits, `round:` leading digits and length. */
export interface WrittenAccount {
  readonly field: Field;
  readonly meaning: string;
}

/** Writes an account number with the noise of the table; in a sheet, short numbers are often numbers, and long ones sometimes rounded by Excel. */
export const writeAccount = (noise: Noise, number: string, form: "sheet" | "text"): WrittenAccount => {
  if (noise.hits("blank")) return { field: { text: noise.random.pick(BLANKS) }, meaning: "" };
  const digits = withSlips(noise, number);
  if (noise.hits("accountLastFour")) {
    const last = digits.slice(-4);
    return { field: { text: noise.random.pick(["*", "****", "..", "尾号", ""]) + last }, meaning: `last:${last}` };
  }
  const long = /^[1-9]\d{15,}$/u.test(digits);
  if (long && noise.hits("accountRounded", 2)) return rounded(noise, digits, form);
  if (form === "sheet" && /^[1-9]\d{0,14}$/u.test(digits) && noise.random.chance(0.5))
    return { field: { text: digits, number: Number(digits) }, meaning: `exact:${digits}` };
  return { field: { text: noise.hits("accountSpaced") ? spaced(noise, digits) : digits }, meaning: `exact:${digits}` };
};

/** Whether two written numbers can be the same account. */
export const sameAccount = (left: string, right: string): boolean => {
  const [leftKind = "", leftText = ""] = left.split(":");
  const [rightKind = "", rightText = ""] = right.split(":");
  if (leftKind === "exact" && rightKind === "exact") return leftText === rightText;
  if (leftKind === "exact") return fits(leftText, rightKind, rightText);
  if (rightKind === "exact") return fits(rightText, leftKind, leftText);
  return leftKind !== rightKind || leftKind === "round"
    ? roundsAgree(leftKind, leftText, rightKind, rightText)
    : leftText === rightText;
};

const withSlips = (noise: Noise, number: string): string => {
  const body = [...number];
  const places = body.flatMap((letter, index) => (/\d/u.test(letter) && index > 3 ? [index] : []));
  if (noise.hits("accountDigit")) {
    const index = noise.random.pick(places);
    body[index] = String((Number(body[index]) + noise.random.between(1, 9)) % 10);
  }
  if (noise.hits("accountSwapped")) {
    const swappable = places.filter((index) => body[index + 1] !== undefined && body[index] !== body[index + 1]);
    if (swappable.length > 0) {
      const index = noise.random.pick(swappable);
      [body[index], body[index + 1]] = [body[index + 1] ?? "", body[index] ?? ""];
    }
  }
  return body.join("");
};

const rounded = (noise: Noise, digits: string, form: "sheet" | "text"): WrittenAccount => {
  const number = Number(Number(digits).toPrecision(15));
  const meaning = (kept: string): string => `round:${kept.replace(".", "").replace(/e.*$/u, "")}/${digits.length}`;
  if (form === "sheet") return { field: { text: String(number), number }, meaning: meaning(number.toExponential(14)) };
  if (noise.random.chance(0.5))
    return { field: { text: number.toExponential(5).replace("e", "E") }, meaning: meaning(number.toExponential(5)) };
  return { field: { text: String(number) }, meaning: meaning(number.toExponential(14)) };
};

const spaced = (noise: Noise, digits: string): string => {
  const separator = noise.separator;
  return digits.replaceAll(/[A-Z0-9]{4}(?=.)/gu, (group) => group + separator);
};

const fits = (exact: string, kind: string, text: string): boolean => {
  if (kind === "last") return exact.endsWith(text);
  const [kept = "", length = "0"] = text.split("/");
  if (exact.length !== Number(length)) return false;
  return (
    Number(exact)
      .toExponential(kept.length - 1)
      .replace(".", "")
      .replace(/e.*$/u, "") === kept
  );
};

const roundsAgree = (leftKind: string, left: string, rightKind: string, right: string): boolean => {
  if (leftKind !== rightKind) return true;
  const [leftKept = "", leftLength] = left.split("/");
  const [rightKept = "", rightLength] = right.split("/");
  const kept = Math.min(leftKept.length, rightKept.length) - 1;
  return leftLength === rightLength && leftKept.slice(0, kept) === rightKept.slice(0, kept);
};
