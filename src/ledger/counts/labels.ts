import type { Reading } from "../words/reading.ts";
import { readNumber } from "../words/read-number.ts";
import { unitAt } from "./count-reading.ts";
import { readNoun } from "./read-noun.ts";

/** Whether the digits at a token are no number of things: part of a name ("Delta-5", "Bureau 17"), of a telephone number, of a numbered list, a year. */
export function isLabel(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (token?.kind !== "digits") return false;
  return (
    isGlued(reading, index) ||
    isListMark(reading, index) ||
    isNamed(reading, index) ||
    isDotted(reading, index) ||
    isHouseNumber(reading, index) ||
    (token.key.length > 1 && token.key.startsWith("0")) ||
    isYearLike(reading, index)
  );
}

/** "Delta-5", "T-72", "G7", "2-Mirren", "1.2.3", "#4". */
function isGlued(reading: Reading, index: number): boolean {
  const { tokens, touches, is, isCapital } = reading;
  const before = tokens[index - 1];
  if (before && touches(index - 1)) {
    if (before.kind === "word" || before.key === "#" || before.key === "_" || before.key === "@") return true;
    if (before.key === "-" && tokens[index - 2]?.kind === "word" && touches(index - 2)) return true;
  }
  return touches(index) && is(index + 1, "-") && touches(index + 1) && isCapital(index + 2);
}

/** "10.0.0.5", and what follows the point of a version that a label names. */
function isDotted({ tokens, touches, is }: Reading, index: number): boolean {
  const isJoined = (place: number): boolean =>
    is(place, ".") &&
    touches(place - 1) &&
    touches(place) &&
    tokens[place - 1]?.kind === "digits" &&
    tokens[place + 1]?.kind === "digits";
  const before = isJoined(index - 1);
  return before || (isJoined(index + 1) && isJoined(index + 3));
}

/** "14 Harbour Street". */
function isHouseNumber(reading: Reading, index: number): boolean {
  if (!reading.isCapital(index + 1)) return false;
  return [2, 3].some(
    (behind) => reading.sense(index + behind, "street") !== undefined && reading.isCapital(index + behind),
  );
}

/** "1. HEADING" at the head of a line, "[2]". */
function isListMark({ tokens, is, touches }: Reading, index: number): boolean {
  const before = tokens[index - 1];
  const isHead = before === undefined || before.kind === "break";
  const isPoint = is(index + 1, ".", ")") && touches(index) && tokens[index + 2]?.kind !== "digits";
  return (isHead && isPoint) || (before?.key === "[" && is(index + 1, "]"));
}

/** "Issue 114", "No. 8", "Bureau 17": behind a word for what is numbered, or behind a capital within a sentence. */
function isNamed(reading: Reading, index: number): boolean {
  const { tokens, is } = reading;
  const word = is(index - 1, ".") ? index - 2 : index - 1;
  if (tokens[word]?.kind !== "word") return false;
  if (reading.sense(word, "label"))
    return word === index - 1 || reading.is(word, "no", "nos", "fig", "vol", "art", "ext", "tel");
  if (word !== index - 1 || !reading.isCapital(word) || reading.sense(word, "stop")) return false;
  const isFirst =
    word === 0 || tokens[word - 1]?.kind === "break" || is(word - 1, ".", "!", "?", "“", '"', "*", ":", "‘");
  const isBound = ["least", "more", "most", "less", "approx"].some((kind) => reading.sense(word, kind));
  const isShouted =
    tokens[word].key.length > 3 &&
    reading.text.slice(tokens[word].from, tokens[word].to) === tokens[word].key.toUpperCase();
  return !isFirst && !isBound && !isShouted && !isMeasured(reading, index) && !isCounted(reading, index + 1);
}

// "On Sunday 85,000 euros": what is written as a sum is one behind any word.
function isMeasured(reading: Reading, index: number): boolean {
  const number = readNumber(reading, index);
  return (
    number !== undefined &&
    (number.value.hasSeparator || number.value.scale > 1 || unitAt(reading, number.next) !== undefined)
  );
}

// "The Mirren 12 officials" is odd, "Prosecutors hold 12 staff" is not: a lower-case plural behind the digits makes them a number.
const isCounted = ({ tokens, isCapital }: Reading, index: number): boolean =>
  tokens[index]?.kind === "word" &&
  !isCapital(index) &&
  /(?:[^sui]s|men|people|children|staff)$/u.test(tokens[index]?.key ?? "");

function isYearLike(reading: Reading, index: number): boolean {
  const { tokens, touches, is } = reading;
  const key = tokens[index]?.key ?? "";
  if (
    !/^(?:1[89]|20)\d\d$/u.test(key) ||
    (touches(index) && is(index + 1, ",", ".") && tokens[index + 2]?.kind === "digits" && touches(index + 1))
  )
    return false;
  const next = tokens[index + 1];
  if (next === undefined || next.kind !== "word") return true;
  return unitAt(reading, index + 1) === undefined && !readNoun(reading, index + 1, false);
}
