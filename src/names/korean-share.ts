import { rows } from "./generated/korean-frequency.ts";
import { koreanTargetText, koreanUnits, southernSurname } from "./korean-units.ts";
import type { SyllableReading } from "./syllable-readings.ts";
import { usualTarget } from "./syllable-units.ts";

const counts = new Map(rows.map(([part = "", text = "", count = "0"]) => [`${part} ${text}`, Number(count)]));
const people = counts.get("people ") ?? 1;
// A surname or a syllable that the counted names do not hold is taken as half of one that they hold once.
const unseen = 0.5;

/** The share of counted Koreans who bear the surname of a reading, in the writing of the South. */
export const surnameShare = (reading: SyllableReading): number =>
  share("family", southernSurname(textOf(reading[0] ?? -1)));

/** The share who bear its given name, as a whole name. */
export const wholeGivenShare = (reading: SyllableReading): number =>
  share("given", Array.from(reading.slice(1), textOf).join(""));

/** The share who would bear its given name if its syllables were drawn one by one. */
export const syllableGivenShare = (reading: SyllableReading): number =>
  Array.from(reading.slice(1), textOf).reduce(
    (product, syllable, index) => product * share(index === 0 ? "first" : "second", syllable),
    1,
  );

const textOf = (unit: number): string => koreanTargetText(usualTarget(koreanUnits(), unit));

const share = (part: string, text: string): number => (counts.get(`${part} ${text}`) ?? unseen) / people;
