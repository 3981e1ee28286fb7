import { lastOf } from "../../base/index.ts";
import { rows } from "../generated/columns-party-words.ts";

const wordsOf = (kind: string): readonly string[] =>
  rows.flatMap(([name, words = ""]) => (name === kind ? words.split("|") : []));
const companyWords = new Set(wordsOf("word"));
const companyParts = new RegExp(
  wordsOf("part")
    .map((part) => part.normalize("NFKC").replaceAll(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`))
    .join("|"),
  "u",
);
const directorWords = wordsOf("director");

/** Whether a name holds a legal form or a word of trade, as firms' names do and people's do not. */
export const hasCompanyWord = lastOf((name) => {
  const plain = name.normalize("NFKC").toLowerCase();
  if (companyParts.test(plain)) return true;
  const words = plain.split(/[\s,()"«»“”&-]+/u).map((word) => (word.endsWith(".") ? word.slice(0, -1) : word));
  return words.some((word) => companyWords.has(word)) && words.length > 1;
});

/** Whether a name has the shape of a person's: few words of letters alone, none of them a company's. */
export function isPersonShaped(name: string): boolean {
  const plain = name.normalize("NFKC").trim();
  if (plain.length > 60 || /\d/u.test(plain) || hasCompanyWord(plain)) return false;
  if (/^\p{Script=Hangul}{1,2}\s?\p{Script=Hangul}{1,3}$/u.test(plain)) return true;
  if (/^\p{Script=Han}{2,4}$/u.test(plain)) return true;
  const words = plain.split(/[\s,.]+/u).filter((word) => word !== "");
  return words.length >= 2 && words.length <= 5 && words.every(isWord);
}

const isWord = (word: string): boolean => /^\p{L}[\p{L}'’ʼ-]*$/u.test(word);

/** Whether a position makes its holder a director or other officer of the firm. */
export function isDirectorPosition(position: string): boolean {
  const plain = position.normalize("NFKC").toLowerCase().replaceAll(/[.,]/gu, "").trim();
  return directorWords.some((word) => plain === word || plain.startsWith(`${word} `) || plain.endsWith(` ${word}`));
}
