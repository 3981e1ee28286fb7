import type { Read, Reading } from "../words/reading.ts";
import type { Amount, Point, Unit } from "./point.ts";
import { readCalendar, readWholeNumber } from "./read-calendar.ts";
import { readFeast } from "./read-feast.ts";

/** An amount of units with what makes it a time: "two weeks ago", "two days later", "the past three months". */
export function readCounted(reading: Reading, index: number): Read<Point> | undefined {
  const recent = readSpan(reading, index);
  if (recent) return recent;
  const days = reading.sense(index, "korean-days");
  const amount = days ? { value: exactly(Number(days.value)), next: index + days.length } : readAmount(reading, index);
  const unit = days ? { value: "day" as const, next: index + days.length } : amount && readUnit(reading, amount.next);
  if (!amount || !unit) return undefined;
  const count = { amount: amount.value, unit: unit.value };
  const ago = reading.sense(unit.next, "ago");
  if (ago && !isBackward(reading, unit.next)) return { value: { kind: "ago", ...count }, next: unit.next + ago.length };
  return readOffset(reading, unit.next, count);
}

// "A few miles back", "three days on foot": these words are of time where the sentence or a clause ends behind them.
const isBackward = (reading: Reading, index: number): boolean =>
  reading.is(index, "back") && reading.tokens[index + 1]?.kind === "word" && !reading.is(index + 1, "and", "when");

const exactly = (count: number): Amount => ({ low: count, high: count });

function readOffset(reading: Reading, index: number, count: { amount: Amount; unit: Unit }): Read<Point> | undefined {
  const later = reading.sense(index, "later");
  if (later && !(reading.is(index, "on") && !reading.is(index + 1, ",", ".", ";"))) {
    return { value: { kind: "offset", ...count, sign: 1 }, next: index + later.length };
  }
  const sign = reading.sense(index, "before") ? -1 : reading.sense(index, "after") ? 1 : undefined;
  const tied = sign && readTie(reading, index + 1);
  if (sign && tied) return { value: { kind: "offset", ...count, sign, ...tied.value }, next: tied.next };
  if (sign && isNeighbour(reading, index, count.amount))
    return { value: { kind: "offset", ...count, sign }, next: index + 1 };
  const earlier = reading.sense(index, "earlier");
  // "Five days before San Diego's game" counts from what is not dated.
  const isTied =
    isArticle(reading, index + 1) || (reading.is(index, "before") && reading.tokens[index + 1]?.kind === "word");
  if (earlier && !isTied) {
    return { value: { kind: "offset", ...count, sign: -1 }, next: index + earlier.length };
  }
  return undefined;
}

/** "The day before", "a week after" with nothing behind that they count from: they count from the time told last. */
const isNeighbour = (reading: Reading, index: number, amount: Amount): boolean =>
  amount.low === 1 && amount.high === 1 && (reading.tokens[index + 1]?.kind ?? "break") !== "word";

const isArticle = (reading: Reading, index: number): boolean =>
  reading.is(index, "the", "a", "an", "that", "this", "his", "her", "its", "their");

/** From what an amount counts: a day ("after 5 May"), an event with its day ("after the raid of 5 May"), an event told before ("after his arrest"). */
function readTie(reading: Reading, index: number): Read<{ event?: readonly string[]; of?: Point }> | undefined {
  const day = readCalendar(reading, index, false) ?? readFeast(reading, index);
  if (day) return { value: { of: day.value }, next: day.next };
  if (!isArticle(reading, index)) return undefined;
  let next = index + 1;
  while (next < index + 4 && reading.tokens[next]?.kind === "word" && !reading.sense(next, "event-end")) next += 1;
  if (next === index + 1) return undefined;
  const dated = reading.is(next, "of", "on", "in") ? readCalendar(reading, next + 1, true) : undefined;
  if (dated) return { value: { of: dated.value }, next: dated.next };
  return { value: { event: reading.tokens.slice(index + 1, next).map((token) => token.key) }, next };
}

