import { tellingOf } from "./tellable-words.ts";

/** Words with a capital that stand side by side. */
export interface CapitalRun {
  readonly words: string;
  /** All that stands before them in the text. */
  readonly before: string;
  readonly behind: string;
}

const capitals = /\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'-]+)*/gu;

/** The runs of words with a capital in a text, in order, without words of grammar that begin a sentence ("In Narva Ri Chol" is "Narva Ri Chol"). */
export const capitalRuns = (text: string): readonly CapitalRun[] =>
  [...text.matchAll(capitals)].flatMap(({ 0: found, index }) => {
    const start = sentenceStart.test(text.slice(Math.max(0, index - 3), index)) ? smallStart(found) : 0;
    const words = found.slice(start);
    const from = index + start;
    return words === "" ? [] : [{ words, before: text.slice(0, from), behind: text.slice(from + words.length) }];
  });

/** What stands before the first word of a sentence. */
export const sentenceStart = /(?:^|[.!?:…“”"‘’([\]\n])\s*$/u;

/** How many letters at the beginning are words of grammar. */
function smallStart(found: string): number {
  let start = 0;
  for (const { 0: piece } of found.matchAll(/\S+\s*/gu)) {
    if (tellingOf(piece.trim().toLowerCase()) !== "small") break;
    start += piece.length;
  }
  return start;
}
