import { createRequire } from "node:module";
import type { CountryCode } from "libphonenumber-js";
import { bad, good, lazy } from "../../base/index.ts";
import type { CleanOptions, Cleaner } from "./clean.ts";
import { toOneLine } from "./clean-text.ts";

// A hundred modules that only a telephone number needs: they are loaded with the first.
const phones = lazy((): typeof import("libphonenumber-js") => createRequire(import.meta.url)("libphonenumber-js"));

/**
 * Numbers in E.164 form under a calling code that exists. They are taken as they stand: the numbering plans that are
 * published lag behind (North Korea's above all), and a number that no plan knows is still what the source gave.
 */
export const e164Pattern = lazy(() => {
  const { getCountries, getCountryCallingCode } = phones();
  const codes = [...new Set(getCountries().map((country) => getCountryCallingCode(country)))].toSorted();
  return String.raw`^\+(?:${codes.join("|")})[0-9]{5,12}$`;
});
const e164 = lazy(() => new RegExp(e164Pattern(), "u"));

/** A phone number in E.164 form; a national number is read under the countries given, else refused with its text. */
export const cleanPhone: Cleaner = (text, options) => {
  const plain = toDialled(text);
  if (plain.startsWith("+"))
    return e164().test(plain)
      ? good(plain)
      : bad({
          kind: "not-a-phone",
          text: `"${toOneLine(text)}" is no phone number that can be dialled; write it as +85021811111`,
        });
  if (!/^[0-9*#]{3,15}$/u.test(plain))
    return bad({ kind: "not-a-phone", text: `"${toOneLine(text)}" is no phone number; write it as +85021811111` });
  for (const country of countriesOf(options)) {
    const number = phones().parsePhoneNumberFromString(plain, country);
    if (number?.isValid()) return good(number.number);
  }
  // No country's own numbers have twelve digits: so many are one with its calling code, where that makes a number that exists.
  const international = plain.length >= 12 ? phones().parsePhoneNumberFromString(`+${plain}`) : undefined;
  if (international?.isValid()) return good(international.number);
  return bad({
    kind: "phone-without-country",
    text: `"${toOneLine(text)}" does not say its country; add the calling code, or name the country in the mapping or in phoneCountries of case.yaml`,
  });
};

/** Digits with a leading "+" where the number says its country: "00", "(0)", extensions and "tel:" gone. */
function toDialled(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^\s*(?:tel|phone|mobile|fax|тел|전화|电话|電話|t|m)\s*[.:]*\s*/u, "")
    .replace(/[\s,;]*(?:ext\.?|x|доб\.?|内线|분机|#)\s*=?\s*\d{1,6}\s*$/u, "")
    .replace(/(\+\d{1,3})\s*\(0\)/u, "$1")
    .replaceAll(/[\s().\-‐-―−/·]/gu, "");
  return plain.replace(/^00(?=[1-9]\d{7})/u, "+");
}

function countriesOf(options: CleanOptions): CountryCode[] {
  const countries = [options.phoneCountry, ...(options.phoneCountries ?? [])];
  return countries
    .map((country) => (country ?? "").toUpperCase())
    .filter((country) => phones().isSupportedCountry(country));
}
