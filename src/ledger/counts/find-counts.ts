import type { Span } from "../words/sentences.ts";
import type { Reading } from "../words/reading.ts";
import { findTimeSpans } from "../dates/index.ts";
import { addSums } from "./add-sums.ts";
import type { Count } from "./count.ts";
import { readNumbers } from "./count-reading.ts";
import { identifiersIn } from "./identifiers.ts";
import { isLabel } from "./labels.ts";
import { readQuantity, type Quantity } from "./read-quantity.ts";
import { shareUnits } from "./share-units.ts";

/** A count on its way, with the tokens it takes. */
export interface Counted extends Count {
  readonly quantity: Quantity;
  readonly next: number;
}

/**
 * Every number of a text in document order: how many of what, or how much, as a range with open ends; a sum of people
 * ("12 women and a man") stands beside its parts. Numbers of dates, clock times, names, lists, accounts and telephones are none.
 */
export function findCounts(text: string): Count[] {
  const reading = readNumbers(text);
  const taken = [...findTimeSpans(text), ...identifiersIn(reading)].toSorted((left, right) => left.from - right.from);
  const counted = joinAlternatives(reading, readAll(reading, taken));
  return addSums(reading, shareUnits(text, counted));
}

function readAll(reading: Reading, taken: readonly Span[]): Counted[] {
  const counted: Counted[] = [];
  let place = 0;
  for (let index = 0; index < reading.tokens.length;) {
    const token = reading.tokens[index];
    const from = token?.from ?? 0;
    while ((taken[place]?.to ?? Number.POSITIVE_INFINITY) <= from) place += 1;
    const isTaken = (taken[place]?.from ?? Number.POSITIVE_INFINITY) <= from;
    const read =
      !isTaken && mayBegin(reading, index) && !isLabel(reading, index) ? readQuantity(reading, index) : undefined;
    const to = read ? (reading.tokens[read.next - 1]?.to ?? from) : from;
    const runsInto = (taken[place]?.from ?? Number.POSITIVE_INFINITY) < to;
    if (!read || runsInto || holdsLabel(reading, index, read.next)) {
      index += 1;
      continue;
    }
    const { low, high, unit, approx, noun, isOrdinal } = turned(read.value, reading.text.slice(0, from));
    const base = {
      from,
      to,
      text: reading.text.slice(from, to),
      low,
      high,
      unit,
      approx,
      noun,
      ...(isOrdinal && { isOrdinal }),
    };
    counted.push({ ...base, quantity: read.value, next: read.next });
    index = read.next;
  }
  return counted;
}

/** "never held more than 11 million", "did not take fewer than six": what is denied of a bound is the other bound. */
function turned(quantity: Quantity, before: string): Quantity {
  const isDenied = /(?:\b(?:never|not)|n[’']t)\s+(?:\p{L}+\s+){1,3}$/u.test(before.slice(-48));
  const isOpen = (quantity.low === null) !== (quantity.high === null);
  return isDenied && isOpen ? { ...quantity, low: quantity.high, high: quantity.low } : quantity;
}

const firstKinds: ReadonlySet<string> = new Set(
  "ones tens hundreds multiplier cjk-digit cjk-small none couple set several few many times dozen fraction ordinal least more most less approx currency age".split(
    " ",
  ),
);

/** Whether a number, or a word that bounds one, begins at the token; most words are none. */
const mayBegin = (reading: Reading, index: number): boolean =>
  reading.tokens[index]?.kind === "digits" ||
  reading.hasSense(index, firstKinds) ||
  reading.is(index, "a", "an", "between", "from", "half", "aged");

function holdsLabel(reading: Reading, index: number, next: number): boolean {
  for (let each = index + 1; each < next; each += 1) {
    if (reading.tokens[each]?.kind === "digits" && isLabel(reading, each) && !reading.touches(each - 1)) return true;
  }
  return false;
}

/** "At least six, and perhaps as many as nine": the lower and the upper end of one number. */
const isUpperEnd = ({ text }: Reading, low: Counted, high: Counted): boolean =>
  low.high === null &&
  high.low === null &&
  low.low !== null &&
  high.high !== null &&
  low.low < high.high &&
  low.noun === null &&
  low.unit === null &&
  /^\s*,?\s*(?:and|or|but)?\s*$/u.test(text.slice(low.to, high.from));

/** "Seventeen containers, or fourteen": two numbers for one thing are a range. */
function joinAlternatives(reading: Reading, counted: readonly Counted[]): Counted[] {
  const joined: Counted[] = [];
  for (const each of counted) {
    const before = joined.at(-1);
    if (before && isUpperEnd(reading, before, each)) {
      const text = reading.text.slice(before.from, each.to);
      joined.splice(-1, 1, { ...each, from: before.from, text, low: before.low });
      continue;
    }
    const isOther = before && before.noun !== null && before.unit === null && each.noun === null && each.unit === null;
    const gap = isOther ? reading.text.slice(reading.tokens[before.quantity.nounEnd - 1]?.to, each.from) : "";
    const isEnd = reading.tokens[each.next]?.kind !== "word";
    if (
      isOther &&
      /^\s*,?\s*or\s*$/iu.test(gap) &&
      isEnd &&
      before.low !== null &&
      each.low !== null &&
      before.high !== null &&
      each.high !== null
    ) {
      const low = Math.min(before.low, each.low);
      const high = Math.max(before.high, each.high);
      joined.splice(-1, 1, {
        ...before,
        to: each.to,
        text: reading.text.slice(before.from, each.to),
        low,
        high,
        next: each.next,
      });
    } else joined.push(each);
  }
  return joined;
}
