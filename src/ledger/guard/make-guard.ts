import type { SpeakerSource } from "../claims/claim.ts";
import type { WordedClaim } from "../claims/attach-words.ts";
import type { FoundDate } from "../dates/index.ts";
import type { DecidedDocument } from "../stage/decided-claims.ts";
import type { Span } from "../words/sentences.ts";
import { coarseDate } from "./coarse-date.ts";
import { countryName } from "./country-name.ts";
import { documentParts } from "./document-lines.ts";
import { passageKey, type GuardedParts } from "./guard-book.ts";
import { tellSource } from "./tell-source.ts";
import { makeTeller, tellWords, type ToldWords } from "./tell-words.ts";

/** What may be told of the guarded claims of a document: countries and months, in words and in quotes. */
export interface Guard {
  /** Whether anything of the document is guarded, and its title with it. */
  readonly isAny: boolean;
  isGuarded(claim: WordedClaim): boolean;
  /** A stretch of a line of the document as it may be told. */
  words(span: Span & { readonly line: number }): string;
  /** The same of the rest of its line, before and after a stretch. */
  around(span: Span & { readonly line: number }): { readonly before: string; readonly after: string };
  /** Words that stand in no document, such as a reason. */
  told(words: string): string;
  date(date: FoundDate | undefined): FoundDate | undefined;
  places(claim: WordedClaim): WordedClaim["places"];
  counts(claim: WordedClaim): WordedClaim["counts"];
  source(source: SpeakerSource): SpeakerSource;
  /** The texts of the passages that are guarded, as they may be shown. */
  passages(): readonly ToldText[];
}

/** A text of the case about people in flight, and what is shown for it. */
export interface ToldText extends ToldWords {
  readonly text: string;
}

const nothing: GuardedParts = { isWhole: false, lines: new Set(), others: new Set() };

/** Guards the claims of the guarded lines of a document, and those of `claims`, which belong to a guarded event. */
export function makeGuard(
  document: DecidedDocument,
  of: {
    readonly parts: GuardedParts | undefined;
    readonly claims: ReadonlySet<string>;
    readonly names: ReadonlySet<string>;
  },
): Guard {
  const { names, claims: more } = of;
  const { isWhole, lines: own, others } = of.parts ?? nothing;
  const byEvents = document.decided.flatMap(({ claim }) => (more.has(claim.id) ? [claim.line] : []));
  const lines = new Set([...own, ...byEvents]);
  const isAny = isWhole || lines.size > 0 || others.size > 0;
  const teller = lineTellers(document, names);
  return {
    isAny,
    isGuarded: ({ line }) => isWhole || lines.has(line),
    words: ({ line, from, to }) => teller(line, { from, to }),
    around: ({ line, from, to }) => ({
      before: teller(line, { from: 0, to: from }),
      after: teller(line, { from: to, to: Infinity }),
    }),
    told: (words) => tellWords(words, { names }).words,
    date: (date) => (date ? coarseDate(date) : undefined),
    places: ({ places }) => places.flatMap(coarsePlace),
    counts: ({ counts }) => counts.flatMap((count) => coarseCount(count, names)),
    source: (source) => tellSource(source, { names }),
    passages: () => (isAny ? guardedPassages(document, { isWhole, lines, others }, names) : []),
  };
}

/** Tells stretches of the document's text, line by line; empty where nothing stands there. */
function lineTellers(document: DecidedDocument, names: ReadonlySet<string>): (line: number, span: Span) => string {
  const { text } = document.text;
  const starts: number[] = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const tellers = new Map<number, (span: Span) => ToldWords>();
  return (line, span) => {
    const start = starts[line - 1] ?? 0;
    const words = text.slice(start, (starts[line] ?? text.length + 1) - 1);
    const teller = tellers.get(line) ?? makeTeller(words, { names, written: document.claims.written });
    tellers.set(line, teller);
    const own = { from: Math.max(0, span.from - start), to: Math.min(words.length, span.to - start) };
    return words.slice(own.from, own.to).trim() === "" ? "" : teller(own).words;
  };
}

const coarsePlace = (place: WordedClaim["places"][number]): WordedClaim["places"] =>
  place.country === null
    ? []
    : [{ ...place, text: countryName(place.country), norm: countryName(place.country), kind: "country" }];

/** Money, and numbers of what may be told; ages, hours and distances lead to somebody. */
export function coarseCount(count: WordedClaim["counts"][number], names: ReadonlySet<string>): WordedClaim["counts"] {
  const { low, high, unit, noun } = count;
  const counted = noun === null || noun === "age" ? undefined : tellWords(noun, { names });
  const isTold = unit === null ? counted?.isWithheld === false : /^[A-Z]{3}$/u.test(unit);
  if (!isTold) return [];
  const range = [...new Set([low, high])].filter((end) => end !== null);
  return [{ ...count, text: range.join("-"), noun: counted?.isWithheld === false ? counted.words : null }];
}

/** What a document says of itself in free words. */
const freeMeta = /title|subject|description|summary|headline|keyword|abstract|comment|caption|url|link|canonical/iu;

function guardedPassages(
  document: DecidedDocument,
  { isWhole, lines, others }: GuardedParts,
  names: ReadonlySet<string>,
): readonly ToldText[] {
  const parts = documentParts(document);
  const texts = [
    ...parts.lines
      .filter(({ line }) => isWhole || lines.has(line))
      .flatMap(({ passages }) => passages.map(({ text }) => text)),
    ...parts.others
      .filter(
        (passage) =>
          others.has(passageKey(passage)) || (passage.kind === "meta" ? freeMeta.test(passage.name ?? "") : isWhole),
      )
      .map(({ text }) => text),
    ...(document.held.title === null ? [] : [document.held.title]),
  ];
  return [...new Set(texts)].map((text) => ({ text, ...tellWords(text, { names }) }));
}
