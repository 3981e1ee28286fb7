import type { Span } from "../words/sentences.ts";

/** A number in a text: how many of what, or how much. Null at an end that the words leave open. */
export interface Count extends Span {
  readonly text: string;
  readonly low: number | null;
  readonly high: number | null;
  /** ISO 4217 for money, the symbol for weights, lengths and volumes (t, kg, km), "percent", "fraction"; null where things are counted. */
  readonly unit: string | null;
  readonly approx: boolean;
  /** What is counted, as the words give it ("customs officers"); "age" for years of age, "times" for how often; null where they give none. */
  readonly noun: string | null;
  /** The number of a series ("third" of several), not how many. */
  readonly isOrdinal?: true;
  /** The money's currency stands elsewhere: at the next amount of a list, or at an amount before. */
  readonly unitFrom?: Span;
  /** The counts whose sum this is ("12 women and a man"). */
  readonly parts?: readonly Count[];
}
