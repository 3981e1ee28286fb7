import { at } from "../kit/at.ts";
import type { Random } from "../kit/random.ts";
import { BANK_KINDS, FIRST_WORDS, SECOND_WORDS } from "../names/company-words.ts";
import type { Bank } from "./types.ts";

/** Countries of thirty banks; the bank representative knows the first fourteen of each thirty. */
const PLACES = "CN CN CN CN CN CN RU RU RU RU HK AE LV CY CN CN RU HK HK HK SG SG MY MY AE AE CY LV KP KP".split(" ");

/** How many of each thirty banks the bank representative knows. */
const KNOWN_BANKS = 14;

export const isKnownBank = (bank: Bank): boolean => (Number(bank.id.slice(1)) - 1) % PLACES.length < KNOWN_BANKS;

/** Thirty invented banks per unit of size. A BIC whose eighth character is 0 is a test code that no real bank bears. */
export const makeBanks = (random: Random, size: number): Bank[] => {
  const banks: Bank[] = [];
  const bics = new Set<string>();
  while (banks.length < PLACES.length * size) {
    const first = random.between(0, FIRST_WORDS.length - 1);
    const second = random.between(0, SECOND_WORDS.length - 1);
    const kind = random.between(0, BANK_KINDS.length - 1);
    const country = at(PLACES, banks.length % PLACES.length);
    const bic = `${bicPrefix(first, second, random)}${country}${random.pick([..."ABCDEFGHJKLMNPQRSTUVWXYZ"])}0`;
    if (bics.has(bic)) continue;
    bics.add(bic);
    const code =
      country === "RU"
        ? `04${random.digits(4)}${random.between(100, 999)}`
        : country === "LV"
          ? bic.slice(0, 4)
          : random.digits(3);
    banks.push({ id: `b${String(banks.length + 1).padStart(4, "0")}`, country, first, second, kind, bic, code });
  }
  return banks;
};

const bicPrefix = (first: number, second: number, random: Random): string => {
  const letter = (text: string): string => text.charAt(0).toUpperCase();
  return `Z${letter(at(FIRST_WORDS, first).en)}${letter(at(SECOND_WORDS, second).en)}${random.pick([..."BCDFGHKLMNPRSTVZ"])}`;
};
