import { editDistance } from "./edit-distance.ts";
import { withoutMarks } from "./fold.ts";
import { hangulLetters } from "./hangul.ts";
import { koreanSpelling, type KoreanSystem } from "./korean-spellings.ts";
import { koreanUnits } from "./korean-units.ts";
import type { SyllablePair } from "./syllable-verdict.ts";

const systems: readonly KoreanSystem[] = ["revised", "mccuneReischauer", "dprk"];

/** The most letters that `lettersOff` tells apart; what is further off is one more. */
export const lettersOffMax = 2;

/** Of two Korean readings that differ in one syllable, one in Hangul and one in Latin letters: how many letters this syllable is off from what a system writes. */
export function lettersOff({ left, right }: SyllablePair): number {
  const index = left.findIndex((unit, place) => koreanUnits().cost(unit, right[place] ?? -1) < 0);
  const [one, other] = [koreanUnits().text(left[index] ?? -1), koreanUnits().text(right[index] ?? -1)];
  const [hangul, latin] = hangulLetters(one) === undefined ? [other, one] : [one, other];
  if (hangulLetters(hangul) === undefined || !/^[a-z]+$/u.test(latin)) return lettersOffMax + 1;
  return systems.reduce(
    (fewest, system) => Math.min(fewest, editDistance(withoutMarks(koreanSpelling(hangul, system)), latin, fewest - 1)),
    lettersOffMax + 1,
  );
}
