import { assert, grouped } from "../base/index.ts";
import { rows } from "./generated/currencies.ts";

const decimalsByCode: ReadonlyMap<string, number> = new Map(
  rows.map(([code = "", decimals]) => [code, Number(decimals)]),
);
const codeByWord: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([code = "", , words = ""]) =>
    [code, ...words.split("|")].filter((word) => word !== "").map((word) => [wordKey(word), code] as const),
  ),
);
const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?$/u;

/** Whether the text is an ISO 4217 code, in capitals. */
export const isCurrency = (code: string): boolean => decimalsByCode.has(code);

/** The ISO 4217 code that a word or sign names by itself ("руб.", "₩", "usd"); undefined where it names none or several. */
export const parseCurrency = (text: string): string | undefined => codeByWord.get(wordKey(text));

/** How many decimals the currency's minor unit has (ISO 4217); 2 for a currency that is not known. */
export const minorUnits = (currency: string): number => decimalsByCode.get(currency) ?? 2;

/** A plain decimal ("-1000.5") in minor units of the currency; undefined where it is none, or has decimals below the minor unit. */
export function decimalToMinor(decimal: string, currency: string): bigint | undefined {
  const match = decimalPattern.exec(decimal);
  if (!match) return undefined;
  const places = minorUnits(currency);
  const [, sign, whole = "0", fraction = ""] = match;
  if (/[1-9]/u.test(fraction.slice(places))) return undefined;
  const minor = BigInt(whole + fraction.slice(0, places).padEnd(places, "0"));
  return sign === "-" ? -minor : minor;
}

/** Minor units as a plain decimal with all decimals of the currency: 100050n of USD is "1000.50". */
export function minorToDecimal(minor: bigint, currency: string): string {
  const places = minorUnits(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return `${minor < 0n ? "-" : ""}${whole}${places > 0 ? `.${digits.slice(-places)}` : ""}`;
}

/** An amount for a person to read: "1,000.50 USD". */
export function formatMoney(minor: bigint, currency: string): string {
  assert(currency !== "", "an amount is shown with its currency");
  const [whole = "", fraction] = minorToDecimal(minor, currency).split(".");
  return `${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`} ${currency}`;
}

/** Money in millions with one decimal once it has them, else in full: "48.2 M USD". */
export function moneyInShort(minor: bigint, currency: string): string {
  const major = Number(minor) / 100;
  return Math.abs(major) >= 1_000_000
    ? `${(major / 1_000_000).toFixed(1)} M ${currency}`
    : formatMoney(minor, currency);
}

function wordKey(word: string): string {
  return word.normalize("NFKC").toLowerCase().replaceAll(/\s/gu, "");
}
