import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "./timed-payments.ts";
import type { Trace, TraceQuestion } from "./trace.ts";
import { makeTrail } from "./trail.ts";

/**
 * Poison: whoever was once paid with traced money pays nothing but traced money from then on; backward, whatever was paid
 * to somebody before he paid traced money counts whole. An upper bound: every payment counts in full, so sums along the
 * trail exceed what was traced, and there are no ends to add up.
 */
export function tracePoison(payments: TimedPayments, question: TraceQuestion): Trace {
  const { payers, payees, amountsMinor, nodeIds } = payments;
  const trail = makeTrail(payments, question);
  const isForward = question.direction === "forward";
  const [near, far] = isForward ? [payers, payees] : [payees, payers];
  const depths = new Float64Array(nodeIds.length).fill(Infinity);
  for (let step = 0; step < payers.length; step += 1) {
    const payment = isForward ? step : payers.length - 1 - step;
    const before = numberAt(depths, intAt(near, payment));
    const isSeed = trail.isSeed(payment);
    if (!isSeed && (before === Infinity || !trail.mayGoOn(payment, before))) continue;
    const depth = isSeed ? 1 : before + 1;
    const node = intAt(far, payment);
    trail.addHop({ payment, depth, tracedMinor: numberAt(amountsMinor, payment) });
    depths[node] = Math.min(numberAt(depths, node), depth);
  }
  return trail.finish("poison");
}
