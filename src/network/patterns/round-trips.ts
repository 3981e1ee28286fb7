import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "../trace/timed-payments.ts";
import type { FoundPatterns, Pattern } from "./pattern.ts";
import { firstAbove, type PaymentLists } from "./payment-lists.ts";
import { makeQueue } from "./queue.ts";
import { thresholdOf } from "./thresholds.ts";

/**
 * Round trips: money that leaves a party and comes back to it over others, each payment later than the one before. For each
 * payment the quickest way back is sought (earliest arrival, Wu et al. 2014), not every way: one pass instead of
 * exponentially many. A payment belongs to one round trip: the first by its first payment.
 */
export function findRoundTrips(payments: TimedPayments, lists: PaymentLists): FoundPatterns {
  const kind = "round-trip";
  const bound = thresholdOf(kind, "lookedAtMost");
  const search = makeSearch(payments, lists, bound);
  const isUsed = new Uint8Array(payments.paymentIds.length);
  const patterns: Pattern[] = [];
  let times = 0;
  for (let payment = 0; payment < payments.paymentIds.length; payment += 1) {
    if (isUsed[payment] === 1 || lists.takenBy(intAt(payments.payers, payment)).length === 0) continue;
    const { way, isCut } = search(payment, isUsed);
    if (isCut) times += 1;
    if (way.length === 0) continue;
    for (const each of way) isUsed[each] = 1;
    patterns.push({
      kind,
      node: intAt(payments.payers, payment),
      others: way
        .slice(1)
        .map((each) => intAt(payments.payers, each))
        .toSorted((left, right) => left - right),
      payments: way,
      minor: way.reduce((least, each) => Math.min(least, numberAt(payments.amountsMinor, each)), Infinity),
    });
  }
  return { patterns, cut: times === 0 ? [] : [{ kind, times, bound }] };
}

/** The quickest way of a payment's money back to its payer: payments in their order, none where there is no such way. */
type Search = (payment: number, isUsed: Uint8Array) => { readonly way: readonly number[]; readonly isCut: boolean };

function makeSearch(payments: TimedPayments, lists: PaymentLists, bound: number): Search {
  const { payers, payees, ticks, ticksPerDay, amountsMinor, nodeIds } = payments;
  const windowTicks = thresholdOf("round-trip", "windowDays") * ticksPerDay;
  const leastParties = thresholdOf("round-trip", "leastParties");
  const mostPayments = thresholdOf("round-trip", "mostPayments");
  const leastShare = thresholdOf("round-trip", "leastShare");
  /** Per node, the payment by which it was reached in the search of the same number. */
  const reachedBy = new Int32Array(nodeIds.length);
  const steps = new Int32Array(nodeIds.length);
  const searchOf = new Int32Array(nodeIds.length).fill(-1);
  const wayTo = (last: number, start: number): number[] => {
    const way = [last];
    for (let each = last; each !== start;) {
      each = intAt(reachedBy, intAt(payers, each));
      way.push(each);
    }
    return way.toReversed();
  };
  return (start, isUsed) => {
    const home = intAt(payers, start);
    const enough = numberAt(amountsMinor, start) * leastShare;
    const reach = (payment: number, count: number): void => {
      const node = intAt(payees, payment);
      reachedBy[node] = payment;
      steps[node] = count;
      searchOf[node] = start;
      queue.add(payment);
    };
    const queue = makeQueue();
    reach(start, 1);
    let lookedAt = 0;
    for (let via = queue.take(); via >= 0; via = queue.take()) {
      const node = intAt(payees, via);
      // A node that was reached sooner by another payment has gone on from there; home ends the search.
      if (intAt(reachedBy, node) !== via) continue;
      if (node === home) return { way: wayTo(via, start), isCut: false };
      const count = intAt(steps, node) + 1;
      if (count > mostPayments) continue;
      const made = lists.madeBy(node);
      for (let index = firstAbove(made, via); index < made.length; index += 1) {
        const next = intAt(made, index);
        if (intAt(ticks, next) - intAt(ticks, start) >= windowTicks) break;
        lookedAt += 1;
        if (lookedAt > bound) return { way: [], isCut: true };
        const to = intAt(payees, next);
        if (isUsed[next] === 1 || numberAt(amountsMinor, next) * 100 < enough) continue;
        if (to === home && count < leastParties) continue;
        if (searchOf[to] === start && intAt(reachedBy, to) <= next) continue;
        reach(next, count);
      }
    }
    return { way: [], isCut: false };
  };
}
