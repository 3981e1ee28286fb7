import type { NameToken } from "./name-token.ts";

/** A part of a company's name that tells it from others. */
export interface MeaningUnit {
  /** The part as a word of its own, for comparing letters and sounds. */
  readonly token: NameToken;
  /** Concepts that it may stand for, ascending; empty when no table knows the word. */
  readonly concepts: readonly number[];
  readonly isNumber: boolean;
}

/** A company's name as a row of meanings, the same in every language into which it is translated. */
export interface NameMeaning {
  readonly units: readonly MeaningUnit[];
  /** What the firm does, as concepts without repetition. */
  readonly trades: readonly number[];
  /** Where the last units may be a trade cut short or misspelt: how many they are, and which trades; empty where a trade stands in full. */
  readonly tails: readonly TradeTail[];
  /** Whether a table knows every unit. */
  readonly isKnown: boolean;
  /** The concepts of the units, folded into 32 bits: names without a common bit share none. */
  readonly mask: number;
}

/** The last units of a name, read as a trade. */
export interface TradeTail {
  readonly units: number;
  readonly trades: readonly number[];
}
