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
  readonly threads: number;
  /** Upper limit for the database engine's memory, MB. */
  readonly memoryMb: number;
}

export const defaultSettings: Settings = {
  currency: "USD",
  phoneCountries: [],
  budget: 3,
  rhoQuarters: [4, 6, 8],
  from: null,
  to: null,
  between: null,
  protect: [],
  threads: 2,
  memoryMb: 1200,
};
