/** The kinds of pattern that are sought, in the order in which they are told. */
export const patternKinds = [
  "round-trip",
  "gather-scatter",
  "scatter-gather",
  "layering",
  "pass-through",
  "fan-in",
  "fan-out",
] as const;
export type PatternKind = (typeof patternKinds)[number];

/** Payments that make a pattern in time order. Nodes and payments by number. */
export interface Pattern {
  readonly kind: PatternKind;
  /** The party that it is about; in a round trip and in layering the first payer. */
  readonly node: number;
  /** All other parties, ascending. */
  readonly others: readonly number[];
  /** Ascending, so in time order. */
  readonly payments: readonly number[];
  /**
   * Minor units: what can have gone the whole way (round trip, layering: the least payment), what was passed on
   * (pass-through, gather-scatter, scatter-gather), or what was paid (fans).
   */
  readonly minor: number;
}

/** What a search left out to end in time: how often it stopped at a bound, and which. */
export interface Cut {
  readonly kind: PatternKind;
  readonly times: number;
  readonly bound: number;
}

/** The patterns of one kind, and what was cut. */
export interface FoundPatterns {
  readonly patterns: readonly Pattern[];
  readonly cut: readonly Cut[];
}
