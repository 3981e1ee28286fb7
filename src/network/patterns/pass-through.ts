import { at } from "../../base/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { matchLots } from "../trace/match-lots.ts";
import type { TimedPayments } from "../trace/timed-payments.ts";
import { othersOf, sumOf } from "./fans.ts";
import type { FoundPatterns, Pattern } from "./pattern.ts";
import type { PaymentLists } from "./payment-lists.ts";
import { thresholdOf } from "./thresholds.ts";

/** Pass-through: nearly all that a party was ever paid goes on within days, told apart by first-in-first-out. */
export function findPassThrough(payments: TimedPayments, lists: PaymentLists): FoundPatterns {
  const kind = "pass-through";
  const { ticks, ticksPerDay, payers, payees } = payments;
  const restTicks = thresholdOf(kind, "restDays") * ticksPerDay;
  const leastShare = thresholdOf(kind, "leastShare");
  const leastPayments = thresholdOf(kind, "leastPayments");
  const passed = new Float64Array(payments.nodeIds.length);
  const through: number[][] = payments.nodeIds.map(() => []);
  for (const { into, out, minor } of matchLots(payments, "fifo", "none")) {
    if (into < 0 || intAt(ticks, out) - intAt(ticks, into) > restTicks) continue;
    const node = intAt(payers, out);
    passed[node] = numberAt(passed, node) + minor;
    at(through, node).push(into, out);
  }
  const patterns: Pattern[] = [];
  for (let node = 0; node < payments.nodeIds.length; node += 1) {
    const taken = lists.takenBy(node);
    if (taken.length < leastPayments || numberAt(passed, node) * 100 < sumOf(payments, taken) * leastShare) continue;
    const own = [...new Set(at(through, node))].toSorted((left, right) => left - right);
    const others = [...new Set([...othersOf(own, payers), ...othersOf(own, payees)])].filter((each) => each !== node);
    patterns.push({
      kind,
      node,
      others: others.toSorted((left, right) => left - right),
      payments: own,
      minor: numberAt(passed, node),
    });
  }
  return { patterns, cut: [] };
}
