import type { SpeakerSource } from "../claims/claim.ts";
import { sentenceStart } from "./capital-runs.ts";
import { foreignLanguageOf, foreignNameFinder, foreignPeople, otherLetter } from "./foreign-people.ts";
import { isGuardedText } from "./guarded-words.ts";
import { peopleNamed, type NamePart } from "./people-named.ts";
import { pointsBack } from "./points-back.ts";
import { tellingOf } from "./tellable-words.ts";

/** What the guard has to know of a paragraph, whatever else the case holds. */
export interface TextFacts {
  /** Whether it tells itself of flight, asylum or a fugitive. */
  readonly isOwn: boolean;
  /** The people whom such a paragraph names. */
  readonly people: readonly NamePart[];
  /** The words in it that may be names, by their numbers. */
  readonly words: readonly number[];
  readonly isBlank: boolean;
  readonly isHeading: boolean;
  readonly pointsBack: boolean;
  /** The text, where it is in other letters than Latin ones, or has some; names in these are looked for in the text itself. */
  readonly otherLetters: string | undefined;
  /** Whether it is in another language than those of Latin letters. */
  readonly isForeign: boolean;
}

/** Numbers for words in small letters. */
export class WordNumbers {
  readonly #numbers = new Map<string, number>();

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  known(words: Iterable<string>): ReadonlySet<number> {
    return new Set([...words].flatMap((word) => this.#numbers.get(word) ?? []));
  }
}

/** Reads a paragraph once; `about` is what it answers, where it is an answer. */
export function factsOf(
  text: string,
  {
    sources,
    numbers,
    about = "",
  }: { readonly sources: readonly SpeakerSource[]; readonly numbers: WordNumbers; readonly about?: string },
): TextFacts {
  const isOwn = isGuardedText(text) || (about !== "" && isGuardedText(about));
  return {
    isOwn,
    people: isOwn ? [text, about].flatMap((words) => allPeople(words, sources)) : [],
    words: [...new Set(possibleNames(`${text}\n${about}`).map((word) => numbers.numberOf(word)))],
    isBlank: text.trim() === "",
    isHeading: isHeading(text),
    pointsBack: pointsBack(text),
    otherLetters: otherLetter.test(text) ? text : undefined,
    isForeign: foreignLanguageOf(text) !== undefined,
  };
}

const allPeople = (text: string, sources: readonly SpeakerSource[]): readonly NamePart[] => [
  ...peopleNamed(text, sources),
  ...foreignPeople(text).map((name) => ({ name, isSure: false })),
];

/**
 * The words that may be parts of a name, in small letters: those with a capital, but for words of grammar at the start of a
 * sentence; of a text without any capital all.
 */
export function possibleNames(text: string): readonly string[] {
  const hasCapitals = /\p{Lu}/u.test(text);
  return [...text.matchAll(/\p{Script=Latin}[\p{L}\p{M}-]*/gu)].flatMap(({ 0: word, index }) => {
    const low = word.toLowerCase();
    if (!hasCapitals) return tellingOf(low) === "small" ? [] : [low];
    if (!/^\p{Lu}/u.test(word)) return [];
    const isFirst = sentenceStart.test(text.slice(Math.max(0, index - 3), index));
    return isFirst && tellingOf(low) === "small" ? [] : [low];
  });
}

/** Tells of texts whether they name one of many people by a part of the name. */
export function nameFinder(names: Iterable<string>): (text: string) => boolean {
  const known = new Set(names);
  const isForeignNamed = foreignNameFinder(known);
  return (text) =>
    known.size > 0 &&
    (possibleNames(text).some((word) => known.has(word)) || (otherLetter.test(text) && isForeignNamed(text)));
}

/** A short line in capitals, or one behind a number, that ends no sentence. */
const isHeading = (line: string): boolean =>
  line.length > 3 &&
  line.length <= 120 &&
  !/[.!?:;,]["”’)]*$/u.test(line.trim()) &&
  (line === line.toUpperCase() || /^\s*\d{1,2}[.)]\s/u.test(line)) &&
  /\p{L}/u.test(line);
