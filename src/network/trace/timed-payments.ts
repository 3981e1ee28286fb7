import { at, atKey, bad, good, type Result } from "../../base/index.ts";
import { intAt } from "../graph/typed-arrays.ts";
import { sameTickOrder } from "./same-tick-order.ts";

/** One payment as it comes in: any order; a tick is a whole number of any unit that begins anywhere, such as days since 1970. */
export interface PaymentSeen {
  readonly id: string;
  readonly payer: string;
  readonly payee: string;
  readonly amountMinor: number;
  readonly tick: number;
}

/**
 * Payments in time order. Nodes are numbered in the order of their ids (UTF-16 code units); amounts are whole minor units of one
 * currency, from 1; all of them together stay below 2^53.
 */
export interface TimedPayments {
  readonly nodeIds: readonly string[];
  readonly paymentIds: readonly string[];
  readonly payers: Int32Array;
  readonly payees: Int32Array;
  readonly amountsMinor: Float64Array;
  /** Ascending. */
  readonly ticks: Int32Array;
  readonly ticksPerDay: number;
}

/** Timed payments, and what was left out of them: payments to oneself and of nothing. */
export interface MadePayments {
  readonly payments: TimedPayments;
  readonly toOneself: number;
  readonly ofNothing: number;
}

/**
 * Brings payments into time order. A negative amount is money that went back. Payments of one tick stand as
 * {@link sameTickOrder} says. Refuses amounts that cannot be summed exactly.
 */
export function makeTimedPayments(seen: readonly PaymentSeen[], ticksPerDay: number): Result<MadePayments, string> {
  const odd = seen.find(({ amountMinor }) => !Number.isSafeInteger(amountMinor));
  if (odd) return bad(`the amount ${odd.amountMinor} of payment "${odd.id}" is no whole number within 2^53`);
  const moved = byTickAndId(
    seen
      .filter(({ payer, payee, amountMinor }) => payer !== payee && amountMinor !== 0)
      .map((each) => (each.amountMinor > 0 ? each : turned(each))),
  );
  const total = moved.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (!Number.isSafeInteger(total))
    return bad(`the payments sum to ${total} minor units; at most ${Number.MAX_SAFE_INTEGER} can be summed exactly`);
  const nodeIds = [...new Set(moved.flatMap(({ payer, payee }) => [payer, payee]))].toSorted();
  const numberById = new Map(nodeIds.map((id, index) => [id, index]));
  const payers = Int32Array.from(moved, ({ payer }) => atKey(numberById, payer));
  const payees = Int32Array.from(moved, ({ payee }) => atKey(numberById, payee));
  const ticks = Int32Array.from(moved, ({ tick }) => tick);
  const order = sameTickOrder({ payers, payees, ticks });
  const ofNothing = seen.filter(({ amountMinor }) => amountMinor === 0).length;
  return good({
    ofNothing,
    toOneself: seen.length - moved.length - ofNothing,
    payments: {
      nodeIds,
      paymentIds: Array.from(order, (place) => at(moved, place).id),
      payers: order.map((place) => intAt(payers, place)),
      payees: order.map((place) => intAt(payees, place)),
      amountsMinor: Float64Array.from(order, (place) => at(moved, place).amountMinor),
      ticks,
      ticksPerDay,
    },
  });
}

/** Sorted by tick, then by id (UTF-16 code units). Numbers sort natively: a million payments in a tenth of the time of texts. */
function byTickAndId(payments: readonly PaymentSeen[]): PaymentSeen[] {
  const isInOrder = payments.every(({ id }, index) => index === 0 || (payments[index - 1]?.id ?? "") <= id);
  const byId = isInOrder
    ? payments
    : payments.toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
  const count = byId.length;
  const keys = Float64Array.from(byId, ({ tick }, rank) => tick * count + rank).toSorted();
  return Array.from(keys, (key) => at(byId, key - Math.floor(key / count) * count));
}

const turned = (seen: PaymentSeen): PaymentSeen => ({
  ...seen,
  payer: seen.payee,
  payee: seen.payer,
  amountMinor: -seen.amountMinor,
});
