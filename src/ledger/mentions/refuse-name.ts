import { nameFrequency, type ParsedName } from "../../names/index.ts";
import type { HeldName } from "./held-name.ts";

/** Why a name that the case holds is not looked for in texts. */
export type NameRefusal = "one part" | "common" | "word" | "shared";

/** More of them cannot be told apart by a name. */
export const bearersMax = 5;
// Of a million bearers of Korean or Chinese names; a thousandth of those whom a text may mean are too many to propose one.
const commonMin = 1_000;
const tellingMin = 400;
const lettersMin = 4;
const syllablesMin = 3;

/**
 * Why a name is not looked for; undefined of one that is. `isWord`: whether the texts write its one word without a capital too,
 * which shows that it is a word like others.
 */
export function refusalOf(
  name: HeldName,
  parsed: ParsedName,
  isWord: (word: string) => boolean,
): NameRefusal | undefined {
  if (name.bearers.length > bearersMax) return "shared";
  return name.kind === "person" ? refusePerson(parsed) : refuseOther(parsed, isWord);
}

function refusePerson(parsed: ParsedName): NameRefusal | undefined {
  if (partsOf(parsed) < 2) return "one part";
  return nameFrequency(parsed) >= commonMin ? "common" : undefined;
}

/** Syllables of a name in its own script, else its words; initials and titles are none. */
function partsOf(parsed: ParsedName): number {
  if (parsed.script === "hangul" || parsed.script === "han")
    return Math.max(0, ...[...parsed.korean, ...parsed.chinese].map((reading) => reading.length));
  return parsed.tokens.filter(({ role, weight, length }) => role !== "title" && weight >= tellingMin && length > 1)
    .length;
}

function refuseOther(parsed: ParsedName, isWord: (word: string) => boolean): NameRefusal | undefined {
  const telling = parsed.tokens.filter(({ role, weight }) => role !== "legalForm" && weight > 0);
  const words = telling.filter(({ role }) => role === "word");
  // "Korea Trade Bank" has no word of its own and is a name; "Trade Bank" is none.
  if (words.length === 0) return telling.length < 3 ? "word" : undefined;
  const [only] = words;
  if (!only || telling.length > 1) return undefined;
  const isCased = only.script === "latin" || only.script === "cyrillic";
  const isShort = isCased ? only.length < lettersMin : parsed.native.length < syllablesMin;
  if (isShort) return "one part";
  return isCased && isWord(only.folded) ? "word" : undefined;
}
