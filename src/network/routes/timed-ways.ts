import { at } from "../../base/index.ts";
import { intAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "../trace/timed-payments.ts";
import { findAlternatives, type FindWay, type Way } from "./alternatives.ts";

/**
 * The ways by which money could soonest go from one node to another, each payment after the one before (earliest arrival,
 * Wu et al., PVLDB 7(9), 2014: one pass over the payments in time order). A step is the number of a payment; alternatives
 * leave an earlier way by another payer or payee; nodes of `without` are on none. The cost of a way is the place of its last payment in time.
 */
export function findTimedWays(
  payments: TimedPayments,
  { from, to }: { readonly from: number; readonly to: number },
  { most, without }: { readonly most: number; readonly without: ReadonlySet<number> },
): Way[] {
  const { payers, payees, nodeIds } = payments;
  const channelOf = (payment: number): number => intAt(payers, payment) * nodeIds.length + intAt(payees, payment);
  const find: FindWay = (prefix, barred) => {
    const via = new Int32Array(nodeIds.length).fill(-1);
    const closed = new Set([from, ...without, ...prefix.map((payment) => intAt(payees, payment))]);
    const last = prefix.at(-1) ?? -1;
    const begin = last < 0 ? from : intAt(payees, last);
    for (let payment = last + 1; payment < payers.length; payment += 1) {
      const [payer, payee] = [intAt(payers, payment), intAt(payees, payment)];
      const isReached = payer === begin ? !barred.has(channelOf(payment)) : intAt(via, payer) >= 0;
      if (!isReached || closed.has(payee) || intAt(via, payee) >= 0) continue;
      via[payee] = payment;
      if (payee !== to) continue;
      const steps: number[] = [];
      for (let node = to; node !== begin; node = intAt(payers, at(steps, steps.length - 1)))
        steps.push(intAt(via, node));
      return { steps: [...prefix, ...steps.toReversed()], cost: payment };
    }
    return null;
  };
  return findAlternatives(find, most, channelOf);
}
