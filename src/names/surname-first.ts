import { surnameShare, syllableGivenShare } from "./korean-share.ts";
import { personReadings, type SyllableLanguage } from "./syllable-readings.ts";
import type { RawToken } from "./tokenise.ts";
import { foldLetters } from "./fold.ts";
import { personWords } from "./vocabulary.ts";

/** In Hangul and Han the surname stands first in ninety-nine names of a hundred: so much likelier must the other order be. */
const turnedRatioMin = 100;

/** A surname of one syllable and a given name of two, or of one that stands apart: other names are left as they stand. */
const isUsual = (names: readonly RawToken[], syllables: number): boolean =>
  syllables === 3 || (syllables === 2 && names.length === 2);

/**
 * The parts of a name in Hangul or Han with the surname first: 혜호김 is read as 김혜호, because 혜 is no surname. Where
 * both ends are surnames, the counted Korean names decide; in doubt the name stays as it stands.
 */
export function surnameFirst(tokens: readonly RawToken[]): readonly RawToken[] {
  const names = tokens.filter(({ text }) => personWords().get(foldLetters(text))?.kind !== "title");
  const last = names.at(-1);
  if (last === undefined || !names.every(isNative)) return tokens;
  const syllables = names.flatMap(({ text }) => Array.from(text));
  if (!isUsual(names, syllables.length) || !isTurned(syllables.join(""))) return tokens;
  const titles = tokens.filter((token) => !names.includes(token));
  return [...turned(names, last), ...titles];
}

const isNative = ({ script }: RawToken): boolean => script === "hangul" || script === "han";

function turned(names: readonly RawToken[], last: RawToken): readonly RawToken[] {
  const syllables = Array.from(last.text);
  if (syllables.length > 1 && names.length > 1) return names;
  const [surname = "", given] = [syllables.at(-1), syllables.slice(0, -1).join("")];
  if (names.length === 1) return [{ ...last, text: surname + given }];
  return [{ ...last, before: "start" }, ...names.slice(0, -1).map((name): RawToken => ({ ...name, before: "space" }))];
}

function isTurned(text: string): boolean {
  const other = text.slice(-1) + text.slice(0, -1);
  if (readings(text, "chinese").length > 0 && !isHangul(text)) return false;
  const [usual] = readings(text, "korean");
  const [surnameLast] = readings(other, "korean");
  if (usual === undefined) return surnameLast !== undefined || readings(other, "chinese").length > 0;
  if (surnameLast === undefined) return false;
  return share(surnameLast) >= share(usual) * turnedRatioMin;
}

const readings = (text: string, language: SyllableLanguage): Int32Array[] =>
  personReadings([{ text, script: isHangul(text) ? "hangul" : "han", before: "start" }], language);

const isHangul = (text: string): boolean => /\p{sc=Hangul}/u.test(text);

const share = (reading: Int32Array): number => surnameShare(reading) * syllableGivenShare(reading);
