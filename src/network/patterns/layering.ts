import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "../trace/timed-payments.ts";
import type { FoundPatterns, Pattern } from "./pattern.ts";
import { firstAbove, type PaymentLists } from "./payment-lists.ts";
import { thresholdOf } from "./thresholds.ts";

/**
 * Layering: chains of payments in which each party passes on within days what it was paid, less a fee. Each payment goes on
 * in the first that fits and in one chain only; money that is split or put together on the way makes no chain.
 */
export function findLayering(payments: TimedPayments, lists: PaymentLists): FoundPatterns {
  const kind = "layering";
  const { payers, payees, amountsMinor, paymentIds } = payments;
  const leastPayments = thresholdOf(kind, "leastPayments");
  const bound = thresholdOf(kind, "lookedAtMost");
  const next = new Int32Array(paymentIds.length).fill(-1);
  const isTaken = new Uint8Array(paymentIds.length);
  let times = 0;
  for (let payment = 0; payment < paymentIds.length; payment += 1) {
    const { found, isCut } = findNext(payments, lists.madeBy(intAt(payees, payment)), { payment, bound, isTaken });
    if (isCut) times += 1;
    if (found < 0) continue;
    next[payment] = found;
    isTaken[found] = 1;
  }
  const patterns: Pattern[] = [];
  for (let payment = 0; payment < paymentIds.length; payment += 1) {
    if (isTaken[payment] === 1) continue;
    const chain: number[] = [];
    for (let each = payment; each >= 0; each = intAt(next, each)) chain.push(each);
    if (chain.length < leastPayments) continue;
    const node = intAt(payers, payment);
    patterns.push({
      kind,
      node,
      others: [...new Set(chain.map((each) => intAt(payees, each)))]
        .filter((each) => each !== node)
        .toSorted((left, right) => left - right),
      payments: chain,
      minor: chain.reduce((least, each) => Math.min(least, numberAt(amountsMinor, each)), Infinity),
    });
  }
  return { patterns, cut: times === 0 ? [] : [{ kind, times, bound }] };
}

function findNext(
  { payers, payees, ticks, ticksPerDay, amountsMinor }: TimedPayments,
  made: Int32Array,
  how: { readonly payment: number; readonly bound: number; readonly isTaken: Uint8Array },
): { readonly found: number; readonly isCut: boolean } {
  const { payment, bound, isTaken } = how;
  const amount = numberAt(amountsMinor, payment);
  const restTicks = thresholdOf("layering", "restDays") * ticksPerDay;
  const [least, most] = [thresholdOf("layering", "leastShare"), thresholdOf("layering", "mostShare")];
  const from = firstAbove(made, payment);
  for (let index = from; index < made.length; index += 1) {
    const candidate = intAt(made, index);
    if (intAt(ticks, candidate) - intAt(ticks, payment) > restTicks) break;
    if (index - from === bound) return { found: -1, isCut: true };
    const went = numberAt(amountsMinor, candidate) * 100;
    if (isTaken[candidate] === 1 || intAt(payees, candidate) === intAt(payers, payment)) continue;
    if (went >= amount * least && went <= amount * most) return { found: candidate, isCut: false };
  }
  return { found: -1, isCut: false };
}
