import { isValidBIC, isValidIBAN } from "ibantools";
import { bad, good } from "../../base/index.ts";
import { parseCurrency } from "../money.ts";
import { isFigi, isImo, isInn, isIsin, isLei, isNpi, isOgrn, isUscc } from "./check-digits.ts";
import type { Cleaner } from "./clean.ts";
import { toOneLine } from "./clean-text.ts";

interface Format {
  /** Turns what stands there into the form that the check takes. */
  readonly compact: (text: string) => string;
  readonly isValid: (text: string) => boolean;
  /** What a right one looks like, for the message. */
  readonly right: string;
}

const strip = (text: string): string =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s.\-‐-―−/_·:]/gu, "");
const stripWord =
  (word: RegExp) =>
  (text: string): string =>
    strip(text).replace(word, "");

const formats: Readonly<Record<string, Format>> = {
  iban: { compact: stripWord(/^IBAN/u), isValid: (text) => isValidIBAN(text), right: "GB33BUKB20201555555555" },
  bic: {
    compact: stripWord(/^(?:BIC|SWIFT)(?=[A-Z0-9]{8})/u),
    isValid: (text) => isValidBIC(text),
    right: "DEUTDEFF or DEUTDEFF500",
  },
  lei: { compact: strip, isValid: isLei, right: "a LEI of 20 characters such as 529900T8BM49AURSDO55" },
  inn: { compact: stripWord(/^(?:ИНН|INN)/u), isValid: isInn, right: "10 or 12 digits such as 7707083893" },
  ogrn: {
    compact: stripWord(/^(?:ОГРН(?:ИП)?|OGRN)/u),
    isValid: isOgrn,
    right: "13 or 15 digits such as 1027700132195",
  },
  uscc: { compact: strip, isValid: isUscc, right: "18 characters such as 91350100M000100Y43" },
  imo: { compact: stripWord(/^IMO/u), isValid: isImo, right: "7 digits such as 9074729" },
  isin: { compact: strip, isValid: isIsin, right: "12 characters such as US0378331005" },
  figi: { compact: strip, isValid: isFigi, right: "12 characters such as BBG000B9XRY4" },
  npi: { compact: strip, isValid: isNpi, right: "10 digits such as 1234567893" },
  uei: {
    compact: strip,
    isValid: (text) => /^[A-HJ-NP-Z1-9][A-HJ-NP-Z0-9]{11}$/u.test(text),
    right: "12 characters such as J6H4FB3N5YK7",
  },
  ssn: {
    compact: (text) => strip(text).replace(/^(\d{3})(\d{2})(\d{4})$/u, "$1-$2-$3"),
    isValid: (text) => /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/u.test(text),
    right: "9 digits such as 123-45-6789",
  },
  wikidata: { compact: strip, isValid: (text) => /^[QP]\d+$/u.test(text), right: "Q and digits such as Q42" },
};

/** An identifier; one with a known format is stripped of spaces and dashes and its check digits are tested. */
export const cleanIdentifier: Cleaner = (text, options) => {
  if (options.format === "account") return cleanAccount(text, options);
  const format = Object.hasOwn(formats, options.format ?? "") ? formats[options.format ?? ""] : undefined;
  if (!format) return good(toOneLine(text.normalize("NFKC")));
  const compact = format.compact(text);
  if (format.isValid(compact)) return good(compact);
  const fault = `"${toOneLine(text)}" is no valid ${(options.format ?? "").toUpperCase()}; write it as ${format.right}`;
  return bad({ kind: /^[A-Z0-9-]+$/u.test(compact) ? "check-digit" : "not-an-identifier", text: fault });
};

/**
 * A number that a spreadsheet rounded ("6.27278E+18"), as a pattern that both the program and the database take: it
 * names no account, but its first digits tell of one.
 */
export const roundedNumber = String.raw`^\s*[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,2}\s*$`;

/** An account number: its letters and digits; a number that a spreadsheet rounded is refused. */
const cleanAccount: Cleaner = (text) => {
  const compact = strip(text);
  const plain = text.normalize("NFKC").trim();
  if (new RegExp(roundedNumber, "u").test(plain)) {
    return bad({
      kind: "rounded-number",
      text: `"${plain}" has lost its last digits in a spreadsheet; look for the whole account number`,
    });
  }
  if (/\d/u.test(compact)) return good(toOneLine(compact));
  return bad({ kind: "not-an-identifier", text: `"${toOneLine(text)}" holds no digit; an account number has some` });
};

/** A currency as its ISO 4217 code where the text names one, else the text. */
export const cleanCurrency: Cleaner = (text) => good(parseCurrency(text) ?? toOneLine(text));
