import { intAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "../trace/timed-payments.ts";
import { findBursts, othersOf, sumOf } from "./fans.ts";
import type { FoundPatterns, Pattern } from "./pattern.ts";
import { firstAbove, type PaymentLists } from "./payment-lists.ts";
import { thresholdOf } from "./thresholds.ts";

/** Gather-scatter: many pay one, who then pays about as much on to many. What is scattered comes after enough have paid. */
export function findGatherScatter(payments: TimedPayments, lists: PaymentLists): FoundPatterns {
  const { ticks, ticksPerDay, payers, payees } = payments;
  const kind = "gather-scatter";
  const leastParties = thresholdOf(kind, "leastParties");
  const windowTicks = thresholdOf(kind, "windowDays") * ticksPerDay;
  const [least, most] = [thresholdOf(kind, "leastShare"), thresholdOf(kind, "mostShare")];
  const patterns: Pattern[] = [];
  for (let node = 0; node < payments.nodeIds.length; node += 1) {
    const made = lists.madeBy(node);
    if (made.length < leastParties) continue;
    const bursts = findBursts(payments, lists.takenBy(node), { other: payers, leastParties, windowTicks });
    let scatteredTo = -1;
    for (const { payments: gathered, enoughAt } of bursts) {
      const lastGathered = intAt(ticks, intAt(gathered, gathered.length - 1));
      const from = firstAbove(made, Math.max(enoughAt, scatteredTo));
      let to = from;
      while (to < made.length && intAt(ticks, intAt(made, to)) - lastGathered < windowTicks) to += 1;
      const scattered = made.subarray(from, to);
      const [came, went] = [sumOf(payments, gathered), sumOf(payments, scattered)];
      const receivers = othersOf(scattered, payees);
      if (receivers.length < leastParties || went * 100 < came * least || went * 100 > came * most) continue;
      scatteredTo = intAt(scattered, scattered.length - 1);
      const all = [...gathered, ...scattered].toSorted((left, right) => left - right);
      const others = [...new Set([...othersOf(gathered, payers), ...receivers])].toSorted(
        (left, right) => left - right,
      );
      patterns.push({ kind, node, others, payments: all, minor: Math.min(came, went) });
    }
  }
  return { patterns, cut: [] };
}
