import { simplifiedHan } from "../../names/index.ts";
import type { ForeignLanguage } from "./foreign-words.ts";

/**
 * A text in the letters in which the word lists stand: Chinese in simplified characters, each in its place, so that every
 * offset stays; other languages as they are.
 */
export const plainLetters = (language: ForeignLanguage, text: string): string =>
  language === "zh" ? Array.from(text, inPlace).join("") : text;

function inPlace(character: string): string {
  const simplified = simplifiedHan(character);
  return simplified.length === character.length ? simplified : character;
}

/** Words of a plain text as the text writes them. */
export function asWritten(words: string, plain: string, written: string): string {
  const at = plain.indexOf(words);
  return at < 0 ? words : written.slice(at, at + words.length);
}
