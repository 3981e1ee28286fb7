import { formatMoney } from "../model/index.ts";

/** A count with its noun: "1 file", "2,310 files". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** A share as a whole percentage; "less than 1 %" rather than 0. */
export function percent(part: bigint, whole: bigint): string {
  if (whole === 0n) return "0 %";
  const rounded = Number((part * 1000n) / whole) / 10;
  return part > 0n && rounded < 1 ? "less than 1 %" : `${Math.round(rounded)} %`;
}

/** Money in millions with one decimal once it has them, else in full. */
export function money(minor: bigint, currency: string): string {
  const major = Number(minor) / 100;
  return Math.abs(major) >= 1_000_000
    ? `${(major / 1_000_000).toFixed(1)} M ${currency}`
    : formatMoney(minor, currency);
}

/** Who speaks, in words that say how many independent sources there are; a range where some are unknown. */
export function sourcesInWords(least: number, most: number): string {
  if (most <= 0) return "its source is unknown";
  if (least === 0) return "no known independent source says so";
  if (least === most) return least === 1 ? "one source says so, and no other" : `${least} independent sources say so`;
  return `at least ${least} and at most ${most} independent sources say so`;
}

const propertyWords: Readonly<Record<string, string>> = {
  birthDate: "date of birth",
  deathDate: "date of death",
  incorporationDate: "date of incorporation",
  dissolutionDate: "date of dissolution",
  accountNumber: "account number",
  registrationNumber: "registration number",
  passportNumber: "passport number",
  idNumber: "identity number",
  phone: "telephone number",
  amount: "amount",
  date: "date",
  currency: "currency",
  owner: "holder",
  name: "name",
};

/** A property in plain words. */
export const propertyInWords = (prop: string): string =>
  propertyWords[prop] ?? prop.replaceAll(/([A-Z])/gu, (letter) => ` ${letter.toLowerCase()}`);
