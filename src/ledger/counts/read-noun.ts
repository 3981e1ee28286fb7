import type { Read, Reading } from "../words/reading.ts";
import { readNumber } from "../words/read-number.ts";

// No more words than these stand between a number and the end of its noun: "two former deputy finance ministers".
const nounReach = 5;

/** What is counted, behind a number: words up to the plural that ends them ("customs officers"), for one up to a word that ends a noun. */
export function readNoun(reading: Reading, index: number, isOne: boolean): Read<string> | undefined {
  const from = reading.is(index, "-") && reading.tokens[index + 1]?.kind === "word" ? index + 1 : index;
  if (from > index) return spanText(reading, from, from + 1);
  const counter = reading.sense(from, "counter");
  if (counter && (reading.tokens[from]?.kind === "character" || /^[а-я]/u.test(reading.tokens[from]?.key ?? "")))
    return spanText(reading, from, from + counter.length);
  const start = reading.is(from, "more", "other", "further", "additional", "of") ? from + 1 : from;
  if (reading.is(from, "of") && !reading.is(start, "the")) return undefined;
  // "Seven of the nine men": these are men.
  const counted = reading.is(from, "of") ? start + 1 : start;
  const begin = readNumber(reading, counted)?.next ?? counted;
  return isOne && !reading.is(from, "of") ? singular(reading, begin) : plural(reading, begin);
}

const isWord = (reading: Reading, index: number): boolean => {
  const token = reading.tokens[index];
  return token?.kind === "word" && token.key !== "'s" && !reading.sense(index, "stop");
};

function plural(reading: Reading, start: number): Read<string> | undefined {
  for (let index = start; index < start + nounReach; index += 1) {
    if (reading.is(index, "-") && index > start) continue;
    if (!isWord(reading, index)) return undefined;
    if (!isPlural(reading, index)) continue;
    let next = index + 1;
    // "Customs officers": a plural before a plural belongs to it.
    while (next < start + nounReach && isWord(reading, next) && isPlural(reading, next)) next += 1;
    return spanText(reading, start, next);
  }
  return undefined;
}

const isPlural = (reading: Reading, index: number): boolean =>
  reading.sense(index, "plural") !== undefined || /[^sui]s$/u.test(reading.tokens[index]?.key ?? "");

function singular(reading: Reading, start: number): Read<string> | undefined {
  let next = start;
  while (next < start + 3 && isWord(reading, next) && !readNumber(reading, next)) next += 1;
  // A verb in the past stands behind the noun: "a third man escaped".
  while (next > start && reading.tokens[next - 1]?.key.endsWith("ed") === true) next -= 1;
  return next === start ? undefined : spanText(reading, start, next);
}

function spanText({ text, tokens }: Reading, start: number, next: number): Read<string> | undefined {
  const from = tokens[start]?.from;
  const to = tokens[next - 1]?.to;
  return from === undefined || to === undefined ? undefined : { value: text.slice(from, to), next };
}
