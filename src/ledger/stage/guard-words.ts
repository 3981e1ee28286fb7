import { lazy } from "../../base/index.ts";
import { deedsOf } from "../events/index.ts";
import { plainLetters } from "../foreign/plain-letters.ts";
import { rows } from "../generated/guard-words.ts";

/** Types of events in which a person is in danger where he is found. */
const guardedTypes: ReadonlySet<string> = new Set(["defection", "asylum", "flight", "fugitive"]);

/** Whether events of a type are guarded: a person's place is told as a country there, and the time as a month. */
export const isGuardedType = (type: string): boolean => guardedTypes.has(type);

/** Whether words tell of somebody in flight, of asylum or of a fugitive. */
export function isGuardedText(words: string): boolean {
  const low = plainLetters("zh", words.toLowerCase());
  return (
    patterns().some((pattern) => pattern.test(low)) ||
    (low.match(/\p{L}[\p{L}\p{M}-]*/gu) ?? []).some((word) =>
      deedsOf(word).some(({ type, isPlain }) => isPlain && isGuardedType(type)),
    )
  );
}

const patterns = lazy(() => rows.map(([language = "", words = ""]) => patternOf(words.split("|"), language)));

/** Korean joins particles to a word, and Chinese sets no space between two: their words are looked for anywhere. */
function patternOf(words: readonly string[], language: string): RegExp {
  const isSpaced = language === "en" || language === "ru";
  const parts = words.map((word) => {
    const stem = word.replace(/\*$/u, "").replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`);
    const before = isSpaced && /^\p{L}/u.test(word) ? String.raw`(?<!\p{L})` : "";
    return `${before}${stem}${isSpaced && !word.endsWith("*") ? String.raw`(?!\p{L})` : ""}`;
  });
  return new RegExp(parts.join("|"), "u");
}
