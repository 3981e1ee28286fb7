import { isEmptyText } from "../../model/index.ts";
import { patternFor, wordsOf } from "./payment-words.ts";

/** Who or what a sentence names as an end of a payment: a name, an account, or both. */
export interface PaymentEnd {
  readonly name?: string;
  readonly account?: string;
}

const nameMax = 80;
const wordsMax = 10;
const accountPattern =
  /(?<![\p{L}\p{N}])(?:[A-Z]{2}\d{2}[ -]?[A-Z0-9](?:[A-Z0-9 -]{8,30})[A-Z0-9]|\d(?:[ -]?\d){7,30})(?![\p{L}\p{N}])/u;
const pronouns = new Set(wordsOf("pronoun"));

/** Reads one end out of the piece of a sentence that names it: {} for a pronoun, undefined for no name at all. */
export function readEnd(piece: string): PaymentEnd | undefined {
  const account = accountPattern.exec(piece);
  const name = tidy(account ? besideAccount(piece, account) : piece);
  if (pronouns.has(name.toLowerCase())) return {};
  const isName =
    /\p{L}{2}/u.test(name) && name.length <= nameMax && name.split(/\s+/u).length <= wordsMax && !isEmptyText(name);
  if (!isName && !account) return undefined;
  return { ...(isName && { name }), ...(account && { account: account[0] }) };
}

/** The name before an account number, or in brackets behind it. */
function besideAccount(piece: string, { index, 0: account }: RegExpExecArray): string {
  const before = piece.slice(0, index).replaceAll(patternFor("account"), " ");
  return /\p{L}/u.test(before) ? before : (/^\s*\(([^()]+)\)/u.exec(piece.slice(index + account.length))?.[1] ?? "");
}

const tidy = (text: string): string =>
  text
    .replaceAll(patternFor("thing"), " ")
    .replaceAll(/\(\s*\)/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[\s\p{Pd}:;,'"“”«»#№)]+|[\s\p{Pd}:;,'"“”«»#№(]+$/gu, "")
    .replace(/^(?:and|и|그리고)\s+/iu, "")
    .replace(/(?<=\p{Script=Han})的$/u, "");
