import type { SpeakerSource } from "../claims/claim.ts";
import { findPlaces } from "../places/index.ts";
import { isNeverTold } from "./tellable-words.ts";
import { tellWords, type TellingContext } from "./tell-words.ts";

/** A speaker of words about people in flight, called without places and days; outlets are called as they are. */
export function tellSource(source: SpeakerSource, { names }: TellingContext): SpeakerSource {
  if (source.kind !== "person" && source.kind !== "body") return source;
  const context = { names: new Set([...names, ...ownNames(source)]) };
  const told = (called: string): string => {
    const { words, isWithheld } = tellWords(called, context);
    return isWithheld ? `[a ${source.kind}]` : words;
  };
  return { ...source, name: told(source.name), mentions: [...new Set(source.mentions.map(told))] };
}

/** The words of a named speaker's name, unless a place may stand in it. */
function ownNames({ kind, name, isUnnamed }: SpeakerSource): readonly string[] {
  if (kind !== "person" || isUnnamed) return [];
  const words = name.match(/\p{Lu}[\p{L}\p{M}-]+/gu) ?? [];
  const mayBePlace = findPlaces(name).length > 0 || words.some((word) => isNeverTold(word.toLowerCase()));
  return mayBePlace ? [] : words.map((word) => word.toLowerCase());
}
