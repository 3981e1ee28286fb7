import { isWordOf } from "../text/phrases.ts";
import { findPlaces } from "../places/index.ts";
import { capitalRuns } from "./capital-runs.ts";

const pronoun = /(?<!\p{L})(?:he|she|him|her|his|hers|himself|herself)(?!\p{L})/iu;
const plural =
  /^[\s“"‘'(–—-]*(?:they|their|them|both|neither|there|here|it was there|the (?:two|three|four|pair|couple))(?!\p{L})/iu;
const definite = /(?<!\p{L})(?:the|this|that|these|those)\s+(\p{Ll}+)(?:\s+(\p{Ll}+))?(?:\s+(\p{Ll}+))?/giu;
const kin =
  /^(?:famil(?:y|ies)|wife|husband|sons?|daughters?|child(?:ren)?|parents?|mother|father|brothers?|sisters?|couple|group|m[ae]n|wom[ae]n|pair|trio|party|escapees?|runaways?|defectors?|refugees?|fugitives?)$/iu;

/**
 * Whether a paragraph speaks on of those of whom the one before it told: its first sentence has a pronoun for a person or
 * "the family", "the consul" before it names anybody else.
 */
export function pointsBack(line: string): boolean {
  const first = /^.*?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? line;
  if (plural.test(first)) return true;
  const at = Math.min(indexOf(pronoun, first), definitePerson(first));
  return at < Infinity && !namesAnother(first.slice(0, at));
}

const indexOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.index ?? Infinity;

function definitePerson(text: string): number {
  const found = [...text.matchAll(definite)].find(([, ...words]) =>
    words.some((word) => word !== undefined && (kin.test(word) || isWordOf("person", word))),
  );
  return found?.index ?? Infinity;
}

const calendar =
  /^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s?)+$/u;
const behindPlaceWord =
  /\b(?:at|in|on|near|from|to|into|inside|outside|around|behind|by|of|via|through|aboard|off|after|before|since|until)\s+(?:the\s+)?$/iu;

/** Whether words name somebody: not a place, a month or what stands behind "in" or "at". */
function namesAnother(words: string): boolean {
  const places = findPlaces(words);
  return capitalRuns(words).some(({ words: found, before }) => {
    if (calendar.test(found) || behindPlaceWord.test(before)) return false;
    return !places.some(({ from, to }) => from <= before.length && to >= before.length + found.length);
  });
}
