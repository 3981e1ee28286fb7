import { chineseTargetText, chineseUnits } from "./chinese-units.ts";
import { withoutMarks } from "./fold.ts";
import { koreanSpelling, type KoreanSystem } from "./korean-spellings.ts";
import { koreanTargetText, koreanUnits } from "./korean-units.ts";
import { letterMask } from "./name-token.ts";
import type { SyllableReading } from "./syllable-readings.ts";
import { usualTarget } from "./syllable-units.ts";
import { rows as surnameRows } from "./generated/korean-surnames.ts";

/** A Latin writing of a whole name, run together, and its letters as bits. */
export interface Rendering {
  readonly text: string;
  readonly mask: number;
}

const systems: readonly KoreanSystem[] = ["revised", "mccuneReischauer", "dprk"];
const habitsKept = 2;
const habitsBySurname = new Map(
  surnameRows.map(([hangul = "", habits = ""]) => [hangul, habits.split("|").slice(0, habitsKept)]),
);

/** The usual Latin writings of a Korean and a Chinese reading, surname first, run together and without marks. */
export function renderingsOf(korean: SyllableReading | undefined, chinese: SyllableReading | undefined): Rendering[] {
  const texts = new Set([
    ...(korean === undefined ? [] : koreanTexts(korean)),
    ...(chinese === undefined ? [] : [chineseText(chinese)]),
  ]);
  return [...texts].map((text) => ({ text, mask: letterMask(text) }));
}

function koreanTexts(reading: SyllableReading): string[] {
  const [family = "", ...given] = Array.from(reading, (unit) => koreanTargetText(usualTarget(koreanUnits(), unit)));
  const endings = systems.map((system) =>
    withoutMarks(given.map((syllable) => koreanSpelling(syllable, system)).join("")),
  );
  return (habitsBySurname.get(family) ?? []).flatMap((surname) =>
    endings.map((ending) => withoutMarks(surname) + ending),
  );
}

function chineseText(reading: SyllableReading): string {
  return Array.from(reading, (unit) =>
    chineseTargetText(usualTarget(chineseUnits(), unit)).replace(/^(?:family|yue):/u, ""),
  ).join("");
}
