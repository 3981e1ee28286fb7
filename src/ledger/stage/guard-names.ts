import { lazy } from "../../base/index.ts";
import type { SpeakerSource } from "../claims/claim.ts";
import { findPlaces } from "../places/index.ts";
import { ledgerPhrases } from "../text/phrases.ts";

/** Names of people, by the words of them that are no title; all lower case. */
export type GuardedNames = ReadonlySet<string>;

const name = /\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+)*/gu;
const polite = /^(?:Mr|Mrs|Ms|Miss|Dr)$/u;
/** What stands behind a name that is introduced: his age, or who he is. */
const introduced =
  /^(?:\s*\([^)]{1,20}\))?,\s+(?:\d\d\b|an?\b|the\b|once\b|formerly\b|former\b|deputy\b|then\b|who\b|\p{Lu}[\p{L}]*[’']s\b)/u;
const lettersMin = 2;

// A short name ("Ri", "Pak") is one only where it is written with a capital.
const shortMax = 3;

/**
 * The people whom a paragraph about flight, asylum or a fugitive names, behind a title or a post ("Mr", "Colonel") or before
 * an age or a post. Who of them is in flight is not asked: each is guarded.
 */
export function peopleNamed(words: string, sources: readonly SpeakerSource[]): readonly string[] {
  const others = new Set(
    sources
      .filter(({ kind }) => kind !== "person")
      .flatMap(({ name: called, mentions }) => [called, ...mentions])
      .map((called) => called.replace(/^the\s/iu, "").toLowerCase()),
  );
  const places = findPlaces(words).map(({ text }) => text);
  return [...words.matchAll(name)].flatMap((match) => {
    const [found] = match;
    const parts = found.replace(/[’']s$/u, "").split(/\s+/u);
    const own = parts.filter((part) => !polite.test(part) && !isTitle(part.toLowerCase()));
    const isIntroduced =
      own.length < parts.length || (parts.length > 1 && introduced.test(words.slice(match.index + found.length)));
    if (!isIntroduced || others.has(own.join(" ").toLowerCase())) return [];
    if (places.some((place) => own.join(" ").includes(place))) return [];
    return own.map((part) => part.toLowerCase()).filter((part) => part.length >= lettersMin);
  });
}

/** Whether words name one of the people. */
export const namesOneOf = (words: string, names: GuardedNames): boolean =>
  names.size > 0 &&
  (words.match(/\p{L}[\p{L}\p{M}-]*/gu) ?? []).some(
    (word) => names.has(word.toLowerCase()) && (word.length > shortMax || /^\p{Lu}/u.test(word)),
  );

const titles = lazy(
  () => new Set(["person", "body", "outlet", "representative"].flatMap((kind) => [...ledgerPhrases(kind)])),
);
const common =
  /^(?:the|this|that|then|there|they|when|what|from|with|also|after|before|under|over|only|both|each|most|some|such|deputy|vice|first|second|third|north|south|east|west|western|eastern|northern|southern|finance|foreign|defence|defense|interior|trade|state|national|central|public|royal|supreme|mission|fund|bank|company|group|party|exchange|review|ledger|registry|register|island|airport|harbour|port|street|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u;

const isTitle = (word: string): boolean => common.test(word) || titles().has(word);
