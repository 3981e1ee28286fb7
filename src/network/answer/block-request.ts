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
  /** Payments above this are left out, minor units of the case currency; null: none is. */
  readonly amountMaxMinor: number | null;
  /** Sets for every budget from 1 to this are sought. */
  readonly budget: number;
  /** Reroute factors in quarters: 4 is 1. */
  readonly rhoQuarters: readonly number[];
  /** Ids or names of who is never proposed. */
  readonly protect: readonly string[];
  readonly collateralMaxMinor: number | null;
  /** For all sets together. */
  readonly timeLimitSeconds: number;
}

/** The question that a case's settings ask. */
export const requestOf = (settings: Settings): BlockRequest => ({
  currency: settings.currency,
  from: settings.from,
  to: settings.to,
  between: settings.between,
  amountMaxMinor: null,
  budget: settings.budget,
  rhoQuarters: settings.rhoQuarters,
  protect: settings.protect,
  collateralMaxMinor: null,
  timeLimitSeconds: 20,
});
