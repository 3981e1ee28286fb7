import { lazy } from "../../base/index.ts";
import { rows } from "../generated/common-words.ts";
import { sentencesOf } from "../words/sentences.ts";
import { headLemma } from "./head-lemma.ts";

/** One word of a text that is not common to all texts. */
export interface ContentWord {
  /** Its base form; of Chinese, Japanese and Korean writing, two characters that stand together. */
  readonly term: string;
  readonly kind: "name" | "number" | "word";
  /** Where it stands, in characters from the start of the text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The sentence in which it stands, counted from 0. */
  readonly sentence: number;
}

/**
 * The words of a text in their order, without those of `resources/ledger/common-words.tsv`. A word that begins with a
 * capital where no sentence begins counts as a name.
 */
export function contentWords(text: string): ContentWord[] {
  return sentencesOf(text).flatMap(({ from, to }, sentence) =>
    [...text.slice(from, to).matchAll(wordPattern)].flatMap(({ 0: word, index }, place) =>
      partsOf(word, from + index)
        .filter(({ term }) => !isCommon(term))
        .map((part) => ({ ...part, sentence, kind: kindOf(word, place === 0) })),
    ),
  );
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[-'’.,][\p{L}\p{M}\p{N}]+)*/gu;

type Part = Pick<ContentWord, "term" | "start" | "end">;

function partsOf(word: string, start: number): Part[] {
  if (!/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word))
    return [{ term: headLemma(word), start, end: start + word.length }];
  if (word.length <= 2) return [{ term: word, start, end: start + word.length }];
  return Array.from({ length: word.length - 1 }, (_, offset) => ({
    term: word.slice(offset, offset + 2),
    start: start + offset,
    end: start + offset + 2,
  }));
}

const kindOf = (word: string, isFirst: boolean): ContentWord["kind"] =>
  /^\p{N}/u.test(word) ? "number" : !isFirst && /^\p{Lu}/u.test(word) ? "name" : "word";

/** Whether a base form stands in texts about anything. */
export const isCommon = (term: string): boolean => common().has(term);

const common = lazy(() => new Set(rows.flatMap(([, words = ""]) => words.split(" "))));
