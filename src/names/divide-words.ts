import { longestByFirst, meaningWords, type MeaningWord } from "./meaning-words.ts";

/** A stretch of a name and what it means; undefined for a stretch that no table knows. */
export interface Stretch {
  readonly text: string;
  readonly word: MeaningWord | undefined;
}

const lettersMax = 40;
const unknownCost = 100;
const wordCost = 10;
const shortCost = 11;
const latinWordMin = 3;

/** Divides Han or Hangul letters, which run words together, into known words: as few letters as possible are left over, then as few words as possible are used. */
export function divideNative(text: string): Stretch[] {
  return divide(text.slice(0, lettersMax), (letters, start) => longestByFirst().get(letters.charAt(start)) ?? 0);
}

/** Divides Latin letters that run English words together (JADEOCEAN); undefined unless known words of three letters and more make up all of it. */
export function divideLatin(text: string): Stretch[] | undefined {
  if (text.length < 2 * latinWordMin || text.length > lettersMax) return undefined;
  const parts = divide(text, () => text.length - 1, latinWordMin);
  return parts.every((part) => part.word !== undefined && part.word.kind !== "filler") ? parts : undefined;
}

function divide(letters: string, longest: (letters: string, start: number) => number, shortest = 1): Stretch[] {
  const costs: number[] = [0];
  const starts: number[] = [0];
  const lower = (end: number, start: number, cost: number): void => {
    if (cost >= (costs[end] ?? Infinity)) return;
    costs[end] = cost;
    starts[end] = start;
  };
  for (let start = 0; start < letters.length; start += 1) {
    const own = costs[start] ?? Infinity;
    lower(start + 1, start, own + unknownCost);
    const most = Math.min(longest(letters, start), letters.length - start);
    for (let length = shortest; length <= most; length += 1) {
      if (meaningWords().has(letters.slice(start, start + length)))
        lower(start + length, start, own + (length === 1 ? shortCost : wordCost));
    }
  }
  return stretches(letters, starts);
}

function stretches(letters: string, starts: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  for (let end = letters.length; end > 0; end = starts[end] ?? 0) {
    const text = letters.slice(starts[end] ?? 0, end);
    const word = meaningWords().get(text);
    const next = found.at(-1);
    if (word === undefined && next !== undefined && next.word === undefined)
      found[found.length - 1] = { text: text + next.text, word: undefined };
    else found.push({ text, word });
  }
  return found.toReversed();
}
