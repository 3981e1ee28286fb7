import type { Read, Reading } from "../words/reading.ts";
import type { Span } from "../words/sentences.ts";
import { readPlaces } from "./place-reading.ts";

/** A place that a text names. */
export interface FoundPlace extends Span {
  /** The name as the text writes it, without the words before it ("the port of"). */
  readonly text: string;
  /** The name as the gazetteer writes it; of a place that it does not know, the text's. */
  readonly norm: string;
  /** The two-letter code as FollowTheMoney has it, in lower case; null where the gazetteer does not know the place. */
  readonly country: string | null;
  readonly kind: "city" | "country" | "unknown";
}

/**
 * The places that a text names, in order: countries and cities of the gazetteer in any of its scripts, and other names behind a
 * word of place ("near X", "the port of X") or with one ("X Island", "Port X"), these without a country.
 */
export function findPlaces(text: string): FoundPlace[] {
  const reading = readPlaces(text);
  const signed = readAll(reading, new Set());
  const named = new Set(signed.filter((place) => place.kind === "unknown").map((place) => place.norm));
  return named.size === 0 ? signed : readAll(reading, named);
}

/** The places of the text; a name that has a sign of a place somewhere is one wherever it stands. */
function readAll(reading: Reading, named: ReadonlySet<string>): FoundPlace[] {
  const found: FoundPlace[] = [];
  for (let index = 0; index < reading.tokens.length;) {
    const read = readKnown(reading, index) ?? readUnknown(reading, index, named);
    if (read) found.push(read.value);
    index = read?.next ?? index + 1;
  }
  return found;
}

function readKnown(reading: Reading, index: number): Read<FoundPlace> | undefined {
  const city = reading.sense(index, "place");
  const country = reading.sense(index, "country");
  const sense = (country?.length ?? 0) > (city?.length ?? 0) ? country : city;
  if (!sense || !isWritten(reading, index, sense.length) || isPartOfName(reading, index, sense.length))
    return undefined;
  const [norm = "", code = ""] = sense.value.split("\t");
  return placeAt(
    reading,
    { index, next: index + sense.length },
    { norm, country: code, kind: sense === city ? "city" : "country" },
  );
}

/** A name is written with a capital; one of two or three letters in capitals alone ("US", not "us"). */
function isWritten(reading: Reading, index: number, length: number): boolean {
  const token = reading.tokens[index];
  if (token?.kind === "character") return true;
  const start = token?.key === "the" ? index + 1 : index;
  if (!reading.isCapital(start)) return false;
  const written = reading.text.slice(reading.tokens[start]?.from, reading.tokens[index + length - 1]?.to);
  return written.length > 3 || written === written.toUpperCase();
}

/** "Baku Bank", "Jordan Petrov", "Hong Kong-listed": a name that begins or ends with that of a place names something else. */
function isPartOfName(reading: Reading, index: number, length: number): boolean {
  const next = index + length;
  if (reading.tokens[index]?.kind === "character") return false;
  if (reading.isCapital(index - 1) && reading.sense(index - 1, "no-place") && !isShouted(reading, index)) return true;
  const isName = reading.isCapital(next) && reading.tokens[next]?.kind === "word" && !reading.touches(next - 1);
  const isJoined = reading.is(next, "-") && reading.touches(next - 1) && reading.isCapital(next + 1);
  return (
    (isName && !isKnownAt(reading, next) && !reading.sense(next, "place-tail") && !isShouted(reading, index)) ||
    isJoined
  );
}

const isKnownAt = (reading: Reading, index: number): boolean =>
  reading.sense(index, "place") !== undefined || reading.sense(index, "country") !== undefined;

const isShouted = ({ text, tokens }: Reading, index: number): boolean => {
  const written = text.slice(tokens[index]?.from, tokens[index]?.to);
  return written.length > 2 && written === written.toUpperCase();
};

