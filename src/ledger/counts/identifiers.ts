import { sentencesOf } from "../words/sentences.ts";
import type { Span } from "../words/sentences.ts";
import type { Reading } from "../words/reading.ts";
import { lazy } from "../../base/index.ts";
import { readNumbers, unitAt } from "./count-reading.ts";

/** Digits that name something: the ending of an account with its bank, a telephone number. */
export interface Identifier extends Span {
  readonly text: string;
  readonly type: "account-fragment" | "account-number" | "phone";
  /** The bank as the text writes it; null where no account with a bank was named before. */
  readonly bank: string | null;
}

const phonePattern = /(?<![\p{L}\p{N}.,])\+?\(?\d[\d\s().–-]{6,}\d(?![\p{L}\p{N}])/gu;

/** Account endings ("the account ending 4471 at Example Bank", later "payments to 0092") and telephone numbers, in document order. */
export const findIdentifiers = (text: string): Identifier[] => identifiersIn(readNumbers(text));

/** The same, of a text that was read with the words of numbers. */
export function identifiersIn(reading: Reading): Identifier[] {
  const banks = lazy(() => findBanks(reading.text));
  const found = [...findEndings(reading, banks), ...findNumbers(reading, banks), ...findPhones(reading.text)];
  return found.toSorted((left, right) => left.from - right.from);
}

type Bank = Span & { readonly name: string };

function findEndings(reading: Reading, banks: () => readonly Bank[]): Identifier[] {
  const { tokens, text } = reading;
  const found: Identifier[] = [];
  const bankByEnding = new Map<string, string | null>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "digits" || token.key.length < 3 || token.key.length > 8) continue;
    const known = bankByEnding.get(token.key);
    const isNamed = isEnding(reading, index);
    if (!isNamed && (known === undefined || !isUnadorned(reading, index) || unitAt(reading, index + 1))) continue;
    const bank = known ?? bankNear(text, banks(), token);
    bankByEnding.set(token.key, bank);
    found.push({ from: token.from, to: token.to, text: token.key, type: "account-fragment", bank });
  }
  return found;
}

function isEnding(reading: Reading, index: number): boolean {
  for (let back = 1; back <= 4; back += 1) {
    const sense = reading.sense(index - back, "ending");
    if (sense && sense.length === back) return true;
  }
  return false;
}

const isUnadorned = ({ tokens, touches, is }: Reading, index: number): boolean =>
  !(touches(index) && is(index + 1, ",", ".") && touches(index + 1) && tokens[index + 2]?.kind === "digits") &&
  !(index > 0 && touches(index - 1) && is(index - 1, ",", ".", "$", "€", "£"));

const bankPattern =
  /(?:\p{Lu}[\p{L}&'’-]*\s+){0,4}(?:Bank|Banking|Trust|Savings|Credit Union)\b(?:\s+(?:of\s+)?\p{Lu}[\p{L}-]*)*|\p{Lu}[\p{L}&'’-]*(?:bank|банк)\b|[\p{Script=Han}]{2,8}(?:银行|銀行)|[\p{Script=Hangul}]{1,8}은행/gu;

const findBanks = (text: string): Bank[] =>
  [...text.matchAll(bankPattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    name: match[0].replace(/^(?:The|At|In|A)\s+/u, ""),
  }));

/** The bank that the words behind the ending name ("at Example Bank"), else the last one named before an account in the same paragraph, else the last one. */
function bankNear(text: string, banks: readonly Bank[], place: Span): string | null {
  const sentence = sentencesOf(
    text.slice(place.to, text.indexOf("\n", place.to) < 0 ? undefined : text.indexOf("\n", place.to)),
  )[0];
  const behind = banks.find((bank) => bank.from >= place.to && bank.from <= place.to + (sentence?.to ?? 0));
  if (behind && /^\s*(?:at|with|of|in|held at)\s+(?:the\s+)?$/u.test(text.slice(place.to, behind.from)))
    return behind.name;
  return banks.findLast((bank) => bank.to <= place.from)?.name ?? null;
}

// Shorter digits behind the word "account" are rather how many there are.
const accountDigitsMin = 5;

/** "Account number 40817810", "account no. 5519 0042". */
function findNumbers({ tokens, text, is }: Reading, banks: () => readonly Bank[]): Identifier[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "digits" || token.key.length < accountDigitsMin) return [];
    const noun = is(index - 1, ".") ? index - 2 : is(index - 1, "number", "no", "#") ? index - 1 : index;
    if (!is(noun - 1, "account", "accounts", "iban", "card")) return [];
    const bank = bankNear(text, banks(), token);
    return [{ from: token.from, to: token.to, text: token.key, type: "account-number" as const, bank }];
  });
}

function findPhones(text: string): Identifier[] {
  return [...text.matchAll(phonePattern)].flatMap((match) => {
    const digits = match[0].replaceAll(/\D/gu, "");
    const isDate = /^\d{4}[-–]\d{2}[-–]\d{2}$|^\d{1,2}[.]\d{1,2}[.]\d{4}$|^\d{4}\s?[-–]\s?\d{4}$/u.test(match[0]);
    const isGrouped =
      match[0].startsWith("+") || /[()]/u.test(match[0]) || (match[0].match(/[\s-]/gu)?.length ?? 0) >= 2;
    if (digits.length < 8 || digits.length > 15 || isDate || !isGrouped || /\n/u.test(match[0])) return [];
    return [
      { from: match.index, to: match.index + match[0].length, text: match[0], type: "phone" as const, bank: null },
    ];
  });
}
