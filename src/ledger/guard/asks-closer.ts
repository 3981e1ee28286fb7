import { findPlaces } from "../places/index.ts";
import { sentenceStart } from "./capital-runs.ts";
import { tellingOf } from "./tellable-words.ts";

/**
 * Whether a question names what may not be told of people in flight: a name that is no person's and no country, a number, or a
 * word that stands in `quotes` and may not be told. An answer to it would say who was where.
 */
export function asksCloser(question: string, quotes: readonly string[], names: ReadonlySet<string>): boolean {
  const countries = findPlaces(question).filter(({ kind }) => kind === "country");
  const said = new Set(quotes.flatMap((quote) => quote.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []));
  return [...question.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].some(({ 0: word, index }) => {
    const low = word.toLowerCase();
    if (names.has(low) || tellingOf(low) !== undefined) return false;
    if (countries.some(({ from, to }) => from <= index && to >= index + word.length)) return false;
    const isFirst = sentenceStart.test(question.slice(Math.max(0, index - 3), index));
    return said.has(low) || /^\p{N}{1,3}$/u.test(low) || (/^\p{Lu}/u.test(word) && !isFirst);
  });
}
