import type { Read, Reading } from "../words/reading.ts";
import { readNumber } from "../words/read-number.ts";
import { unitAt } from "./count-reading.ts";
import { readBetween, readPlainAmount, type Amount } from "./read-amount.ts";
import { readNoun } from "./read-noun.ts";

/** A number with what bounds it, its unit and what it counts. */
export interface Quantity {
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly approx: boolean;
  readonly noun: string | null;
  readonly isOrdinal?: true;
  /** Large and without a unit or a noun: money whose currency stands elsewhere. */
  readonly isBareSum: boolean;
  /** The token behind the noun. */
  readonly nounEnd: number;
}

/** The quantity that begins at a token. */
export function readQuantity(reading: Reading, index: number): Read<Quantity> | undefined {
  return readOrdinal(reading, index) ?? readAge(reading, index) ?? readBounded(reading, index);
}

/** "At least 30", "$5 million", "thirty or more", "about 300 kilograms", "five more containers". */
function readBounded(reading: Reading, index: number): Read<Quantity> | undefined {
  const bounds: string[] = [];
  let from = index;
  for (let bound = boundAt(reading, from); bound; bound = boundAt(reading, from)) {
    bounds.push(bound.kind);
    from += bound.length;
  }
  const lead = unitAt(reading, from);
  const isLed = lead?.isMoney === true && isMoneyLead(reading, from, lead.length);
  const amount = readBetween(reading, from) ?? readPlainAmount(reading, isLed ? from + lead.length : from);
  if (!amount || isPronoun(reading, index, amount) || isBareCharacter(reading, from, amount.next)) return undefined;
  const behind = behindAt(reading, amount.next);
  const bounded = [...bounds, ...(behind ? [behind.kind] : [])].reduce(bind, amount.value);
  return withUnit(reading, { value: bounded, next: amount.next + (behind?.length ?? 0) }, isLed ? lead : undefined);
}

const isMoneyLead = (reading: Reading, index: number, length: number): boolean => {
  const last = reading.tokens[index + length - 1];
  const isSign = last?.kind === "mark" || (last?.kind === "word" && last.key.length <= 3);
  return reading.tokens[index + length]?.kind === "digits" && isSign;
};

const boundKinds = ["least", "more", "most", "less", "approx"] as const;

/** A word that bounds the number behind it; "more" behind a number is none. */
function boundAt(reading: Reading, index: number): { kind: string; length: number } | undefined {
  for (const kind of boundKinds) {
    const sense = reading.sense(index, kind);
    if (sense?.value === "before" && leadsToNumber(reading, index + sense.length))
      return { kind, length: sense.length };
  }
  return undefined;
}

function leadsToNumber(reading: Reading, index: number): boolean {
  const unit = unitAt(reading, index);
  const from = unit?.isMoney === true ? index + unit.length : index;
  return (
    readNumber(reading, from) !== undefined ||
    ["several", "few", "many", "dozen", "couple", "fraction"].some((kind) => reading.sense(from, kind)) ||
    boundKinds.some((kind) => reading.sense(from, kind)?.value === "before") ||
    (reading.is(from, "a", "half") &&
      (reading.sense(from + 1, "dozen") ?? reading.sense(from + 1, "multiplier")) !== undefined)
  );
}

function behindAt(reading: Reading, index: number): { kind: string; length: number } | undefined {
  const from = reading.is(index, "-") ? index + 1 : index;
  for (const kind of ["least", "most", "approx"] as const) {
    const sense = reading.sense(from, kind);
    if (sense?.value !== "behind" || (from > index && !reading.is(from, "odd"))) continue;
    return { kind, length: sense.length + from - index };
  }
  return undefined;
}

function bind(amount: Amount, bound: string): Amount {
  switch (bound) {
    case "least":
    case "more":
      return { ...amount, high: null };
    case "most":
    case "less":
      return { ...amount, low: null };
    default:
      return { ...amount, approx: true };
  }
}

/** "The one ending 0092", "no one", "one another": a pronoun, no number. */
function isPronoun(reading: Reading, index: number, amount: Read<Amount>): boolean {
  if (!reading.is(index, "one") || amount.next !== index + 1) return false;
  if (reading.is(amount.next, "and") && reading.is(amount.next + 1, "the")) return false;
  if (isOneOfSome(reading, index)) return false;
  return (
    reading.sense(index - 1, "not-one") !== undefined ||
    reading.is(
      index + 1,
      "another",
      "can",
      "must",
      "should",
      "day",
      "ending",
      "side",
      "hand",
      "way",
      "thing",
      "ought",
      "might",
      "may",
      "would",
      "'s",
    )
  );
}

/** "Only one of the two", "said that one member": a number behind a word that often leads to the pronoun. */
function isOneOfSome(reading: Reading, index: number): boolean {
  const isPart = reading.is(index + 1, "of") && reading.is(index + 2, "the", "them", "these", "those", "its", "his");
  if (isPart && reading.is(index - 1, "only", "that")) return true;
  const isNext = reading.tokens[index + 1]?.kind === "word" && !reading.sense(index + 1, "stop");
  return (
    isNext &&
    reading.is(index - 1, "that") &&
    reading.sense(index + 1, "not-one") === undefined &&
    !reading.is(index + 1, "day", "thing", "side", "way", "hand")
  );
}

