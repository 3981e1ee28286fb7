import { lazy, remembered } from "../../base/index.ts";
import { rows } from "../generated/event-words.ts";
import { headLemma } from "./head-lemma.ts";

/** What a word can tell of: a deed ("pay") and the type of event to which it belongs ("payment"). */
export interface Deed {
  readonly deed: string;
  readonly type: string;
  /** Whether the word tells of the deed by itself: "arrest" does, "hold" needs more to be read so. */
  readonly isPlain: boolean;
}

/**
 * The deeds that a word can name, in the order of the list; none for a word that it does not hold. English words are
 * looked up by their base form, words of other scripts by the longest stem with which they begin.
 */
export const deedsOf = remembered(findDeeds, 50_000);

function findDeeds(word: string): readonly Deed[] {
  const { deedsByWord, stemMax } = lexicon();
  const lemma = headLemma(word);
  const whole = deedsByWord.get(lemma);
  if (whole || /^[a-z]/u.test(lemma)) return whole ?? [];
  for (let length = Math.min(stemMax, lemma.length - 1); length >= 2; length--) {
    const deeds = deedsByWord.get(lemma.slice(0, length));
    if (deeds) return deeds;
  }
  return [];
}

const lexicon = lazy(() => {
  const deedsByWord = new Map<string, Deed[]>();
  let stemMax = 0;
  for (const [type = "", deed = "", language, plain = "", possible = ""] of rows) {
    const add = (words: string, isPlain: boolean): void => {
      for (const word of words.split("|").filter((each) => each !== "")) {
        const lemma = headLemma(word);
        if (language !== "en") stemMax = Math.max(stemMax, lemma.length);
        const deeds = deedsByWord.get(lemma) ?? [];
        if (!deeds.some((each) => each.deed === deed)) deedsByWord.set(lemma, [...deeds, { deed, type, isPlain }]);
      }
    };
    add(plain, true);
    add(possible, false);
  }
  return { deedsByWord, stemMax };
});
