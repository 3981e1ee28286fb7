const latinLetters: ReadonlyMap<string, string> = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ı", "i"],
  ["ŋ", "ng"],
  ["ħ", "h"],
  ["ŧ", "t"],
  ["ĸ", "k"],
  ["ə", "a"],
  ["ɛ", "e"],
  ["ɔ", "o"],
  ["'", ""],
  ["ʼ", ""],
  ["ʻ", ""],
  ["ʹ", ""],
  ["ʺ", ""],
  ["ʾ", ""],
  ["ʿ", ""],
]);
// Hangul syllables and Han characters have neither case nor marks.
const plainEastern = /^[\uac00-\ud7a3\u4e00-\u9fff]+$/u;
const plainLatin = /^[A-Za-z]+$/u;
const letterAlone = /[øłđðþßæœıŋħŧĸəɛɔ'ʼʻʹʺʾʿ]/gu;
const latinMarks = /(?<=\p{Script=Latin}\p{M}*)\p{M}+/gu;
const strayMarks = /[\u0300-\u0304\u0307-\u036f]|[\u064b-\u065f\u0670\u0640]|[\u0591-\u05c7]|\u200c|\u200d/gu;

/**
 * A letter sequence in lower case without the marks that lists drop: Latin letters become a-z, without apostrophes; Cyrillic keeps its letters and
 * loses stress marks; Arabic and Hebrew lose vowel points; other scripts keep everything, since their marks are vowels.
 */
export function foldLetters(text: string): string {
  if (plainLatin.test(text)) return text.toLowerCase();
  if (plainEastern.test(text)) return text;
  const lower = text.normalize("NFKC").toLowerCase();
  const latin = lower.normalize("NFD").replaceAll(latinMarks, "").replaceAll(strayMarks, "").normalize("NFC");
  const folded = latin.replaceAll(letterAlone, (letter) => latinLetters.get(letter) ?? "");
  return folded === "" ? lower : folded;
}

/** A Latin spelling without breves, apostrophes and other marks, as most lists print it; letters of other scripts keep theirs. */
export function withoutMarks(spelling: string): string {
  if (plainLatin.test(spelling) || plainEastern.test(spelling)) return spelling;
  return spelling
    .normalize("NFD")
    .replaceAll(/(?<=[a-z]\p{M}*)\p{M}|['’]/gu, "")
    .normalize("NFC");
}
