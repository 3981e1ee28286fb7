import { at } from "../kit/at.ts";
import type { Currency } from "../kit/money.ts";
import type { Random } from "../kit/random.ts";
import type { Bank } from "./types.ts";

/** An invented account number with the check digits of its country: IBAN where there is one, twenty digits keyed to the BIK in Russia, Luhn in China. */
export const accountNumber = (random: Random, bank: Bank, currency: Currency): string => {
  switch (bank.country) {
    case "AE":
      return iban("AE", bank.code + random.digits(16));
    case "CY":
      return iban("CY", bank.code + random.digits(5) + random.digits(16));
    case "LV":
      return iban("LV", bank.code + random.digits(13));
    case "RU":
      return russian(random, bank.code, currency);
    case "CN":
      return withLuhn(`62${random.between(1, 8)}${bank.code}${random.digits(12)}`);
    case "HK":
      return `${bank.code}${random.digits(9)}`;
    case "MY":
      return `${random.between(1, 9)}${random.digits(13)}`;
    case "SG":
      return `${random.between(1, 9)}${random.digits(9)}`;
    default:
      return `${random.between(1, 9)}${random.digits(10)}`;
  }
};

const iban = (country: string, rest: string): string => {
  const remainder = BigInt(lettersToDigits(`${rest}${country}00`)) % 97n;
  return `${country}${String(98n - remainder).padStart(2, "0")}${rest}`;
};

const lettersToDigits = (text: string): string =>
  text.replaceAll(/[A-Z]/gu, (letter) => String(letter.charCodeAt(0) - 55));

const CURRENCY_CODES: Readonly<Record<Currency, string>> = {
  USD: "840",
  EUR: "978",
  CNY: "156",
  RUB: "810",
  HKD: "344",
  AED: "784",
};

const russian = (random: Random, bik: string, currency: Currency): string => {
  const head = `407${random.pick(["02", "03"])}${CURRENCY_CODES[currency]}`;
  const tail = random.digits(11);
  for (let key = 0; key < 10; key++) {
    const number = `${head}${key}${tail}`;
    if (keySum(bik.slice(-3) + number) % 10 === 0) return number;
  }
  throw new Error(`no key digit for ${head}`);
};

const keySum = (digits: string): number => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += (Number(digits[i]) * at([7, 1, 3], i % 3)) % 10;
  return sum;
};

const withLuhn = (digits: string): string => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits + String((10 - (sum % 10)) % 10);
};
