import { at } from "../../base/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { sumBalances, type Opening } from "./balances.ts";
import type { TimedPayments } from "./timed-payments.ts";

/** One stretch of money: so many minor units of payment `into`, from its unit `intoFrom` on, went on as payment `out`, from its unit `outFrom` on. */
export interface Stretch {
  /** -1: from a balance that was there before, or from elsewhere unseen. */
  readonly into: number;
  readonly intoFrom: number;
  readonly out: number;
  readonly outFrom: number;
  readonly minor: number;
}

/**
 * Which money each payment is made of under first-in-first-out (Clayton's case, 1816) or last-in-first-out, in time order.
 * Exact: every unit of a payment comes from one unit of an earlier one, or from none that was seen. Of one payment the
 * first units go first. At most as many stretches as twice the payments.
 */
export function matchLots(payments: TimedPayments, rule: "fifo" | "lifo", opening: Opening): Stretch[] {
  const { payers, payees, amountsMinor, nodeIds } = payments;
  const used = new Float64Array(payers.length);
  const start = sumBalances(payments, opening).opening;
  const lots: Lots[] = nodeIds.map(() => ({ waiting: [], first: 0 }));
  const stretches: Stretch[] = [];
  for (let payment = 0; payment < payers.length; payment += 1) {
    const payer = intAt(payers, payment);
    const own = at(lots, payer);
    const made = { out: payment, filled: 0, amount: numberAt(amountsMinor, payment) };
    const takeOpening = (): void => {
      start[payer] =
        numberAt(start, payer) - take(stretches, made, { into: -1, from: 0, left: numberAt(start, payer) });
    };
    if (rule === "fifo") takeOpening();
    for (let lot = nextLot(own, rule); lot !== undefined; lot = nextLot(own, rule)) {
      if (made.filled === made.amount) break;
      const from = numberAt(used, lot);
      const left = numberAt(amountsMinor, lot) - from;
      const taken = take(stretches, made, { into: lot, from, left });
      used[lot] = from + taken;
      if (taken === left) dropLot(own, rule);
    }
    if (rule === "lifo") takeOpening();
    take(stretches, made, { into: -1, from: 0, left: Infinity });
    at(lots, intAt(payees, payment)).waiting.push(payment);
  }
  return stretches;
}

/** Fills a payment with what is left of a lot, as far as it goes; how much was taken. */
function take(
  stretches: Stretch[],
  made: { readonly out: number; readonly amount: number; filled: number },
  lot: { readonly into: number; readonly from: number; readonly left: number },
): number {
  const minor = Math.min(lot.left, made.amount - made.filled);
  if (minor === 0) return 0;
  stretches.push({ into: lot.into, intoFrom: lot.from, out: made.out, outFrom: made.filled, minor });
  made.filled += minor;
  return minor;
}

/** Payments to a node of which something is left: those from `first` on, in the order in which they came. */
interface Lots {
  readonly waiting: number[];
  first: number;
}

const nextLot = (lots: Lots, rule: "fifo" | "lifo"): number | undefined =>
  rule === "fifo" ? lots.waiting[lots.first] : lots.waiting.at(-1);

function dropLot(lots: Lots, rule: "fifo" | "lifo"): void {
  if (rule === "fifo") lots.first += 1;
  else lots.waiting.pop();
}
