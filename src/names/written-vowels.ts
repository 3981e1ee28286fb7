import { rows as arabicRows } from "./generated/arabic-letters.ts";
import { latinConsonants } from "./romanise.ts";

/** The vowels between the consonants of a word: those before the first, and those behind each. */
type Gaps = readonly string[];

const consonantByLetter = new Map(arabicRows.map(([letter = "", , consonant = ""]) => [letter, consonant]));
const isVowel = /[aeiouwyv]/u;
// Letters that Latin leaves out at the end of a word, so that a short vowel closes it there.
const breathings = /[ءعهحة]$/u;

/**
 * Whether the vowels that a word of the Arabic script writes may be those of a Latin word with the same consonants: a written
 * و must be an o or u there, a written ي an e or i, the other way round a y or w, and a word that begins or ends with a vowel does so in both. Short vowels
 * are not written, so the Latin word may have others besides. حميد is no Ahmad.
 */
export function fitsWrittenVowels(arabic: string, latin: string): boolean {
  const written = memoised(arabic, arabicGaps);
  const spelt = memoised(latin, latinGaps);
  if (written.length !== spelt.length) return true;
  const last = spelt.length - 1;
  if ((written[0] === "") !== (spelt[0] === "")) return false;
  // A closing e may be mute (Yasmine).
  if (written[last] === "" && !/^e?$/u.test(spelt[last] ?? "") && !breathings.test(arabic)) return false;
  return written.every(
    (gap, index) => fitsGap(gap, spelt[index] ?? "") && (index === last || isWritten(spelt[index] ?? "", gap)),
  );
}

// A y or w inside a word is a letter of its own in Arabic (Yunus, Baynah, Marwan); a closing y is a vowel.
function isWritten(spelt: string, written: string): boolean {
  if (spelt.includes("y") && !/[یيىئ]/u.test(written)) return false;
  return !spelt.includes("w") || /[وؤ]/u.test(written);
}

function fitsGap(written: string, spelt: string): boolean {
  if (written.includes("و") && !/[ouwv]/u.test(spelt)) return false;
  if (/[يی]/u.test(written) && !/[eiy]/u.test(spelt)) return false;
  return !written.includes("ا") || spelt !== "";
}

// Words come again with every pair; beyond this many the memory is worth more than the time.
const wordsKept = 20_000;
const gapsByWord = new Map<string, Gaps>();

function memoised(word: string, make: (word: string) => Gaps): Gaps {
  const known = gapsByWord.get(word);
  if (known !== undefined) return known;
  if (gapsByWord.size > wordsKept) gapsByWord.clear();
  const gaps = make(word);
  gapsByWord.set(word, gaps);
  return gaps;
}

function arabicGaps(word: string): Gaps {
  return gapsOf(Array.from(word, (letter) => ({ letter, consonant: consonantOf(letter) })));
}

const consonantOf = (letter: string): string => (consonantByLetter.get(letter) ?? "").replaceAll(/[-wy]/gu, "");

function latinGaps(word: string): Gaps {
  const marked = latinConsonants(word);
  return gapsOf(Array.from(marked, (letter) => ({ letter, consonant: isVowel.test(letter) ? "" : letter })));
}

// A doubled consonant is one; a closing h is mute, as in the skeleton.
function gapsOf(letters: readonly { letter: string; consonant: string }[]): Gaps {
  const gaps = [""];
  let last = "";
  for (const { letter, consonant } of letters) {
    if (consonant === "") gaps[gaps.length - 1] += letter;
    else if (consonant !== last) {
      gaps.push("");
      last = consonant;
    }
  }
  if (last === "h" && gaps.length > 2) gaps.pop();
  return gaps;
}
