import { cleanNumber, parseCurrency } from "../../model/index.ts";

/** A piece of a text: where it begins and ends. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const numberPattern = /(?<![\p{N}][.,/:-]?)\p{Nd}[\p{Nd}.,'’]*(?:[ \u00A0]\p{Nd}{3}(?!\p{Nd}))*/gu;
const headMax = 7;
const tailMax = 24;
// Without a currency only a multiplier that is written on to the number says that money is meant.
const scaled = /\p{Nd}(?:k|천|만|千|万|тыс\.?)$/iu;

/** The amounts of money in a text, each with its currency or multiplier ("$5k", "5,000 euros", "5천딸라", "5万美元"). */
export function findMoney(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(numberPattern)) {
    const from = moneyStart(text, match.index);
    const to = moneyEnd(text, from, match.index + match[0].replace(/[.,'’]+$/u, "").length);
    if (to !== undefined && from >= (found.at(-1)?.to ?? 0) && hasOneCurrency(text.slice(from, to), match.index - from))
      found.push({ from, to });
  }
  return found;
}

/** Where a currency before the number begins ("$5k", "USD 500", "인민폐 500"); else where the number does. */
function moneyStart(text: string, at: number): number {
  for (let from = Math.max(0, at - headMax); from < at; from += 1) {
    const head = text.slice(from, at);
    const isWord =
      /^[\p{L}\p{Sc}.]{2,}\s?$/u.test(head) && !/[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(text.slice(0, from));
    if ((isWord || /^\p{Sc}\s?$/u.test(head)) && parseCurrency(head.trim()) !== undefined) return from;
  }
  return at;
}

/** Not "인민폐 2만원": what stands before and behind the number names one currency. */
function hasOneCurrency(money: string, headLength: number): boolean {
  const [before, behind] = [parseCurrency(money.slice(0, headLength).trim()), currencyOf(money.slice(headLength))];
  return before === undefined || behind === undefined || before === behind;
}

/** The currency that an amount of money names; undefined where it names none. */
export function currencyOf(money: string): string | undefined {
  const read = cleanNumber(money, {});
  return read.ok ? read.value.currency : undefined;
}

function moneyEnd(text: string, from: number, end: number): number | undefined {
  for (let to = Math.min(text.length, end + tailMax); to >= end; to -= 1) {
    if (isWithinWord(text, to)) continue;
    if (isMoney(text.slice(from, to))) return to;
  }
  return undefined;
}

const isWithinWord = (text: string, at: number): boolean =>
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}]$/u.test(text.slice(0, at)) &&
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}]/u.test(text.slice(at)) &&
  !/\p{Nd}$/u.test(text.slice(0, at));

function isMoney(text: string): boolean {
  if (/[\s,]$/u.test(text)) return false;
  const read = cleanNumber(text, {});
  return read.ok && Number(read.value.value) > 0 && (read.value.currency !== undefined || scaled.test(text));
}
