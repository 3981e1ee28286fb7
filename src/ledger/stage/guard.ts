import { groupBy } from "../../base/index.ts";
import type { SpeakerSource } from "../claims/claim.ts";
import type { WordedClaim } from "../claims/attach-words.ts";
import { findDates, type FoundDate } from "../dates/index.ts";
import { findPlaces } from "../places/index.ts";
import type { Span } from "../words/sentences.ts";
import { coarseDate, monthsInWords } from "./coarse-date.ts";
import type { DecidedDocument } from "./decided-claims.ts";
import { foreignPeople, foreignStretches, guardedForeignLines } from "./guard-foreign.ts";
import { namesOneOf, peopleNamed, type GuardedNames } from "./guard-names.ts";
import { isGuardedText } from "./guard-words.ts";

/** What may be told of the guarded claims of a document: countries and months, in words and in quotes. */
export interface Guard {
  /** Whether every claim of the document is guarded, and its title with them. */
  readonly isWhole: boolean;
  isGuarded(claim: WordedClaim): boolean;
  /** A stretch of the document with its closer places and days taken out. */
  words(span: Span): string;
  /** The same of the rest of its line, before and after a stretch. */
  around(span: Span): { readonly before: string; readonly after: string };
  date(date: FoundDate | undefined): FoundDate | undefined;
  places(claim: WordedClaim): WordedClaim["places"];
  source(source: SpeakerSource): SpeakerSource;
}

/** A section, or a document, in which so many of the paragraphs with claims tell of people in flight is guarded whole. */
const wholeShare = { section: 1 / 3, document: 1 / 2 };

/**
 * Finds which claims of a document are guarded: those of a paragraph that tells of flight, asylum or a fugitive or names
 * one of `names`, all of a section or document that is about such, and those of `claims`.
 */
export function makeGuard(
  document: DecidedDocument,
  { claims: more, names }: { readonly claims: ReadonlySet<string>; readonly names: GuardedNames },
): Guard {
  const { text } = document.text;
  const { claims, written } = document.claims;
  const lines = text.split("\n");
  const claimed = [...new Set(claims.map(({ line }) => line))];
  const guarded = guardedLines(lines, claimed, names);
  const isWhole = isGuardedText(document.held.title ?? "") || isAbout(guarded, claimed, wholeShare.document);
  const isGuarded = (claim: WordedClaim): boolean => isWhole || guarded.has(claim.line) || more.has(claim.id);
  let kept: readonly Mark[] | undefined;
  const marks = (): readonly Mark[] => (kept ??= marksOf(text, document.sources, written));
  return {
    isWhole,
    isGuarded,
    words: (span) => blackOut(text, marks(), span),
    around: ({ from, to }) => {
      const end = text.indexOf("\n", to);
      return {
        before: blackOut(text, marks(), { from: text.lastIndexOf("\n", from - 1) + 1, to: from }),
        after: blackOut(text, marks(), { from: to, to: end < 0 ? text.length : end }),
      };
    },
    date: (date) => (date ? coarseDate(date) : undefined),
    places: (claim) =>
      claim.places.flatMap((place) =>
        place.country === null
          ? []
          : [
              {
                ...place,
                text: countryName(place.country),
                norm: countryName(place.country),
                kind: "country" as const,
              },
            ],
      ),
    source: (source) => (source.kind === "person" || source.kind === "body" ? coarseSource(source) : source),
  };
}

/** The people whom the paragraphs of a document name that tell of flight, asylum or a fugitive. */
export const peopleInFlight = ({ text: { text }, claims, sources }: DecidedDocument): readonly string[] =>
  text
    .split("\n")
    .filter((line, index) => claims.claims.some((claim) => claim.line === index + 1) && isGuardedText(line))
    .flatMap((line) => [...peopleNamed(line, sources), ...foreignPeople(line)]);

/** Lines, counted from 1, of the paragraphs and sections that tell of people in flight. */
function guardedLines(lines: readonly string[], claimed: readonly number[], names: GuardedNames): ReadonlySet<number> {
  const isGuarded = (words: string): boolean => isGuardedText(words) || namesOneOf(words, names);
  const own = new Set([
    ...claimed.filter((line) => isGuarded(lines[line - 1] ?? "")),
    ...guardedForeignLines(lines, names),
  ]);
  const bySection = groupBy(claimed, (line) => lines.slice(0, line).findLastIndex(isHeading));
  // What stands under no heading is no section.
  bySection.delete(-1);
  const whole = [...bySection.values()].filter((section) => isAbout(own, section, wholeShare.section));
  return new Set([...own, ...whole.flat()]);
}

const isAbout = (guarded: ReadonlySet<number>, lines: readonly number[], least: number): boolean => {
  const share = lines.filter((line) => guarded.has(line)).length;
  return share > 0 && share >= least * lines.length;
};

/** A short line in capitals, or one behind a number, that ends no sentence. */
const isHeading = (line: string): boolean =>
  line.length > 3 &&
  line.length <= 120 &&
  !/[.!?:;,]["”’)]*$/u.test(line.trim()) &&
  (line === line.toUpperCase() || /^\s*\d{1,2}[.)]\s/u.test(line)) &&
  /\p{L}/u.test(line);

