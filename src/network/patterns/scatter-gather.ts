import { groupBy } from "../../base/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import type { TimedPayments } from "../trace/timed-payments.ts";
import type { FoundPatterns, Pattern } from "./pattern.ts";
import { firstAbove, type PaymentLists } from "./payment-lists.ts";
import { thresholdOf } from "./thresholds.ts";

/** A payment to somebody between, and the one that he makes to the last party. */
interface Pair {
  readonly first: number;
  readonly second: number;
}

/** Scatter-gather: one pays several, each of whom then pays the same last party, all within days. */
export function findScatterGather(payments: TimedPayments, lists: PaymentLists): FoundPatterns {
  const kind = "scatter-gather";
  const leastParties = thresholdOf(kind, "leastParties");
  const bound = thresholdOf(kind, "lookedAtMost");
  const patterns: Pattern[] = [];
  let times = 0;
  for (let node = 0; node < payments.nodeIds.length; node += 1) {
    if (lists.madeBy(node).length < leastParties) continue;
    const { pairs, isCut } = pairsFrom(payments, lists, { node, bound });
    if (isCut) times += 1;
    for (const [, list] of groupBy(pairs, ({ second }) => intAt(payments.payees, second)))
      patterns.push(...patternsOf(payments, node, list));
  }
  return { patterns, cut: times === 0 ? [] : [{ kind, times, bound }] };
}

/** The pairs of payments that lead from a node over one party within the window, by their first payment. */
function pairsFrom(
  { payees, ticks, ticksPerDay }: TimedPayments,
  lists: PaymentLists,
  { node, bound }: { readonly node: number; readonly bound: number },
): { readonly pairs: readonly Pair[]; readonly isCut: boolean } {
  const windowTicks = thresholdOf("scatter-gather", "windowDays") * ticksPerDay;
  const pairs: Pair[] = [];
  for (const first of lists.madeBy(node)) {
    const next = lists.madeBy(intAt(payees, first));
    for (let index = firstAbove(next, first); index < next.length; index += 1) {
      const second = intAt(next, index);
      if (intAt(ticks, second) - intAt(ticks, first) >= windowTicks) break;
      if (pairs.length === bound) return { pairs, isCut: true };
      if (intAt(payees, second) !== node) pairs.push({ first, second });
    }
  }
  return { pairs, isCut: false };
}

/** Pairs to one last party that lie within a window with enough parties between; each payment is taken once. */
function patternsOf(payments: TimedPayments, node: number, pairs: readonly Pair[]): Pattern[] {
  const { payees, amountsMinor, ticks, ticksPerDay } = payments;
  const kind = "scatter-gather";
  const leastParties = thresholdOf(kind, "leastParties");
  const windowTicks = thresholdOf(kind, "windowDays") * ticksPerDay;
  const found: Pattern[] = [];
  for (let from = 0; from < pairs.length;) {
    const begin = intAt(ticks, pairs[from]?.first ?? 0);
    let to = from;
    while (to < pairs.length && intAt(ticks, pairs[to]?.first ?? 0) - begin < windowTicks) to += 1;
    const within = pairs.slice(from, to).filter(({ second }) => intAt(ticks, second) - begin < windowTicks);
    const between = [...new Set(within.map(({ first }) => intAt(payees, first)))].toSorted(
      (left, right) => left - right,
    );
    if (between.length < leastParties) {
      from += 1;
      continue;
    }
    const sum = (list: readonly number[]): number =>
      [...new Set(list)].reduce((total, payment) => total + numberAt(amountsMinor, payment), 0);
    const [firsts, seconds] = [within.map(({ first }) => first), within.map(({ second }) => second)];
    found.push({
      kind,
      node,
      others: [...between, intAt(payees, seconds[0] ?? 0)].toSorted((left, right) => left - right),
      payments: [...new Set([...firsts, ...seconds])].toSorted((left, right) => left - right),
      minor: Math.min(sum(firsts), sum(seconds)),
    });
    from = to;
  }
  return found;
}
