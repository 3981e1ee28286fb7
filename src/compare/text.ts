import { differs, missing, missingLevel, type Comparison } from "./comparison.ts";
import { sharedWords, sortedWords } from "./words.ts";

/** A text ready to be compared. */
export interface WordSet {
  readonly words: readonly string[];
}

const mostShare = 0.8;

/** Texts such as positions, subjects and purposes, by their words in any order. */
export const text: Comparison<WordSet> = {
  name: "text",
  types: ["text", "string"],
  levels: [
    missingLevel,
    { level: differs, label: "different", sentence: "The texts are different." },
    { level: 3, label: "most words", sentence: "The texts share most of their words." },
    { level: 4, label: "same", sentence: "Both give the same text." },
  ],
  prepare: (value) => ({ words: sortedWords(value) }),
  compare(left, right) {
    if (left.words.length === 0 || right.words.length === 0) return missing;
    const shared = sharedWords(left.words, right.words);
    const most = Math.max(left.words.length, right.words.length);
    if (shared === most) return 4;
    return shared >= mostShare * most ? 3 : differs;
  },
};
