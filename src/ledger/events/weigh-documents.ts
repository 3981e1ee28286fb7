import { contentWords, isCommon, type ContentWord } from "./content-words.ts";

/** The terms of one document with their weights: a vector of length 1. */
export type TermWeights = ReadonlyMap<string, number>;

/** Documents weighed against each other. */
export interface WeighedDocuments {
  readonly words: readonly (readonly ContentWord[])[];
  readonly weights: readonly TermWeights[];
  /** In how many of the documents a term stands. */
  readonly spread: ReadonlyMap<string, number>;
  /** How much a term says: the natural logarithm of one over the share of documents in which it stands; a common word says nothing. */
  rarityOf(term: string): number;
}

// In a few documents every word is in a large share of them; a hundred documents with other words stand beside them.
const othersAssumed = 100;
// A name says more of what a text is about than another word.
const nameWeight = 2;

/** Weighs the terms of documents by how often they stand in one (logarithmic, names twice) and how rare they are among all. */
export function weighDocuments(texts: readonly string[]): WeighedDocuments {
  const words = texts.map((text) => contentWords(text));
  const spread = new Map<string, number>();
  for (const own of words)
    for (const term of new Set(own.map((word) => word.term))) spread.set(term, (spread.get(term) ?? 0) + 1);
  const rarityOf = (term: string): number =>
    isCommon(term) ? 0 : Math.log((texts.length + othersAssumed) / (spread.get(term) ?? 1));
  return { words, spread, rarityOf, weights: words.map((own) => unit(weigh(own, rarityOf))) };
}

/** How alike two documents are in their rare words and names: 0 to 1,000 (the cosine of their weights in thousandths). */
export const documentLikeness = (left: TermWeights, right: TermWeights): number => Math.round(1000 * dot(left, right));

/** The cosine of two vectors that need not have length 1, in 0 to 1; 0 if either is empty. */
export function cosine(left: TermWeights, right: TermWeights): number {
  const lengths = dot(left, left) * dot(right, right);
  return lengths === 0 ? 0 : dot(left, right) / Math.sqrt(lengths);
}

function weigh(words: readonly ContentWord[], rarityOf: (term: string) => number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term, kind } of words) counts.set(term, (counts.get(term) ?? 0) + (kind === "name" ? nameWeight : 1));
  return new Map([...counts].map(([term, count]) => [term, (1 + Math.log(count)) * rarityOf(term)]));
}

function unit(weights: TermWeights): TermWeights {
  const length = Math.sqrt(dot(weights, weights));
  return new Map([...weights].map(([term, weight]) => [term, weight / length]));
}

function dot(left: TermWeights, right: TermWeights): number {
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  let sum = 0;
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0);
  return sum;
}
