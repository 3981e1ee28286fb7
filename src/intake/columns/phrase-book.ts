import { foldedTokens } from "./folded-tokens.ts";

/** A phrase that was found among tokens: the meanings it may have, and the tokens it covers (end left out). */
export interface FoundPhrase<Meaning> {
  readonly meanings: readonly Meaning[];
  readonly from: number;
  readonly to: number;
}

/** A list of phrases with their meanings, to be found in running words. */
export interface PhraseBook<Meaning> {
  /** The phrases that cover the most tokens, as few as possible, from left to right. */
  find(tokens: readonly string[]): FoundPhrase<Meaning>[];
}

/** Makes a phrase book; a word of a phrase that ends in "*" stands for all words that begin so. */
export function makePhraseBook<Meaning>(
  entries: Iterable<readonly [phrase: string, meaning: Meaning]>,
): PhraseBook<Meaning> {
  const exact = new Map<string, Meaning[]>();
  const stems = new Map<string, { readonly words: readonly string[]; readonly meanings: Meaning[] }>();
  let longest = 1;
  for (const [phrase, meaning] of entries) {
    const words = phrase.includes("*") ? stemWords(phrase) : foldedTokens(phrase);
    longest = Math.max(longest, words.length);
    const key = words.join(" ");
    const isStem = phrase.includes("*");
    const meanings = isStem ? stems.get(key)?.meanings : exact.get(key);
    if (meanings) meanings.push(meaning);
    else if (isStem) stems.set(key, { words, meanings: [meaning] });
    else exact.set(key, [meaning]);
  }
  const startingAt = (tokens: readonly string[], from: number): FoundPhrase<Meaning>[] => {
    const found = new Map<number, Meaning[]>();
    for (let to = from + 1; to <= Math.min(tokens.length, from + longest); to++) {
      const meanings = exact.get(tokens.slice(from, to).join(" "));
      if (meanings) found.set(to, [...meanings]);
    }
    for (const { words, meanings } of stems.values()) {
      const to = from + words.length;
      if (matchesStems(tokens, from, words)) found.set(to, [...(found.get(to) ?? []), ...meanings]);
    }
    return [...found].map(([to, meanings]) => ({ meanings, from, to }));
  };
  return { find: (tokens) => bestCover(tokens, startingAt) };
}

const stemWords = (phrase: string): string[] =>
  phrase
    .split(/\s+/u)
    .map((word) => (word.endsWith("*") ? `${foldedTokens(word).join("")}*` : foldedTokens(word).join("")));

const matchesStems = (tokens: readonly string[], from: number, words: readonly string[]): boolean =>
  from + words.length <= tokens.length &&
  words.every((word, index) => {
    const token = tokens[from + index] ?? "";
    return word.endsWith("*") ? token.startsWith(word.slice(0, -1)) : token === word;
  });

interface Cover<Meaning> {
  readonly score: number;
  readonly phrases: readonly FoundPhrase<Meaning>[];
}

/** Best cover from each token to the end: a covered token counts 10, a phrase costs 1; ties go to the longer first phrase. */
function bestCover<Meaning>(
  tokens: readonly string[],
  startingAt: (tokens: readonly string[], from: number) => FoundPhrase<Meaning>[],
): FoundPhrase<Meaning>[] {
  const covers: Cover<Meaning>[] = Array.from({ length: tokens.length + 1 }, () => ({ score: 0, phrases: [] }));
  for (let from = tokens.length - 1; from >= 0; from--) {
    let best: Cover<Meaning> = covers[from + 1] ?? { score: 0, phrases: [] };
    for (const phrase of startingAt(tokens, from)) {
      const rest = covers[phrase.to] ?? { score: 0, phrases: [] };
      const score = rest.score + (phrase.to - phrase.from) * 10 - 1;
      const first = best.phrases[0];
      const isLonger = first?.from === from && phrase.to > first.to;
      if (score > best.score || (score === best.score && isLonger))
        best = { score, phrases: [phrase, ...rest.phrases] };
    }
    covers[from] = best;
  }
  return [...(covers[0]?.phrases ?? [])];
}