/** A Han or Hangul number without a unit or a counter behind it, or with a syllable of Hangul right before it, is part of some word. */
function isBareCharacter(reading: Reading, index: number, next: number): boolean {
  const { tokens, touches } = reading;
  if (tokens[index]?.kind !== "character" || !(reading.sense(index, "cjk-digit") ?? reading.sense(index, "ones")))
    return false;
  const isGlued = index > 0 && touches(index - 1) && /^\p{Script=Hangul}/u.test(tokens[index - 1]?.key ?? "");
  return isGlued || (!unitAt(reading, next) && !reading.sense(next, "counter"));
}

/** The unit or the noun behind an amount. */
function withUnit(reading: Reading, amount: Read<Amount>, lead: { unit: string } | undefined): Read<Quantity> {
  const from =
    reading.is(amount.next, "-") && reading.tokens[amount.next + 1]?.kind === "word" ? amount.next + 1 : amount.next;
  const unit = lead ?? unitAt(reading, from);
  const next = unit && !lead ? from + (unitAt(reading, from)?.length ?? 0) : amount.next;
  const isShare = amount.value.isFraction === true;
  const isNobody = amount.value.high === 0 && reading.tokens[amount.next - 1]?.kind === "word";
  const noun =
    unit || isShare || isNobody
      ? undefined
      : readNoun(reading, amount.next, amount.value.low === 1 && amount.value.high === 1);
  const ownNoun = amount.value.noun ?? noun?.value ?? null;
  return {
    value: {
      low: amount.value.low,
      high: amount.value.high,
      unit: isShare ? "fraction" : (unit?.unit ?? null),
      approx: amount.value.approx,
      noun: ownNoun,
      isBareSum: !unit && !isShare && ownNoun === null && amount.value.isLarge,
      nounEnd: noun?.next ?? next,
    },
    next,
  };
}

/** "Third", "third and fourth"; "a fourth" names one more and is one. */
function readOrdinal(reading: Reading, index: number): Read<Quantity> | undefined {
  const hasArticle = reading.is(index, "a", "an") && !reading.sense(index, "fraction");
  const isFractionLike = reading.sense(index, "fraction") !== undefined;
  const from = reading.is(index, "a", "an") ? index + 1 : index;
  const first = ordinalAt(reading, from);
  if (
    !first ||
    (isFractionLike && (reading.is(first.next, "of") || reading.is(index - 1, "by"))) ||
    (from > index && !hasArticle && !isFractionLike)
  )
    return undefined;
  if (from > index)
    return { value: ordinal({ low: 1, high: 1 }, readNoun(reading, first.next, true), first.next), next: first.next };
  if (isTitle(reading, from) || readNumber(reading, first.next)) return undefined;
  const second = reading.is(first.next, "and", "or", "to") ? ordinalAt(reading, first.next + 1) : undefined;
  const next = second?.next ?? first.next;
  const noun = readNoun(reading, next, true);
  return {
    value: { ...ordinal({ low: first.value, high: second?.value ?? first.value }, noun, next), isOrdinal: true },
    next,
  };
}

const ordinal = (amount: { low: number; high: number }, noun: Read<string> | undefined, next: number): Quantity => ({
  ...amount,
  unit: null,
  approx: false,
  noun: noun?.value ?? null,
  isBareSum: false,
  nounEnd: noun?.next ?? next,
});

/** "First Secretary", "at first": no number of a series. */
const isTitle = (reading: Reading, index: number): boolean =>
  reading.is(index - 1, "at") || (reading.isCapital(index) && reading.isCapital(index + 1));

function ordinalAt(reading: Reading, index: number): Read<number> | undefined {
  const word = reading.sense(index, "ordinal");
  if (word) return { value: Number(word.value), next: index + word.length };
  const digits = reading.tokens[index];
  const isNumbered =
    digits?.kind === "digits" && reading.touches(index) && reading.is(index + 1, "st", "nd", "rd", "th");
  return isNumbered ? { value: Number(digits.key), next: index + 2 } : undefined;
}

const ages = { youngest: 1, oldest: 120 };

/** "48-year-old", "aged 48", and "48" between commas behind a name. */
function readAge(reading: Reading, index: number): Read<Quantity> | undefined {
  const lead = reading.is(index, "aged", "age") ? 1 : 0;
  const number = readNumber(reading, index + lead);
  if (!number || number.value.value < ages.youngest || number.value.value > ages.oldest) return undefined;
  const hyphen = reading.is(number.next, "-") ? 1 : 0;
  const word = reading.sense(number.next + hyphen, "age");
  const isApposed =
    reading.is(index - 1, ",") &&
    reading.is(number.next, ",", ".", ")") &&
    number.value.hasDigits &&
    !number.value.hasSeparator &&
    !reading.touches(number.next) &&
    (reading.isCapital(index - 2) || reading.is(index - 2, ")")) &&
    number.value.value >= 10;
  const isAge = lead === 1 || word?.length !== undefined || isApposed;
  if (!isAge) return undefined;
  const { value } = number.value;
  const next = number.next + (lead === 0 && word ? hyphen + word.length : 0);
  return {
    value: { low: value, high: value, unit: null, approx: false, noun: "age", isBareSum: false, nounEnd: next },
    next,
  };
}
