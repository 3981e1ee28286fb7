import { groupBy } from "../../base/index.ts";

/** A payment between numbered nodes. */
interface Numbered {
  readonly from: number;
  readonly to: number;
  readonly tick: number;
}

/** The rule by which payments of one day are put in order, in words for whoever reads a figure that hangs on it. */
export const sameDayRule =
  "of one day each party is taken to be paid before it pays; where a circle leaves nobody to begin, whoever makes its first payment by id begins";

/**
 * Orders payments of one tick so that each party is paid before it pays; where circles leave nobody to begin, the payer of
 * the first payment by its place begins. Takes payments sorted by tick, then by id; linear.
 */
export function sameTickOrder<Payment extends Numbered>(payments: readonly Payment[]): Payment[] {
  const ordered: Payment[] = [];
  for (let from = 0; from < payments.length;) {
    let to = from + 1;
    while (to < payments.length && payments[to]?.tick === payments[from]?.tick) to += 1;
    for (const payment of to - from === 1 ? payments.slice(from, to) : orderTick(payments.slice(from, to)))
      ordered.push(payment);
    from = to;
  }
  return ordered;
}

function orderTick<Payment extends Numbered>(payments: readonly Payment[]): Payment[] {
  const outgoing = groupBy(payments, ({ from }) => from);
  const waitingFor = new Map<number, number>();
  for (const { to } of payments) waitingFor.set(to, (waitingFor.get(to) ?? 0) + 1);
  const ready = [...outgoing.keys()].filter((node) => !waitingFor.has(node));
  const ordered: Payment[] = [];
  const payOut = (node: number): void => {
    const own = outgoing.get(node) ?? [];
    outgoing.delete(node);
    for (const payment of own) {
      ordered.push(payment);
      const left = (waitingFor.get(payment.to) ?? 0) - 1;
      waitingFor.set(payment.to, left);
      if (left === 0 && outgoing.has(payment.to)) ready.push(payment.to);
    }
  };
  let next = 0;
  for (const { from } of payments) {
    for (let node = ready[next]; node !== undefined; node = ready[next]) {
      next += 1;
      payOut(node);
    }
    // Whoever still waits here stands in a circle of this tick, or behind one.
    if (outgoing.has(from)) payOut(from);
  }
  return ordered;
}
