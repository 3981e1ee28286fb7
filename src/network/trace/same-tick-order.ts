import { at, groupBy } from "../../base/index.ts";
import { intAt } from "../graph/typed-arrays.ts";

/** Payments between numbered nodes, sorted by tick, then by id. */
interface SortedPayments {
  readonly payers: Int32Array;
  readonly payees: Int32Array;
  readonly ticks: Int32Array;
}

/** The rule by which payments of one day are put in order, in words for whoever reads a figure that hangs on it. */
export const sameDayRule =
  "of one day each party is taken to be paid before it pays; where a circle leaves nobody to begin, whoever makes its first payment by id begins";

/**
 * Orders payments of one tick so that each party is paid before it pays; where circles leave nobody to begin, the payer of
 * the first payment by its place begins. Gives the places of the payments in their new order; linear.
 */
export function sameTickOrder(payments: SortedPayments): Int32Array {
  const { ticks } = payments;
  const order = Int32Array.from(ticks.keys());
  for (let from = 0; from < ticks.length;) {
    let to = from + 1;
    while (to < ticks.length && ticks[to] === ticks[from]) to += 1;
    if (to - from > 1) order.set(orderTick(payments, order.slice(from, to)), from);
    from = to;
  }
  return order;
}

function orderTick({ payers, payees }: SortedPayments, places: Int32Array): number[] {
  const outgoing = groupBy(places, (place) => intAt(payers, place));
  const waitingFor = new Map<number, number>();
  for (const place of places) {
    const payee = intAt(payees, place);
    if (outgoing.has(payee)) waitingFor.set(payee, (waitingFor.get(payee) ?? 0) + 1);
  }
  if (waitingFor.size === 0) return [...places];
  const ready = [...outgoing.keys()].filter((node) => !waitingFor.has(node));
  const ordered: number[] = [];
  const payOut = (node: number): void => {
    for (const place of outgoing.get(node) ?? []) {
      ordered.push(place);
      const payee = intAt(payees, place);
      const left = (waitingFor.get(payee) ?? 0) - 1;
      waitingFor.set(payee, left);
      if (left === 0 && outgoing.has(payee)) ready.push(payee);
    }
    outgoing.delete(node);
  };
  let next = 0;
  for (const place of places) {
    while (next < ready.length) {
      next += 1;
      payOut(at(ready, next - 1));
    }
    // Whoever still waits here stands in a circle of this tick, or behind one.
    if (outgoing.has(intAt(payers, place))) payOut(intAt(payers, place));
  }
  return ordered;
}
