import { contradicts, differs, missing, missingLevel, type Comparison } from "./comparison.ts";
import { rows } from "./generated/address-words.ts";
import { sharedWords, sortedWords } from "./words.ts";

/** An address ready to be compared. */
export interface Address {
  readonly words: readonly string[];
  readonly numbers: readonly string[];
}

const plainByWord = new Map(
  rows.flatMap(([plain = "", spellings = ""]) =>
    spellings.split("|").map((spelling): [string, string] => [spelling, plain]),
  ),
);
const mostShare = 0.8;
const halfShare = 0.5;

/** Postal addresses by their words and their numbers, in any order. */
export const address: Comparison<Address> = {
  name: "address",
  types: ["address"],
  levels: [
    missingLevel,
    { level: contradicts, label: "other number", sentence: "The addresses name one street and different numbers." },
    { level: differs, label: "different", sentence: "The addresses are different." },
    { level: 3, label: "same place", sentence: "The addresses share most words; one of them gives no number." },
    { level: 4, label: "near", sentence: "The addresses share their numbers and half of their words." },
    { level: 5, label: "most words", sentence: "The addresses share their numbers and most words." },
    { level: 6, label: "same", sentence: "Both give the same address." },
  ],
  prepare(value) {
    const words = sortedWords(value);
    const plain = words.filter((word) => !isNumber(word)).map((word) => plainByWord.get(word) ?? word);
    return {
      words: [...new Set(plain)].filter((word) => word !== "").toSorted(),
      numbers: words
        .filter(isNumber)
        .map((word) => word.replace(/^0+(?=\d)/u, ""))
        .toSorted(),
    };
  },
  compare(left, right) {
    if (left.words.length + left.numbers.length === 0 || right.words.length + right.numbers.length === 0)
      return missing;
    const sharedNumbers = sharedWords(left.numbers, right.numbers);
    const fewestNumbers = Math.min(left.numbers.length, right.numbers.length);
    const share = sharedWords(left.words, right.words) / Math.max(1, Math.min(left.words.length, right.words.length));
    const isSame =
      share === 1 && left.words.length === right.words.length && left.numbers.join(" ") === right.numbers.join(" ");
    if (isSame) return 6;
    if (fewestNumbers === 0)
      return share >= mostShare && Math.min(left.words.length, right.words.length) > 1 ? 3 : differs;
    if (sharedNumbers === fewestNumbers) return share >= mostShare ? 5 : share >= halfShare ? 4 : differs;
    return share >= mostShare && sharedNumbers === 0 && left.words.length > 1 && right.words.length > 1
      ? contradicts
      : differs;
  },
};

const isNumber = (word: string): boolean => /^\p{N}/u.test(word);
