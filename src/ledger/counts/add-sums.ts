import type { Reading } from "../words/reading.ts";
import type { Count } from "./count.ts";
import type { Counted } from "./find-counts.ts";

/** The counts, and beside people who are counted in kinds ("12 women and a man") their sum with its parts. */
export function addSums(reading: Reading, counted: readonly Counted[]): Count[] {
  const plain = counted.map(toCount);
  const sums: Count[] = [];
  for (let index = 0; index < counted.length;) {
    const run = peopleRun(reading, counted, index);
    if (run.parts.length > 1) sums.push(sumOf(reading, run.parts));
    index = run.next;
  }
  return [...plain, ...sums].toSorted((left, right) => left.from - right.from || right.to - left.to);
}

function toCount({ quantity: _quantity, next: _next, ...count }: Counted): Count {
  return count;
}

interface Run {
  readonly parts: readonly Count[];
  readonly next: number;
}

/** Numbers of people that follow one another with nothing but "and", a comma or an article between their nouns. */
function peopleRun(reading: Reading, counted: readonly Counted[], start: number): Run {
  const parts: Count[] = [];
  let index = start;
  for (let each = counted[index]; each && isPeople(reading, each); each = counted[index]) {
    parts.push(toCount(each));
    index += 1;
    const single = singleBehind(reading, each.quantity.nounEnd);
    if (single) parts.push(single.count);
    const place = single?.next ?? each.quantity.nounEnd;
    const next = counted[index];
    if (!next || !isJoint(reading, place, next.from)) break;
  }
  return { parts, next: Math.max(index, start + 1) };
}

const isPeople = (reading: Reading, count: Counted): boolean =>
  count.unit === null &&
  count.isOrdinal === undefined &&
  count.noun !== null &&
  reading.sense(count.quantity.nounEnd - 1, "person") !== undefined;

function isJoint(reading: Reading, place: number, from: number): boolean {
  const to = reading.tokens[place - 1]?.to ?? 0;
  return /^\s*(?:,|,?\s*and)\s*$/u.test(reading.text.slice(to, from));
}

/** "... and a man": the article is one. */
function singleBehind(reading: Reading, place: number): { count: Count; next: number } | undefined {
  const and =
    reading.is(place, ",") && reading.is(place + 1, "and") ? place + 2 : reading.is(place, "and", ",") ? place + 1 : -1;
  if (and < 0 || !reading.is(and, "a", "an", "his", "her", "their")) return undefined;
  for (let index = and + 1; index < and + 4; index += 1) {
    if (reading.tokens[index]?.kind !== "word" || reading.sense(index, "stop")) return undefined;
    if (!reading.sense(index, "person")) continue;
    const from = reading.tokens[and]?.from ?? 0;
    const to = reading.tokens[index]?.to ?? from;
    const noun = reading.text.slice(reading.tokens[and + 1]?.from, to);
    const article = { from, to: reading.tokens[and]?.to ?? to };
    const count = {
      ...article,
      text: reading.text.slice(article.from, article.to),
      low: 1,
      high: 1,
      unit: null,
      approx: false,
      noun,
    };
    return { count, next: index + 1 };
  }
  return undefined;
}

function sumOf(reading: Reading, parts: readonly Count[]): Count {
  const from = parts[0]?.from ?? 0;
  const to = parts.at(-1)?.to ?? from;
  const total = (ends: readonly (number | null)[]): number | null =>
    ends.includes(null) ? null : ends.reduce((sum: number, each) => sum + (each ?? 0), 0);
  return {
    from,
    to,
    text: reading.text.slice(from, to),
    low: total(parts.map((part) => part.low)),
    high: total(parts.map((part) => part.high)),
    unit: null,
    approx: parts.some((part) => part.approx),
    noun: "people",
    parts,
  };
}
