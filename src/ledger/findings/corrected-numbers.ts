import type { Count } from "../counts/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

/** "three, not two" contradicts a two and no other number. */
export function isRuledOut(count: Count, by: LedgerClaim): boolean {
  const wrong = by.counts.filter((other) => isCorrected(other, by));
  return wrong.length > 0 && !wrong.some(({ low, high }) => low === count.low && high === count.high);
}

export const isCorrected = ({ from }: Count, { quote, from: start }: LedgerClaim): boolean =>
  /,? \bnot\s+(?:by |for |at )?$/iu.test(quote.slice(Math.max(0, from - start - 10), from - start));

export const isCorrecting = (claim: LedgerClaim): boolean => claim.counts.some((count) => isCorrected(count, claim));
