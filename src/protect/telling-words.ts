const partLettersMin = 4;
const lettersMin = 3;

/** The words of a text, in small letters. */
export const wordsOf = (text: string): readonly string[] => lettersOf(text).map((word) => word.toLowerCase());

/**
 * The words of a name by which its bearer can be known, in small letters: those of four or more letters written with a
 * capital, such as a surname; of scripts without capitals, those of three.
 */
export const tellingWords = (name: string): readonly string[] =>
  lettersOf(name)
    .filter((word) =>
      /^\p{Lu}/u.test(word) ? word.length >= partLettersMin : /^\p{Lo}/u.test(word) && word.length >= lettersMin,
    )
    .map((word) => word.toLowerCase());

const lettersOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];
