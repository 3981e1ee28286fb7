import { numberAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "./timed-payments.ts";
import type { Hop, Trace, TraceEnd, TraceQuestion, TraceRule } from "./trace.ts";

/** Collects what a rule finds, in any order, and gives it in time order. */
export interface Trail {
  isSeed(payment: number): boolean;
  /** Whether the question's limits let the money of a payment at this depth be followed into another payment. */
  mayGoOn(payment: number, depth: number): boolean;
  addHop(hop: Hop): void;
  addEnd(node: number, minor: number, why: TraceEnd["why"]): void;
  finish(rule: TraceRule): Trace;
}

/** Begins a trail: nothing is on it yet. */
export function makeTrail({ ticks, amountsMinor }: TimedPayments, question: TraceQuestion): Trail {
  const seeds = new Set(question.seeds);
  const { depth: depthMax, direction, untilTick } = question;
  const hops: Hop[] = [];
  const ends = new Map<string, TraceEnd>();
  const isWithin = (tick: number): boolean =>
    untilTick === null || (direction === "forward" ? tick <= untilTick : tick >= untilTick);
  return {
    isSeed: (payment) => seeds.has(payment),
    mayGoOn: (payment, depth) => (depthMax === null || depth < depthMax) && isWithin(ticks[payment] ?? 0),
    addHop: (hop) => void hops.push(hop),
    addEnd: (node, minor, why) => {
      if (minor === 0) return;
      const key = `${node} ${why}`;
      ends.set(key, { node, why, minor: minor + (ends.get(key)?.minor ?? 0) });
    },
    finish: (rule) => ({
      rule,
      tracedMinor: question.seeds.reduce((sum, payment) => sum + numberAt(amountsMinor, payment), 0),
      hops: hops.toSorted((left, right) => left.payment - right.payment),
      ends: [...ends.values()].toSorted(
        (left, right) => left.node - right.node || (left.why < right.why ? -1 : left.why === right.why ? 0 : 1),
      ),
    }),
  };
}
