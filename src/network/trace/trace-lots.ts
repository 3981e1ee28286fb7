import { at } from "../../base/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { Opening } from "./balances.ts";
import { matchLots, type Stretch } from "./match-lots.ts";
import type { TimedPayments } from "./timed-payments.ts";
import type { Trace, TraceQuestion } from "./trace.ts";
import { makeTrail, type Trail } from "./trail.ts";

/** Units of a payment, from the first to before the last. */
type Span = readonly [from: number, to: number];

/** What of a payment is traced: disjoint spans in any order, and the fewest payments by which it came. */
interface Traced {
  readonly spans: Span[];
  depth: number;
}

/**
 * First-in-first-out and last-in-first-out: each unit of a payment is one unit of an earlier one, and the trail follows
 * the units, the same way forward and backward.
 */
export function traceLots(
  payments: TimedPayments,
  question: TraceQuestion,
  how: { readonly rule: "fifo" | "lifo"; readonly opening: Opening },
): Trace {
  const trail = makeTrail(payments, question);
  const isForward = question.direction === "forward";
  const count = payments.paymentIds.length;
  const steps = stepsOf(matchLots(payments, how.rule, how.opening), count, isForward);
  const traced = new Map<number, Traced>(
    question.seeds.map((payment) => [
      payment,
      { spans: [[0, numberAt(payments.amountsMinor, payment)] as Span], depth: 1 },
    ]),
  );
  const nodes = isForward ? payments.payees : payments.payers;
  for (let step = 0; step < count; step += 1) {
    const payment = isForward ? step : count - 1 - step;
    const own = traced.get(payment);
    if (!own) continue;
    const tracedMinor = unitsOf(own.spans);
    trail.addHop({ payment, depth: own.depth, tracedMinor });
    const gone = goOn(own, steps(payment), { trail, traced, node: intAt(nodes, payment) });
    trail.addEnd(intAt(nodes, payment), tracedMinor - gone, "rests");
    traced.delete(payment);
  }
  return trail.finish(how.rule);
}

/** Where a stretch of one payment goes on: `to` is -1 where nobody saw it. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly toFrom: number;
  readonly minor: number;
}

/** The stretches that leave each payment in the direction of the trail. */
function stepsOf(
  stretches: readonly Stretch[],
  count: number,
  isForward: boolean,
): (payment: number) => readonly Step[] {
  const steps: Step[][] = Array.from({ length: count }, () => []);
  for (const { into, intoFrom, out, outFrom, minor } of stretches) {
    if (isForward && into >= 0) at(steps, into).push({ from: intoFrom, to: out, toFrom: outFrom, minor });
    if (!isForward) at(steps, out).push({ from: outFrom, to: into, toFrom: intoFrom, minor });
  }
  return (payment) => at(steps, payment);
}

interface Onward {
  readonly trail: Trail;
  readonly traced: Map<number, Traced>;
  readonly node: number;
}

/** Hands the traced units of a payment on to those that they become; how many were handed on or ended otherwise than by resting. */
function goOn(own: Traced, steps: readonly Step[], { trail, traced, node }: Onward): number {
  const spans = merged(own.spans);
  let gone = 0;
  let next = 0;
  for (const { from, to, toFrom, minor } of steps) {
    // Steps and spans ascend: what ends before this step ends before all later ones.
    while (next < spans.length && at(spans, next)[1] <= from) next += 1;
    const parts = within(spans, next, [from, from + minor]);
    const sum = unitsOf(parts);
    if (sum === 0 || to < 0) continue;
    gone += sum;
    if (trail.isSeed(to)) trail.addEnd(node, sum, "start");
    else if (!trail.mayGoOn(to, own.depth)) trail.addEnd(node, sum, "cut");
    else {
      const known = traced.get(to) ?? { spans: [], depth: own.depth + 1 };
      known.depth = Math.min(known.depth, own.depth + 1);
      for (const [low, high] of parts) known.spans.push([low - from + toFrom, high - from + toFrom]);
      traced.set(to, known);
    }
  }
  return gone;
}

/** The parts of ascending spans, from the one at `next` on, that lie within another. */
function within(spans: readonly Span[], next: number, [from, to]: Span): Span[] {
  const parts: Span[] = [];
  for (let index = next; index < spans.length && at(spans, index)[0] < to; index += 1) {
    const [first, last] = at(spans, index);
    const [low, high] = [Math.max(first, from), Math.min(last, to)];
    if (low < high) parts.push([low, high]);
  }
  return parts;
}

/** The same units as ascending spans that do not touch. */
function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const [from, to] of spans.toSorted((left, right) => left[0] - right[0])) {
    const last = whole.at(-1);
    if (last && last[1] === from) whole[whole.length - 1] = [last[0], to];
    else whole.push([from, to]);
  }
  return whole;
}

const unitsOf = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);
