/** Who pays and who receives in the question that the chokepoints answer; each word names entities of the case. */
export interface EndsSetting {
  readonly entities: readonly string[];
  readonly countries: readonly string[];
}

/** What a case decides about its own runs; every field has a default. */
export interface Settings {
  /** Case currency, ISO 4217: every amount is converted into it. */
  readonly currency: string;
  /** Two-letter countries whose numbering plan a phone number without a country code may belong to, most likely first. */
  readonly phoneCountries: readonly string[];
  /** How many nodes a block set may hold. */
  readonly budget: number;
  /** Reroute factors in quarters: 4 is 1, 6 is 1.5, 8 is 2. */
  readonly rhoQuarters: readonly number[];
  /** Where the money starts and ends; null: found as the ends of the seen flows. */
  readonly from: EndsSetting | null;
  readonly to: EndsSetting | null;
  /** First and last day of the payments that count, ISO dates; null: no limit. */
  readonly between: readonly [string, string] | null;
  /** Entity or canonical ids that are never proposed for blocking. */
  readonly protect: readonly string[];
  /** Who cannot be blocked: words that name entities. */
  readonly unblockable: readonly string[];
  /** Countries whose authorities can act on a block, in small letters; empty: all. */
  readonly reach: readonly string[];
  /** Whether an account stands for its holder in the flows, or for itself. */
  readonly accounts: "folded" | "apart";
  /** Hand-overs that must not carry the advice: whoever reads it could tell what their source knew. */
  readonly withhold: readonly string[];
  readonly threads: number;
  /** Upper limit for the database engine's memory, MB. */
  readonly memoryMb: number;
}

/** How many nodes a block set may hold, at least and at most: one rule for `case.yaml` and the command line. */
export const budgetLimits = { least: 1, most: 50 } as const;

/** What a whole number between two limits should be, in words. */
export const wholeNumberHint = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  `use a whole number from ${least} to ${most}`;

/** What a span of days should be, in words. */
export const spanHint = "use two dates, the earlier first";

export const defaultSettings: Settings = {
  currency: "USD",
  phoneCountries: [],
  budget: 3,
  rhoQuarters: [4, 6, 8],
  from: null,
  to: null,
  between: null,
  protect: [],
  unblockable: [],
  reach: [],
  accounts: "folded",
  withhold: [],
  threads: 2,
  memoryMb: 1200,
};