/** A text that stands in no document, such as a title, with its closer places and days taken out. */
export const coarseWords = (text: string): string =>
  blackOut(text, marksOf(text, [], undefined), { from: 0, to: text.length });

interface Mark extends Span {
  readonly instead: string;
}

/** Where closer places and days stand in a text, and what is said instead; in order, none over another. */
function marksOf(text: string, sources: readonly SpeakerSource[], written: Anchor | undefined): readonly Mark[] {
  const speakers = sources.flatMap(({ name, mentions }) => [name, ...mentions]);
  const places = findPlaces(text)
    .filter(({ kind }) => kind !== "country")
    .map(({ from, to, country }) => ({
      from,
      to,
      instead: country === null ? "[a place]" : `[${countryName(country)}]`,
    }));
  const marks = [
    ...datesIn(text, written),
    ...places,
    ...namesBehindPlaceWords(text, speakers),
    ...clocksIn(text),
    ...closerIn(text),
  ];
  return merged([...foreignStretches(text), ...marks]);
}

/** Marks in the order of the text; of those that overlap one, as wide as they are together, with the words of the first. */
function merged(marks: readonly Mark[]): readonly Mark[] {
  const apart: Mark[] = [];
  for (const mark of marks.toSorted((left, right) => left.from - right.from || right.to - left.to)) {
    const last = apart.at(-1);
    if (!last || mark.from >= last.to) apart.push(mark);
    else if (mark.to > last.to) apart[apart.length - 1] = { ...last, to: mark.to };
  }
  return apart;
}

type Anchor = { readonly start: string; readonly end: string };

/** Any day, to find expressions by where nobody knows from which day they count. */
const noDay = "2000-01-01";

function datesIn(text: string, written: Anchor | undefined): readonly Mark[] {
  const anchor = written ?? { start: noDay, end: noDay };
  return findDates(text, anchor).flatMap((date) => {
    const coarse = coarseDate(date);
    const isKept = coarse.start === date.start && coarse.end === date.end && /\p{L}{3}|\d{4}/u.test(date.text);
    if (isKept && !/\d{1,2}\b(?!\d)/u.test(date.text.replace(/\d{4}/u, ""))) return [];
    return [{ from: date.from, to: date.to, instead: written ? `[${monthsInWords(coarse)}]` : "[a time]" }];
  });
}

/** Places that no list holds: a name behind "at" or "near" that is neither a speaker's nor a country's nor a month's. */
function namesBehindPlaceWords(text: string, speakers: readonly string[]): readonly Mark[] {
  const behind =
    /\b(?:at|near|in|into|to|from|for|by|of|toward|towards|behind|opposite|beside|between|and|off|outside|around|via|through|aboard|port of|village of|town of|city of)\s+(?:the\s+)?(\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'-]*)*)/gu;
  return [...text.matchAll(behind)].flatMap((match) => {
    const name = match[1] ?? "";
    if (isKnown(name) || speakers.some((speaker) => speaker.includes(name))) return [];
    const to = match.index + match[0].length;
    return [{ from: to - name.length, to, instead: "[a place]" }];
  });
}

const calendarName =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/iu;
const isKnown = (name: string): boolean =>
  calendarName.test(name) || findPlaces(name).some(({ kind, text }) => kind === "country" && text === name);

/** What leads to a door: rooms, coordinates, telephones, addresses with a number. */
const closer =
  /\b(?:room|rooms|flat|apartment|floor|cabin|berth|house|gate|platform|seat|no\.|number)\s+\p{N}+[\p{L}\p{N}]*|\+?\p{N}[\p{N} .()-]{5,}\p{N}|\p{N}{1,3}[.,]\p{N}+\s?°?\s?[NSEW]\b|\bT\p{N}{2}:\p{N}{2}\b/giu;
const closerIn = (text: string): readonly Mark[] =>
  [...text.matchAll(closer)].map((match) => ({ from: match.index, to: match.index + match[0].length, instead: "[…]" }));

const clock =
  /\b(?:at\s+)?(?:about\s+)?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|o[’']clock)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:o[’']clock|in the (?:morning|afternoon|evening)|at night))(?!\p{L})/giu;
const clocksIn = (text: string): readonly Mark[] =>
  [...text.matchAll(clock)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    instead: "[a time]",
  }));

function blackOut(text: string, marks: readonly Mark[], { from, to }: Span): string {
  let words = "";
  let at = from;
  for (const mark of marks) {
    if (mark.to <= from || mark.from >= to) continue;
    words += text.slice(at, Math.max(at, mark.from)) + mark.instead;
    at = mark.to;
  }
  return words + text.slice(at, Math.max(at, to));
}

/** A source called without closer places and days. */
export const coarseSource = (source: SpeakerSource): SpeakerSource => ({
  ...source,
  name: coarseWords(source.name),
  mentions: [...new Set(source.mentions.map(coarseWords))],
});

/** A country by its name in English. */
export function countryName(code: string): string {
  regions ??= new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  return (/^[a-z]{2}$/iu.test(code) ? regions.of(code.toUpperCase()) : undefined) ?? code;
}
let regions: Intl.DisplayNames | undefined;
