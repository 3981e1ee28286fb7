import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { sumBalances, type Balances, type Opening } from "./balances.ts";
import type { TimedPayments } from "./timed-payments.ts";
import type { Trace, TraceQuestion } from "./trace.ts";
import { makeTrail, type Trail } from "./trail.ts";

/**
 * Haircut: money that lies together is mixed, and each payment takes of the traced money the share that it takes of all
 * that lies there (pari passu). A share is a fraction of whole minor units: of its two parts, what goes and what stays, the
 * one with the larger remainder gets the odd unit, a tie stays; so every unit is somewhere and the sum is kept.
 */
export function traceHaircut(payments: TimedPayments, question: TraceQuestion, opening: Opening): Trace {
  const trail = makeTrail(payments, question);
  const balances = sumBalances(payments, opening);
  const state = new Mixed(payments.nodeIds.length);
  if (question.direction === "forward") goForward(payments, { trail, balances, state });
  else goBackward(payments, { trail, balances, state });
  state.traced.forEach((minor, node) => trail.addEnd(node, minor, state.endsOf(node)));
  return trail.finish("haircut");
}

interface Walk {
  readonly trail: Trail;
  readonly balances: Balances;
  readonly state: Mixed;
}

/** Traced money that lies with each node, and the fewest payments by which some of it came. */
class Mixed {
  readonly traced: Float64Array;
  readonly depths: Float64Array;
  readonly #isCut: Uint8Array;

  constructor(nodeCount: number) {
    this.traced = new Float64Array(nodeCount);
    this.depths = new Float64Array(nodeCount).fill(Infinity);
    this.#isCut = new Uint8Array(nodeCount);
  }

  add(node: number, minor: number, depth: number): void {
    this.traced[node] = numberAt(this.traced, node) + minor;
    if (minor > 0) this.depths[node] = Math.min(numberAt(this.depths, node), depth);
  }

  take(node: number, minor: number): void {
    this.traced[node] = numberAt(this.traced, node) - minor;
    if (numberAt(this.traced, node) === 0) this.depths[node] = Infinity;
  }

  cut(node: number): void {
    this.#isCut[node] = 1;
  }

  endsOf(node: number): "rests" | "cut" {
    return this.#isCut[node] === 1 ? "cut" : "rests";
  }
}

function goForward({ payers, payees, amountsMinor }: TimedPayments, { trail, balances, state }: Walk): void {
  for (let payment = 0; payment < payers.length; payment += 1) {
    const [payer, payee] = [intAt(payers, payment), intAt(payees, payment)];
    const amount = numberAt(amountsMinor, payment);
    if (trail.isSeed(payment)) {
      trail.addHop({ payment, depth: 1, tracedMinor: amount });
      state.add(payee, amount, 1);
      continue;
    }
    const there = numberAt(state.traced, payer);
    if (there === 0) continue;
    const depth = numberAt(state.depths, payer);
    if (!trail.mayGoOn(payment, depth)) {
      state.cut(payer);
      continue;
    }
    const minor = shareOf(there, amount, numberAt(balances.beforeWithPayer, payment));
    if (minor === 0) continue;
    trail.addHop({ payment, depth: depth + 1, tracedMinor: minor });
    state.take(payer, minor);
    state.add(payee, minor, depth + 1);
  }
}

/**
 * The same mixing read against time: of the money that lay with a payee after a payment, the payment brought its share,
 * and of what is wanted of it as much is asked of the payer.
 */
function goBackward({ payers, payees, amountsMinor }: TimedPayments, { trail, balances, state }: Walk): void {
  for (let payment = payers.length - 1; payment >= 0; payment -= 1) {
    const [payer, payee] = [intAt(payers, payment), intAt(payees, payment)];
    const amount = numberAt(amountsMinor, payment);
    const isSeed = trail.isSeed(payment);
    const wanted = numberAt(state.traced, payee);
    const before = numberAt(state.depths, payee);
    if (!isSeed && wanted === 0) continue;
    if (!isSeed && !trail.mayGoOn(payment, before)) {
      state.cut(payee);
      continue;
    }
    const minor = isSeed ? amount : shareOf(wanted, amount, numberAt(balances.afterWithPayee, payment));
    if (minor === 0) continue;
    const depth = isSeed ? 1 : before + 1;
    trail.addHop({ payment, depth, tracedMinor: minor });
    if (!isSeed) state.take(payee, minor);
    const held = numberAt(balances.beforeWithPayer, payment);
    const unseen = amount > held ? minor - shareOf(minor, held, amount) : 0;
    trail.addEnd(payer, unseen, "rests");
    state.add(payer, minor - unseen, depth);
  }
}

/** Of a traced amount the share `part` of `whole`, in whole units, the rest keeping the odd unit on a tie; all of it where the part is no less than the whole. */
export function shareOf(traced: number, part: number, whole: number): number {
  if (part >= whole) return traced;
  const product = BigInt(traced) * BigInt(part);
  const quotient = product / BigInt(whole);
  const remainder = product % BigInt(whole);
  return Number(quotient) + (2n * remainder > BigInt(whole) ? 1 : 0);
}
