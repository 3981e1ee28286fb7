import { lazy } from "../base/index.ts";
import { rows as arabicRows } from "./generated/arabic-letters.ts";
import { rows as cyrillicRows } from "./generated/cyrillic-letters.ts";
import { rows as hanPinyinRows } from "./generated/han-pinyin.ts";
import { rows as otherRows } from "./generated/other-letters.ts";
import { foldLetters } from "./fold.ts";
import { simplifiedHan } from "./han.ts";
import { koreanSpelling } from "./korean-spellings.ts";
import type { Script } from "./script.ts";

const cyrillicLatin = tableOf(cyrillicRows, 1);
const arabicLatin = tableOf(arabicRows, 1);
const arabicConsonants = tableOf(arabicRows, 2);
const otherLatin = new Map(otherRows.map(([letter = "", latin = ""]) => [letter, latin]));
const pinyinByHan = lazy(
  () =>
    new Map(
      hanPinyinRows.flatMap(([pinyin = "", main = ""]) =>
        Array.from(main, (character): [string, string] => [simplifiedHan(character), pinyin]),
      ),
    ),
);

/** One plain Latin writing (a-z) of a folded token, for comparing letters; a letter that no table knows stays as it is, so nothing becomes empty. */
export function romanise(folded: string, script: Script): string {
  const latin = foldLetters(romaniseScript(folded, script));
  return latin === "" ? folded : latin;
}

/** The consonants of a token of the Arabic script or of a Latin token of an Arabic name; long vowels are dropped. */
export function arabicSkeleton(folded: string, script: Script): string {
  if (script === "arabic")
    return collapse(
      Array.from(folded, (letter) => arabicConsonants.get(letter) ?? "")
        .join("")
        .replaceAll(/[wy]/gu, ""),
    );
  return collapse(latinConsonants(folded).replaceAll(/[aeiouwyv]/gu, ""));
}

function romaniseScript(folded: string, script: Script): string {
  switch (script) {
    case "latin":
    case "digit":
      return folded;
    case "cyrillic":
      return letters(folded, cyrillicLatin);
    case "arabic":
      return letters(folded, arabicLatin);
    case "hangul":
      return Array.from(folded, (syllable) => koreanSpelling(syllable, "revised") || syllable).join("");
    case "han":
      return Array.from(folded, (character) => pinyinByHan().get(simplifiedHan(character)) ?? character).join("");
    case "kana":
    case "other":
      return otherLetters(folded);
  }
}

function tableOf(rows: readonly (readonly string[])[], column: number): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [row[0] ?? "", row[column] === "-" ? "" : (row[column] ?? "")]));
}

function letters(text: string, table: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => table.get(letter) ?? letter).join("");
}

function otherLetters(text: string): string {
  let latin = "";
  for (const letter of text) {
    const own = otherLatin.get(letter) ?? letter;
    if (own === "-") continue;
    if (own.startsWith("+") || own.startsWith("^")) latin = latin.replace(/[aiueo]+$/u, "") + own.slice(1);
    else latin += own;
  }
  return latin;
}

// In this order: a longer spelling first, then the letters that it shares its sound with.
const consonantClasses: readonly (readonly [RegExp, string])[] = [
  [/th/gu, "t"],
  [/dh/gu, "d"],
  [/ph/gu, "f"],
  [/zh|dj/gu, "j"],
  [/sch|tsh|tch|sh|ch/gu, "s"],
  [/kh|ck|gh|[qcg]/gu, "k"],
  [/x/gu, "ks"],
  [/p/gu, "b"],
];

/** A Latin word of an Arabic name with one letter for each class of consonants; the vowels, and w, y and v, stay. */
export function latinConsonants(folded: string): string {
  return consonantClasses.reduce((text, [pattern, letter]) => text.replaceAll(pattern, letter), folded);
}

// The consonant classes of the table of Arabic letters that Latin letters do not tell apart.
function collapse(consonants: string): string {
  return consonants
    .replaceAll("p", "b")
    .replaceAll("g", "k")
    .replaceAll("c", "s")
    .replaceAll(/(?<letter>.)\k<letter>+/gu, "$<letter>")
    .replace(/(?<=.)h$/u, "");
}
