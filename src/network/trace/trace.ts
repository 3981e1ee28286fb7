import type { Opening } from "./balances.ts";
import type { TimedPayments } from "./timed-payments.ts";
import { traceHaircut } from "./trace-haircut.ts";
import { traceLots } from "./trace-lots.ts";
import { tracePoison } from "./trace-poison.ts";

/** The rules by which money that lay together is told apart; each figure of a trace is a figure of one of them. */
export const traceRules = ["poison", "haircut", "fifo", "lifo"] as const;
export type TraceRule = (typeof traceRules)[number];

/** What is traced, and how far. */
export interface TraceQuestion {
  /** Forward: where the money of the payments went on to. Backward: where it had come from. */
  readonly direction: "forward" | "backward";
  /** Payments by number: all their money is traced. */
  readonly seeds: readonly number[];
  /** The last tick that is followed (forward), or the first (backward); null: to the end. */
  readonly untilTick: number | null;
  /** At most so many payments one after another, the first among them; null: any number. */
  readonly depth: number | null;
}

/** One payment through which traced money went. */
export interface Hop {
  readonly payment: number;
  readonly tracedMinor: number;
  /** 1 for a payment that was asked about, 2 for one that follows it, and so on by the fewest payments. */
  readonly depth: number;
}

/** Money that is followed no further, and with whom. */
export interface TraceEnd {
  readonly node: number;
  readonly minor: number;
  /**
   * `rests`: forward, still there after the last payment seen; backward, paid from a balance or payments that nobody saw.
   * `start`: it came back to a payment that was asked about. `cut`: the limit of days or depth ended it.
   */
  readonly why: "rests" | "start" | "cut";
}

/** The trail under one rule. Hops in time order; ends by node. But for poison, the ends sum to what was traced. */
export interface Trace {
  readonly rule: TraceRule;
  readonly tracedMinor: number;
  readonly hops: readonly Hop[];
  readonly ends: readonly TraceEnd[];
}

/**
 * Follows money through payments in time order under one rule. Exact in minor units. Money that comes back to a payment
 * that was asked about is not traced a second time.
 */
export function tracePayments(
  payments: TimedPayments,
  question: TraceQuestion,
  how: { readonly rule: TraceRule; readonly opening: Opening },
): Trace {
  switch (how.rule) {
    case "poison":
      return tracePoison(payments, question);
    case "haircut":
      return traceHaircut(payments, question, how.opening);
    case "fifo":
    case "lifo":
      return traceLots(payments, question, { rule: how.rule, opening: how.opening });
  }
}
