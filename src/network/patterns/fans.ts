import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "../trace/timed-payments.ts";
import type { FoundPatterns, Pattern } from "./pattern.ts";
import type { PaymentLists } from "./payment-lists.ts";
import { thresholdOf } from "./thresholds.ts";

/** Fan-in: many pay one within days; fan-out: one pays many. One pattern for each unbroken time in which that holds. */
export function findFans(payments: TimedPayments, lists: PaymentLists, kind: "fan-in" | "fan-out"): FoundPatterns {
  const isIn = kind === "fan-in";
  const leastParties = thresholdOf(kind, "leastParties");
  const windowTicks = thresholdOf(kind, "windowDays") * payments.ticksPerDay;
  const patterns: Pattern[] = [];
  for (let node = 0; node < payments.nodeIds.length; node += 1) {
    const own = isIn ? lists.takenBy(node) : lists.madeBy(node);
    const other = isIn ? payments.payers : payments.payees;
    for (const burst of findBursts(payments, own, { other, leastParties, windowTicks })) {
      patterns.push({
        kind,
        node,
        others: othersOf(burst.payments, other),
        payments: Array.from(burst.payments),
        minor: sumOf(payments, burst.payments),
      });
    }
  }
  return { patterns, cut: [] };
}

/** A time in which a party deals with many. */
export interface Burst {
  readonly payments: Int32Array;
  /** The payment with which enough parties were there for the first time. */
  readonly enoughAt: number;
}

/** Bursts of one party's payments: each payment lies in a window with enough other parties. Linear. */
export function findBursts(
  { ticks }: TimedPayments,
  own: Int32Array,
  how: { readonly other: Int32Array; readonly leastParties: number; readonly windowTicks: number },
): Burst[] {
  if (own.length < how.leastParties) return [];
  const bursts: Burst[] = [];
  const counts = new Map<number, number>();
  let first = 0;
  let burst = { from: 0, to: -1, enoughAt: -1 };
  const close = (): void => {
    if (burst.to >= 0) bursts.push({ payments: own.subarray(burst.from, burst.to + 1), enoughAt: burst.enoughAt });
  };
  for (let last = 0; last < own.length; last += 1) {
    const payment = intAt(own, last);
    const party = intAt(how.other, payment);
    counts.set(party, (counts.get(party) ?? 0) + 1);
    // A window of seven days holds a first payment and what comes less than seven days after it.
    while (intAt(ticks, payment) - intAt(ticks, intAt(own, first)) >= how.windowTicks) {
      const gone = intAt(how.other, intAt(own, first));
      const left = (counts.get(gone) ?? 0) - 1;
      if (left === 0) counts.delete(gone);
      else counts.set(gone, left);
      first += 1;
    }
    if (counts.size < how.leastParties) continue;
    if (first > burst.to) {
      close();
      burst = { from: first, to: last, enoughAt: payment };
    }
    burst.to = last;
  }
  close();
  return bursts;
}

/** What payments sum to, minor units. */
export const sumOf = ({ amountsMinor }: TimedPayments, list: Iterable<number>): number => {
  let sum = 0;
  for (const payment of list) sum += numberAt(amountsMinor, payment);
  return sum;
};

/** Who stands at one end of payments, each once, ascending. */
export const othersOf = (list: Int32Array | readonly number[], ends: Int32Array): number[] =>
  [...new Set(Array.from(list, (payment) => intAt(ends, payment)))].toSorted((left, right) => left - right);
