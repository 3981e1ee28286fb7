import { rows as cyrillicRows } from "./generated/cyrillic-letters.ts";
import { rows as syllableRows } from "./generated/chinese-syllables.ts";
import { chineseTargetText, chineseUnits } from "./chinese-units.ts";
import { rows as surnameRows } from "./generated/korean-surnames.ts";
import { koreanSpelling, koreanSystems, type KoreanSystem } from "./korean-spellings.ts";
import { koreanTargetText, koreanUnits } from "./korean-units.ts";
import type { ParsedName } from "./parse-name.ts";
import { usualTarget } from "./syllable-units.ts";
import type { SyllableReading } from "./syllable-readings.ts";

/** One way to write a name, with the system by which it is written. */
export interface Spelling {
  /** The system, in words for the screen. */
  readonly system: string;
  readonly text: string;
}

const systemWords: Readonly<Record<KoreanSystem, string>> = {
  revised: "Revised Romanisation",
  mccuneReischauer: "McCune-Reischauer",
  dprk: "DPRK",
  french: "French",
  kontsevich: "Russian (Kontsevich)",
  english: "as English is spelled",
  habit: "habit",
};
const cyrillicSystems = ["BGN/PCGN", "ISO 9", "ICAO (passport)", "German", "French"];

/**
 * Every spelling of a name by system: for Korean and Chinese readings in Latin and Cyrillic, the likeliest of each first, for Cyrillic
 * names in Latin, and the name in plain letters. Hangul does not say which Chinese characters are meant, so it has no Chinese spelling.
 */
export function spellings(name: ParsedName): Spelling[] {
  const chinese = name.script === "hangul" ? [] : name.chinese;
  const found = [
    ...name.korean.slice(0, 1).flatMap(koreanLines),
    ...chinese.slice(0, 1).flatMap(chineseLines),
    ...name.korean.slice(1, 2).flatMap(koreanLines),
    ...chinese.slice(1, 2).flatMap(chineseLines),
    ...(name.script === "cyrillic" ? cyrillicLines(name) : []),
    { system: "plain letters", text: name.tokens.map((token) => capital(token.latin)).join(" ") },
  ];
  const seen = new Set<string>();
  return found.filter(({ system, text }) => {
    const key = `${system}\t${text}`;
    const isNew = text !== "" && !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function koreanLines(reading: SyllableReading): Spelling[] {
  const [family = "", ...given] = Array.from(reading, (unit) => koreanTargetText(usualTarget(koreanUnits(), unit)));
  const habits = (surnameRows.find((row) => row[0] === family)?.[1] ?? "").split("|").map(capital);
  const lines = koreanSystems.map((system) => ({
    system: systemWords[system],
    text: `${capital(Array.from(family, (syllable) => koreanSpelling(syllable, system)).join(""))} ${given.map((syllable, index) => (index === 0 ? capital(koreanSpelling(syllable, system)) : koreanSpelling(syllable, system))).join("-")}`,
  }));
  return [
    { system: "Hangul", text: family + given.join("") },
    ...lines,
    { system: "habitual surnames", text: habits.join(", ") },
  ];
}

function chineseLines(reading: SyllableReading): Spelling[] {
  const rows = Array.from(reading, (unit) => {
    const pinyin = chineseTargetText(usualTarget(chineseUnits(), unit)).replace("family:", "");
    return syllableRows.find((row) => row[0] === pinyin);
  });
  // A syllable that is Cantonese only has no spelling by these systems.
  if (rows.includes(undefined)) return [];
  const column = (index: number, system: string, join: string): Spelling => {
    const [first = "", ...rest] = rows.map((row) => (row?.[index] ?? "").split("|")[0] ?? "");
    return { system, text: `${capital(first)} ${capital(rest.join(join))}` };
  };
  return [column(0, "pinyin", ""), column(1, "Wade-Giles", "-"), column(2, "Russian (Palladius)", "")];
}

function cyrillicLines(name: ParsedName): Spelling[] {
  return cyrillicSystems.map((system, index) => ({
    system,
    text: name.tokens
      .map((token) => capital(Array.from(token.folded, (letter) => letterIn(letter, index + 1)).join("")))
      .join(" "),
  }));
}

function letterIn(letter: string, column: number): string {
  const own = cyrillicRows.find((row) => row[0] === letter)?.[column] ?? letter;
  return own === "-" ? "" : own;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
