/** A phrase found in a text: what it stands for, and where it begins. */
export interface FoundPhrase<Meaning> {
  readonly meaning: Meaning;
  readonly from: number;
}

/** Finds phrases as whole words, without case: `find(text)` gives what each stands for. */
export type PhraseBook<Meaning> = (text: string) => readonly FoundPhrase<Meaning>[];

/** A book of phrases; `*` at the end of a word stands for any letters. The time that a text takes grows with its words, not with the phrases. */
export function makePhraseBook<Meaning>(
  entries: readonly { readonly phrases: readonly string[]; readonly meaning: Meaning }[],
): PhraseBook<Meaning> {
  const byStart = new Map<string, { readonly words: readonly string[]; readonly meaning: Meaning }[]>();
  for (const { phrases, meaning } of entries) {
    for (const phrase of phrases) {
      const words = wordsOf(phrase).map(({ word }) => word);
      const start = keyOf(words[0] ?? "");
      byStart.set(start, [...(byStart.get(start) ?? []), { words, meaning }]);
    }
  }
  return (text) => {
    const words = wordsOf(text);
    return words.flatMap(({ word, from }, at) =>
      (byStart.get(keyOf(word)) ?? [])
        .filter((entry) => entry.words.every((each, step) => isWord(words[at + step]?.word, each)))
        .map(({ meaning }) => ({ meaning, from })),
    );
  };
}

const wordsOf = (text: string): readonly { readonly word: string; readonly from: number }[] =>
  [...text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*\*?/gu)].map(({ 0: word, index }) => ({
    word,
    from: index,
  }));

// Two letters: the shortest word before a star.
const keyOf = (word: string): string => word.slice(0, 2);

const isWord = (word: string | undefined, wanted: string): boolean =>
  word !== undefined && (wanted.endsWith("*") ? word.startsWith(wanted.slice(0, -1)) : word === wanted);
