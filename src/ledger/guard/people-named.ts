import { lazy } from "../../base/index.ts";
import type { SpeakerSource } from "../claims/claim.ts";
import { capitalRuns, type CapitalRun } from "./capital-runs.ts";
import { headLemma } from "../events/index.ts";
import { findPlaces } from "../places/index.ts";
import { isWordOf, ledgerPhrases } from "../text/phrases.ts";
import { isNeverTold, tellingOf } from "./tellable-words.ts";

/** A part of somebody's name, in small letters. */
export interface NamePart {
  readonly name: string;
  /** Whether a title, an age or who he is stands beside it, so that it is surely a person's and may be told. */
  readonly isSure: boolean;
}

const polite = /^(?:Mr|Mrs|Ms|Miss|Dr)$/u;
/** What stands behind a name that is introduced: his age, or who he is. */
const introduced =
  /^(?:\s*\([^)]{1,20}\))?,\s+(?:\d\d\b|an?\b|the\b|once\b|formerly\b|former\b|deputy\b|then\b|who\b|\p{Lu}[\p{L}]*[’']s\b)/u;
const aged = /^(?:\s*\([^)]{1,20}\))?,\s+\d\d\b/u;
const lettersMin = 2;

/**
 * The people whom a paragraph about flight, asylum or a fugitive names: behind a title or a post ("Mr", "Colonel", "the
 * consul"), before an age or a post, or as those who fled. Who of them is in flight is not asked: each is guarded.
 */
export function peopleNamed(text: string, sources: readonly SpeakerSource[]): readonly NamePart[] {
  const runs = capitalRuns(text);
  if (runs.length === 0) return [];
  const others = new Set(
    sources
      .filter(({ kind }) => kind !== "person")
      .flatMap(({ name: called, mentions }) => [called, ...mentions])
      .map((called) => called.replace(/^the\s/iu, "").toLowerCase()),
  );
  const places = findPlaces(text).map((place) => place.text);
  return runs.flatMap((run) => {
    const own = nameParts(run.words);
    const called = own.join(" ");
    if (own.length === 0 || others.has(called.toLowerCase()) || places.some((place) => called.includes(place)))
      return [];
    const sign = signOf(run);
    if (sign === "none") return [];
    const isSure = sign === "sure" && !own.some((part) => isNeverTold(part.toLowerCase()));
    return own.map((part) => ({ name: part.toLowerCase(), isSure }));
  });
}

const nameParts = (found: string): readonly string[] =>
  found
    .replace(/[’']s$/u, "")
    .split(/\s+/u)
    .filter((part) => part.length >= lettersMin && !isTitle(part));

/** Whether something says that a name is a person's: surely a title, an age or a flight; a remark behind it may be about a house too. */
function signOf({ words: found, before, behind }: CapitalRun): "sure" | "likely" | "none" {
  const isLong = /\s/u.test(found);
  if (found.split(/\s+/u).some(isPersonTitle) || isBehindTitle(before) || (isLong && aged.test(behind))) return "sure";
  if (isWhoFled({ words: found, before, behind })) return "sure";
  return isLong && introduced.test(behind) ? "likely" : "none";
}

/** "Orlo Vintar fled", "Vintar’s defection", "the defection of Vintar"; not "Syrians fled", "he fled". */
function isWhoFled({ words: found, before, behind }: CapitalRun): boolean {
  if (/^\p{L}+(?:s|ese|ish)$/u.test(found) || tellingOf(found.toLowerCase()) !== undefined) return false;
  const fled = /^\s+(?:(?:has|have|had|is|was|who|been|reportedly|allegedly|also|then|later)\s+)*(\p{L}+)/u.exec(
    behind,
  );
  const of = /(\p{L}+)\s+(?:of|by)\s+$/u.exec(before);
  return [fled?.[1], of?.[1]].some((word) => word !== undefined && personDeeds.has(headLemma(word)));
}

/** What people alone do or get. */
const personDeeds: ReadonlySet<string> = new Set([
  "defect",
  "defection",
  "flee",
  "abscond",
  "desert",
  "hide",
  "flight",
]);

/** Whom a paragraph speaks of first, for the one behind it that says only "he": a name of several words, or one with a title. */
export function subjectNamed(text: string): readonly NamePart[] {
  const places = findPlaces(text).map((place) => place.text);
  for (const { words: found, before } of capitalRuns(text)) {
    const own = nameParts(found);
    const isPerson = own.length > 1 || found.split(/\s+/u).some(isPersonTitle) || isBehindTitle(before);
    if (own.length > 0 && isPerson && !places.some((place) => found.includes(place)) && !behindPlaceWord.test(before))
      return own.map((part) => ({ name: part.toLowerCase(), isSure: false }));
  }
  return [];
}

const behindPlaceWord = /\b(?:at|in|near|from|to|into|outside|of|via|aboard)\s+(?:the\s+)?$/iu;

/** A title in small letters right before a name: "the consul Orlo Vintar". */
const isBehindTitle = (before: string): boolean => {
  const [, word] = /(\p{Ll}+)\s+$/u.exec(before) ?? [];
  return word !== undefined && isWordOf("person", word);
};

const isPersonTitle = (word: string): boolean =>
  polite.test(word) || /^(?:Deputy|Vice)$/u.test(word) || isWordOf("person", word) || isWordOf("representative", word);

const isTitle = (part: string): boolean => {
  const word = part.toLowerCase();
  return polite.test(part) || common.test(word) || titles().has(word);
};

const titles = lazy(
  () => new Set(["person", "body", "outlet", "representative"].flatMap((kind) => [...ledgerPhrases(kind)])),
);
const common =
  /^(?:the|this|that|then|there|they|when|what|from|with|also|after|before|under|over|only|both|each|most|some|such|deputy|vice|first|second|third|north|south|east|west|western|eastern|northern|southern|finance|foreign|defence|defense|interior|trade|state|national|central|public|royal|supreme|mission|fund|bank|company|group|party|exchange|review|ledger|registry|register|island|airport|harbour|port|street|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u;