function readAmount(reading: Reading, index: number): Read<Amount> | undefined {
  const few = reading.sense(index, "few") ?? reading.sense(index, "several");
  if (few) return { value: { low: 1, high: null }, next: index + few.length };
  const couple = reading.sense(index, "couple");
  if (couple) return { value: { low: 2, high: 2 }, next: index + couple.length };
  const number = readWholeNumber(reading, index);
  if (number) return readAmountRange(reading, number);
  if (reading.is(index, "a", "an", "the") && reading.sense(index + 1, "unit"))
    return { value: { low: 1, high: isPluralUnit(reading, index + 1) ? null : 1 }, next: index + 1 };
  if (isPluralUnit(reading, index)) return { value: { low: 1, high: null }, next: index };
  return reading.is(index, "неделю", "месяц", "год", "день") ? { value: { low: 1, high: 1 }, next: index } : undefined;
}

const isPluralUnit = (reading: Reading, index: number): boolean =>
  reading.is(index, "hours", "days", "weeks", "months", "years");

/** "Two or three", "10 to 12". */
function readAmountRange(reading: Reading, first: Read<number>): Read<Amount> {
  const last = reading.is(first.next, "or", "to", "-", "–") ? readWholeNumber(reading, first.next + 1) : undefined;
  return last && last.value > first.value
    ? { value: { low: first.value, high: last.value }, next: last.next }
    : { value: { low: first.value, high: first.value }, next: first.next };
}

export function readUnit(reading: Reading, index: number): Read<Unit> | undefined {
  const sense = reading.sense(index, "unit") ?? reading.sense(index, "cjk-span") ?? reading.sense(index, "cjk-unit");
  return sense && { value: sense.value as Unit, next: index + sense.length };
}

const isDateMark = (reading: Reading, index: number): boolean =>
  reading.sense(index, "cjk-unit") !== undefined && !reading.sense(index, "cjk-span");

/** "The past three months", "the last year and a half" not, "recent weeks", "twelve months" behind a bare "in". */
function readSpan(reading: Reading, index: number): Read<Point> | undefined {
  const shift = reading.sense(index, "shift") ?? reading.sense(index, "recent");
  // "It is to last ten days": the verb stands without an article.
  const isVerb = reading.is(index, "last") && !reading.is(index - 1, "the", "in", "over", "these", "for", "within");
  const isPast =
    !isVerb && shift !== undefined && (shift.value === "-1" || shift.kind === "recent" || reading.is(index, "recent"));
  const amount = isPast ? readAmount(reading, index + shift.length) : undefined;
  // "지난 3월" is March, "지난 3개월" three months: the mark of a date is no span.
  const unit = amount && !isDateMark(reading, amount.next) ? readUnit(reading, amount.next) : undefined;
  if (amount && unit)
    return { value: { kind: "span", amount: amount.value, unit: unit.value, bare: false }, next: unit.next };
  const past = reading.is(index, "past") ? readUnit(reading, index + 1) : undefined;
  if (past)
    return { value: { kind: "span", amount: { low: 1, high: 1 }, unit: past.value, bare: false }, next: past.next };
  // At the head of a sentence the words measure how long, not when: "In two years nobody came".
  if (!reading.is(index - 1, "in") || reading.isCapital(index - 1)) return undefined;
  const bare = readAmount(reading, index);
  const bareUnit = bare && bare.value.low > 1 ? readUnit(reading, bare.next) : undefined;
  if (!bare || !bareUnit || reading.sense(bareUnit.next, "ago") || reading.sense(bareUnit.next, "later"))
    return undefined;
  if (reading.is(bareUnit.next, "before", "after", "time", "'s", "'")) return undefined;
  return { value: { kind: "span", amount: bare.value, unit: bareUnit.value, bare: true }, next: bareUnit.next };
}
