import { grouped } from "../base/index.ts";

export { counted, grouped } from "../base/index.ts";
export { moneyInShort as money, propertyInWords } from "../model/index.ts";

/** A share as a whole percentage; "less than 1 %" rather than 0. */
export function percent(part: bigint, whole: bigint): string {
  if (whole === 0n) return "0 %";
  const rounded = Number((part * 1000n) / whole) / 10;
  return part > 0n && rounded < 1 ? "less than 1 %" : `${Math.round(rounded)} %`;
}

/** An amount as it is compared ("3620.31 USD") with its thousands apart; other texts as they are. */
export const amountInWords = (text: string): string => text.replace(/^\d+(?=\.|$)/u, grouped);

/** A list as a sentence has it: "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;

/** A reroute factor in words: "twice", "1.5 times". */
export const timesInWords = (rhoQuarters: number): string =>
  rhoQuarters === 8 ? "twice" : rhoQuarters === 4 ? "once" : `${rhoQuarters / 4} times`;

/** Who speaks, in words that say how many independent sources there are; a range where some are unknown. */
export function sourcesInWords(least: number, most: number): string {
  if (most <= 0) return "its source is unknown";
  if (least === 0) return "no known independent source says so";
  if (least === most) return least === 1 ? "one source says so, and no other" : `${least} independent sources say so`;
  return `at least ${least} and at most ${most} independent sources say so`;
}

const schemaWords: Readonly<Record<string, string>> = {
  Person: "people",
  Company: "firms",
  LegalEntity: "people or firms",
  BankAccount: "accounts",
  Ownership: "holdings",
  Identification: "identity papers",
};

/** Entities of a type in plain words: "people", "firms", "payments". */
export const schemaInWords = (schema: string): string =>
  schemaWords[schema] ??
  `${schema.replaceAll(/(?<!^)([A-Z])/gu, (letter) => ` ${letter.toLowerCase()}`).toLowerCase()}s`;

const joinWords: Readonly<Record<string, string>> = {
  "name-company": "name",
  "name-person": "name",
  "birth-date": "date of birth",
  "same-holder": "same holder",
  "same-organization": "same firm",
};

/** What joined two mentions, in plain words: "rule: account-number, name-company" is "account number and name". */
export const joinedByInWords = (by: string): string =>
  by.startsWith("rule: ")
    ? listed(
        by
          .slice("rule: ".length)
          .split(", ")
          .map((each) => joinWords[each] ?? each.replaceAll("-", " ")),
      )
    : by;
