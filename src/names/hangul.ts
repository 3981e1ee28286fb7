/** The letters of a Hangul syllable: indices of the initial (0-18), the vowel (0-20) and the final (0 none, 1-27). */
export interface HangulLetters {
  readonly initial: number;
  readonly vowel: number;
  readonly final: number;
}

/** The initial consonants in the order of Unicode. */
export const hangulInitials = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
/** The vowels in the order of Unicode. */
export const hangulVowels = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
/** The final consonants in the order of Unicode; the first is none. */
export const hangulFinals = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

/** Takes a Hangul syllable apart; undefined for anything else. */
export function hangulLetters(syllable: string): HangulLetters | undefined {
  const code = syllable.charCodeAt(0) - 0xac00;
  if (code < 0 || code > 11171 || Number.isNaN(code)) return undefined;
  return { initial: Math.trunc(code / 588), vowel: Math.trunc((code % 588) / 28), final: code % 28 };
}

/** Puts a Hangul syllable together. */
function hangulSyllable(letters: HangulLetters): string {
  return String.fromCharCode(0xac00 + letters.initial * 588 + letters.vowel * 28 + letters.final);
}

/** A Hangul syllable without its final consonant; anything else as it is. */
export function withoutFinal(syllable: string): string {
  const letters = hangulLetters(syllable);
  return letters === undefined ? syllable : hangulSyllable({ ...letters, final: 0 });
}

const silent = hangulInitials.indexOf("ㅇ");
const nieun = hangulInitials.indexOf("ㄴ");
const rieul = hangulInitials.indexOf("ㄹ");
const glides = new Set([..."ㅑㅒㅕㅖㅛㅠㅣ"].map((vowel) => hangulVowels.indexOf(vowel)));

/**
 * The other writings of a syllable under the initial-sound law: the North keeps 리, 류, 로, 녀 where the South writes 이, 유, 노, 여.
 * An empty list when the law does not touch the syllable.
 */
export function initialSoundVariants(syllable: string): string[] {
  const letters = hangulLetters(syllable);
  if (letters === undefined) return [];
  const { initial, vowel } = letters;
  const family = glides.has(vowel) ? [silent, nieun, rieul] : [nieun, rieul];
  if (!family.includes(initial)) return [];
  return family.filter((other) => other !== initial).map((other) => hangulSyllable({ ...letters, initial: other }));
}
