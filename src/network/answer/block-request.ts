import type { EndsSetting, Settings } from "../../model/index.ts";

/** A question to the flows of a case. */
export interface BlockRequest {
  /** The case currency. */
  readonly currency: string;
  /** Where the money starts and ends; null: found as the ends of the seen flows. */
  readonly from: EndsSetting | null;
  readonly to: EndsSetting | null;
  /** First and last value date that counts, ISO; null: all payments, dated or not. */
  readonly between: readonly [string, string] | null;
  /** Whether money must keep to the order of time: it goes on only after it came, and stays so many days at least (0: it may go on on the day); null: payments count in any order. */
  readonly inTime: { readonly leastStayDays: number } | null;
  /** Payments above this are left out, minor units of the case currency; null: none is. */
  readonly amountMaxMinor: number | null;
  /** Sets for every budget from 1 to this are sought. */
  readonly budget: number;
  /** The search ends at the first budget at which so many per cent can no longer get through at the largest factor; null: at none. */
  readonly enoughPercent: number | null;
  /** Reroute factors in quarters: 4 is 1. */
  readonly rhoQuarters: readonly number[];
  /** Who is never proposed because a block would do harm, and who because nobody can block him: words as in `from`. */
  readonly protect: readonly string[];
  readonly unblockable: readonly string[];
  /** Countries whose authorities can act, ISO 3166 in small letters; empty: those of all. Who stands in others alone is not proposed. */
  readonly reach: readonly string[];
  /** Whether who stands on a public list already may be proposed again. */
  readonly proposesListed: boolean;
  readonly collateralMaxMinor: number | null;
  /** Hand-overs on which nothing of the answer rests. */
  readonly withhold: readonly string[];
  /** For all sets together. */
  readonly timeLimitSeconds: number;
}

/** The question that a case's settings ask. */
export const requestOf = (settings: Settings): BlockRequest => ({
  currency: settings.currency,
  from: settings.from,
  to: settings.to,
  between: settings.between,
  inTime: null,
  amountMaxMinor: null,
  budget: settings.budget,
  enoughPercent: null,
  rhoQuarters: settings.rhoQuarters,
  protect: settings.protect,
  unblockable: settings.unblockable,
  reach: settings.reach,
  proposesListed: false,
  collateralMaxMinor: null,
  withhold: settings.withhold,
  timeLimitSeconds: 20,
});
