import { bad, good, type Result } from "../../base/index.ts";
import { rows as scaleRows } from "../generated/scale-words.ts";
import { parseCurrency } from "../money.ts";
import type { CleanFault, CleanOptions } from "./clean.ts";

const powerByWord: ReadonlyMap<string, number> = new Map(
  scaleRows.flatMap(([power, words = ""]) => words.split("|").map((word) => [word, Number(power)] as const)),
);

/** An amount as a plain decimal, and the currency that stood beside it. */
export interface CleanedNumber {
  readonly value: string;
  readonly currency?: string;
}

const wordPattern = /^([^\d]*?)([-+]*\s*(?:\d|(?<!\p{L})[.,]\d)[\d.,'’\s_]*-?)([^\d]*)$/u;

/**
 * A number as a plain decimal ("-1000.50"): thousands separators gone, brackets and trailing signs made a minus,
 * multiplied by the words behind it and by `factor`. Without `decimalMark`, "1,000" is a thousand and "1.000" is one.
 */
export function cleanNumber(text: string, options: CleanOptions): Result<CleanedNumber, CleanFault> {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[‐-―−]/gu, "-")
    .trim();
  const bracketed = /^([^(]*)\((.*)\)([^)]*)$/su.exec(plain);
  const match = wordPattern.exec(bracketed ? bracketed.slice(1).join(" ").trim() : plain);
  if (!match) return notNumber(text);
  const [, before = "", digits = "", after = ""] = match;
  const words = readWords(before, after);
  const decimal = words && readDigits(digits, options.decimalMark);
  if (!words || decimal === undefined) return notNumber(text);
  const shifted = multiply(shift(decimal, words.power), options.factor ?? 1);
  const value = words.isNegative === (bracketed !== null) ? shifted : negate(shifted);
  return good({ value, ...(words.currency !== undefined && { currency: words.currency }) });
}

const notNumber = (text: string): Result<never, CleanFault> =>
  bad({ kind: "not-a-number", text: `"${text.trim()}" is no number; write it as -1000.50` });

interface Words {
  readonly power: number;
  readonly currency: string | undefined;
  readonly isNegative: boolean;
}

/** What stands around the digits: signs, a currency, a word such as "million"; undefined where a word is not known. */
function readWords(before: string, after: string): Words | undefined {
  let power = 0;
  let currency: string | undefined;
  let isNegative = false;
  for (const word of wordsOf(before, after)) {
    const scale = powerByWord.get(word.toLowerCase());
    const found = parseCurrency(word);
    if (/^(?:cr\.?|\+|=)$/iu.test(word)) continue;
    if (/^(?:dr\.?|-)$/iu.test(word)) isNegative = !isNegative;
    else if (found !== undefined) currency = found;
    else if (scale !== undefined) power += scale;
    else if (!/^[$¥]+$/u.test(word)) return undefined;
  }
  return { power, currency, isNegative };
}

/** One after the other: most texts end at a first word that is not known. */
function* wordsOf(before: string, after: string): Generator<string> {
  for (const side of [before.trim(), after.trim()]) {
    if (side === "") continue;
    if (parseCurrency(side) !== undefined) yield side;
    else for (const word of side.split(/\s+|(?<=-)(?=[^-])|(?<=[^-])(?=-$)/u)) yield* splitScale(word);
  }
}

/** "만원", "млн.руб.": a scale word and a currency written together. */
function splitScale(word: string): string[] {
  if (parseCurrency(word) !== undefined || powerByWord.has(word.toLowerCase())) return [word];
  for (let end = word.length - 1; end > 0; end--) {
    const [head, tail] = [word.slice(0, end).toLowerCase(), word.slice(end)];
    if (powerByWord.has(head) && (powerByWord.has(tail) || parseCurrency(tail) !== undefined)) return [head, tail];
  }
  return [word];
}

const digitPattern = (decimal: string, thousands: string): RegExp =>
  new RegExp(
    `^(\\d{1,3}(?:[${thousands} ]\\d{3})+|\\d*|\\d+(?:[${thousands}]\\d{2})*[${thousands}]\\d{3})(?:[${decimal}](\\d*))?$`,
    "u",
  );
const digitsByMark = { ".": digitPattern(".", ","), ",": digitPattern(",", ".") };

function readDigits(digits: string, mark: "." | "," | undefined): string | undefined {
  const isNegative = /^[^\d]*-|-$/u.test(digits.trim());
  const plain = digits
    .replaceAll(/[+-]/gu, "")
    .trim()
    .replaceAll(/(?<=\d)['’\s_](?=\d{3})/gu, " ");
  const pattern = digitsByMark[mark ?? findMark(plain)];
  const match = pattern.exec(plain);
  if (!match || !/\d/u.test(plain)) return undefined;
  const whole = (match[1] ?? "").replaceAll(/[., ]/gu, "").replace(/^0+(?=\d)/u, "") || "0";
  const fraction = match[2] ?? "";
  const value = fraction === "" ? whole : `${whole}.${fraction}`;
  return isNegative ? negate(value) : value;
}

/** The mark before the decimals, from the number alone: the last of two kinds; one that stands alone and not before three digits. */
function findMark(plain: string): "." | "," {
  const comma = plain.lastIndexOf(",");
  if (comma < 0) return plain.indexOf(".") === plain.lastIndexOf(".") ? "." : ",";
  const point = plain.lastIndexOf(".");
  if (point >= 0) return point > comma ? "." : ",";
  return plain.indexOf(",") === comma && !/,\d{3}$/u.test(plain) ? "," : ".";
}

const negate = (value: string): string =>
  !/[1-9]/u.test(value) ? value : value.startsWith("-") ? value.slice(1) : `-${value}`;

/** Moves the decimal point to the right. */
function shift(value: string, power: number): string {
  if (power === 0) return value;
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(value) ?? [];
  const digits = fraction.padEnd(power, "0");
  const moved = `${whole}${digits.slice(0, power)}`.replace(/^0+(?=\d)/u, "");
  return `${sign}${moved}${digits.length > power ? `.${digits.slice(power)}` : ""}`;
}

/** Exact: the factor's decimals are counted, the product is made of integers. */
function multiply(value: string, factor: number): string {
  if (factor === 1) return value;
  const [factorWhole = "0", factorFraction = ""] = String(factor).split(".");
  const [whole = "0", fraction = ""] = value.replace("-", "").split(".");
  const places = fraction.length + factorFraction.length;
  const digits = (BigInt(whole + fraction) * BigInt(factorWhole + factorFraction)).toString().padStart(places + 1, "0");
  const product = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  const shortened = product.includes(".") ? product.replace(/0+$/u, "").replace(/\.$/u, "") : product;
  return value.startsWith("-") ? negate(shortened) : shortened;
}
