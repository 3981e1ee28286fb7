import type { Result } from "../../base/index.ts";

/** How a value is to be read, where the value itself leaves it open. */
export interface CleanOptions {
  /** FollowTheMoney's format of an identifier (iban, bic, lei, ...); also "account" and "currency". */
  readonly format?: string;
  /** Longest value in characters; the type's own limit where it is not given. */
  readonly maxLength?: number;
  readonly dateOrder?: "dmy" | "mdy" | "ymd";
  /** The values are day numbers of a spreadsheet with this date system. */
  readonly dateSystem?: "1900" | "1904";
  readonly decimalMark?: "." | ",";
  readonly factor?: number;
  /** Country whose numbering plan national phone numbers follow, two letters; it comes before `phoneCountries`. */
  readonly phoneCountry?: string;
  readonly phoneCountries?: readonly string[];
  /** FollowTheMoney language of the value, three letters; dropped for types without a language. */
  readonly lang?: string;
  /** What separates several values in one raw value. */
  readonly separator?: string;
  /** Words that may stand before the value and are no part of it. */
  readonly prefix?: string;
}

/** Why a value cannot be cleaned; `text` is a sentence for a person that quotes the value and says what would be right. */
export interface CleanFault {
  readonly kind:
    | "too-long"
    | "no-letters"
    | "not-a-date"
    | "impossible-date"
    | "ambiguous-date"
    | "not-a-number"
    | "unknown-country"
    | "phone-without-country"
    | "not-a-phone"
    | "check-digit"
    | "not-an-identifier"
    | "rounded-number"
    | "unknown-code"
    | "not-an-address";
  readonly text: string;
}

/** What a raw value says: none (it was empty or a word for "none"), one or several values. */
export interface Cleaned {
  readonly values: readonly string[];
  readonly lang?: string;
  /** The currency that stood beside an amount, ISO 4217. */
  readonly currency?: string;
  /** Of several values in one cell, those that cannot be cleaned. */
  readonly faults?: readonly CleanFault[];
}

export type CleanResult = Result<Cleaned, CleanFault>;
/** Cleans one trimmed text that is not empty into one value. */
export type Cleaner = (text: string, options: CleanOptions) => Result<string, CleanFault>;