/** A name that the gazetteer does not know, with a sign that it is one of a place. */
function readUnknown(reading: Reading, index: number, named: ReadonlySet<string>): Read<FoundPlace> | undefined {
  const name = readName(reading, index);
  if (!name || isOther(reading, index, name.next)) return undefined;
  const norm = reading.text.slice(reading.tokens[index]?.from, reading.tokens[name.next - 1]?.to);
  const hasSign =
    named.has(norm) ||
    isBehindLocative(reading, index) ||
    isBehindClass(reading, index) ||
    hasPlaceTail(reading, index, name.next) ||
    hasPlaceHead(reading, index, name.next);
  if (!hasSign) return undefined;
  return placeAt(reading, { index, next: name.next }, { norm, country: null, kind: "unknown" });
}

// No name of a place has more words than these: "Saint Mary of the Lakes".
const nameReach = 5;

/** Capitalised words, joined by hyphens or spaces, with a word of place in lower case at the end ("Mirren airport"). */
function readName(reading: Reading, index: number): Read<true> | undefined {
  if (!isNameWord(reading, index)) return undefined;
  let next = index + 1;
  while (next < index + nameReach) {
    if (
      reading.is(next, "-") &&
      reading.touches(next - 1) &&
      reading.touches(next) &&
      reading.tokens[next + 1]?.kind === "word"
    )
      next += 2;
    else if (isNameWord(reading, next) && !isKnownAt(reading, next)) next += 1;
    else break;
  }
  const tail = reading.sense(next, "place-tail");
  return { value: true, next: tail && !reading.isCapital(next) ? next + tail.length : next };
}

const isNameWord = (reading: Reading, index: number): boolean =>
  reading.tokens[index]?.kind === "word" &&
  reading.isCapital(index) &&
  /^\p{Script=Latin}/u.test(reading.tokens[index]?.key ?? "");

const adjective = /(?:ian|ese|ish|ean)$/u;

/** A name of something else: a bank, a ministry, a person with a title, a month; or an adjective ("in Sorvanian hands"). */
function isOther(reading: Reading, index: number, next: number): boolean {
  for (let each = index; each < next; each += 1) if (reading.sense(each, "no-place")) return true;
  if (reading.sense(index - 1, "no-place") && reading.isCapital(index - 1)) return true;
  const isAdjective =
    adjective.test(reading.tokens[index]?.key ?? "") &&
    (next === index + 1
      ? reading.tokens[next]?.kind === "word" && !reading.isCapital(next)
      : next === index + 2 && reading.sense(index + 1, "place-tail") !== undefined && !reading.isCapital(index + 1));
  return (
    isAdjective ||
    reading.is(next, "'s") ||
    /^(?:the|a|an|i|he|she|it|they|we|his|her|its|their|this|that)$/u.test(reading.tokens[index]?.key ?? "")
  );
}

function isBehindLocative(reading: Reading, index: number): boolean {
  const lead = reading.is(index - 1, "the") ? index - 2 : index - 1;
  if (reading.sense(lead, "locative")) return lead === index - 1;
  return [2, 3, 4].some((length) => reading.sense(index - length, "locative")?.length === length);
}

/** "The port of X", "the emirate of X", "a resident of X" is none. */
function isBehindClass(reading: Reading, index: number): boolean {
  if (!reading.is(index - 1, "of")) return false;
  return [2, 3].some((back) => {
    const sense = reading.sense(index - back, "place-class");
    return sense !== undefined && sense.length === back - 1;
  });
}

const hasPlaceTail = (reading: Reading, index: number, next: number): boolean =>
  next > index + 1 && reading.sense(next - 1, "place-tail") !== undefined;

const hasPlaceHead = (reading: Reading, index: number, next: number): boolean => {
  const head = reading.sense(index, "place-head");
  const isLed =
    reading.sense(index - 1, "direction") !== undefined || reading.sense(index - 1, "locative") !== undefined;
  return head !== undefined && isLed && next > index + 1;
};

function placeAt(
  { text, tokens }: Reading,
  { index, next }: { index: number; next: number },
  place: Pick<FoundPlace, "norm" | "country" | "kind">,
): Read<FoundPlace> {
  const from = tokens[index]?.from ?? 0;
  const to = tokens[next - 1]?.to ?? from;
  return { value: { from, to, text: text.slice(from, to), ...place }, next };
}
