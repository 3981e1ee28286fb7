import { plainLetters } from "../foreign/plain-letters.ts";
import { deedsOf, type Deed } from "./event-words.ts";

/** The deeds that the words of a text can name, in its order; Chinese sets no gap between words, so that each character may begin one. */
export const deedsIn = (text: string): readonly Deed[] =>
  (plainLetters("zh", text).match(/\p{L}[\p{L}\p{M}-]*/gu) ?? []).flatMap((word) =>
    /\p{Script=Han}/u.test(word)
      ? Array.from(word, (_, index) => word.slice(index)).flatMap((rest) => deedsOf(rest))
      : deedsOf(word),
  );
