import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "./timed-payments.ts";

/**
 * What is taken to lie with a party before its first payment, since no book says it. `none`: nothing; what it pays beyond
 * what it was seen to be paid comes from elsewhere at that moment. `least`: all that it ever pays beyond what it was seen to
 * be paid lies there from the beginning, which is the least that explains its payments.
 */
export type Opening = "none" | "least";

/** What lay with the parties around each payment, minor units, as far as the payments tell. */
export interface Balances {
  /** Per node, before its first payment. */
  readonly opening: Float64Array;
  /** Per payment: with its payer just before it, and with its payee just after it. */
  readonly beforeWithPayer: Float64Array;
  readonly afterWithPayee: Float64Array;
}

/** Adds up balances in time order; a balance that payments would take below nothing is nothing. */
export function sumBalances(payments: TimedPayments, opening: Opening): Balances {
  const { payers, payees, amountsMinor } = payments;
  const start = opening === "least" ? shortfalls(payments) : new Float64Array(payments.nodeIds.length);
  const now = start.slice();
  const beforeWithPayer = new Float64Array(payers.length);
  const afterWithPayee = new Float64Array(payers.length);
  for (let payment = 0; payment < payers.length; payment += 1) {
    const [payer, payee] = [intAt(payers, payment), intAt(payees, payment)];
    const amount = numberAt(amountsMinor, payment);
    beforeWithPayer[payment] = numberAt(now, payer);
    now[payer] = Math.max(0, numberAt(now, payer) - amount);
    now[payee] = numberAt(now, payee) + amount;
    afterWithPayee[payment] = numberAt(now, payee);
  }
  return { opening: start, beforeWithPayer, afterWithPayee };
}

/** Per node, how far its payments would take it below nothing at the worst moment. */
function shortfalls({ nodeIds, payers, payees, amountsMinor }: TimedPayments): Float64Array {
  const now = new Float64Array(nodeIds.length);
  const worst = new Float64Array(nodeIds.length);
  for (let payment = 0; payment < payers.length; payment += 1) {
    const [payer, payee] = [intAt(payers, payment), intAt(payees, payment)];
    const amount = numberAt(amountsMinor, payment);
    now[payer] = numberAt(now, payer) - amount;
    worst[payer] = Math.max(numberAt(worst, payer), -numberAt(now, payer));
    now[payee] = numberAt(now, payee) + amount;
  }
  return worst;
}
