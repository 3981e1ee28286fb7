import fc from "fast-check";
import { makeTimedProblem, type TimedProblem } from "../../src/network/index.ts";

/** One literal payment: payer, payee, amount in minor units, time. */
export type Paid = readonly [payer: string, payee: string, amountMinor: number, time: number];

/** A timed problem from payments; every node but the ends may be blocked. */
export function timedOf(
  paid: readonly Paid[],
  { from = ["s"], to = ["t"], stay = 0 }: { from?: readonly string[]; to?: readonly string[]; stay?: number } = {},
): TimedProblem {
  const made = makeTimedProblem({
    transfers: paid.map(([payer, payee, amountMinor, time]) => ({ payer, payee, amountMinor, time })),
    sources: from,
    sinks: to,
    isBlockable: () => true,
    leastStay: stay,
  });
  if (!made.ok) throw new Error(made.fault);
  return made.value;
}

/** Small random networks of payments within four days, with refunds, payments to oneself and of nothing. */
export const smallTimed: fc.Arbitrary<TimedProblem> = fc
  .record({
    paid: fc.array(
      fc.tuple(
        fc.constantFrom("s", "r", "a", "b", "a", "b", "c", "t"),
        fc.constantFrom("a", "b", "a", "b", "c", "t", "t", "s"),
        fc.integer({ min: -1, max: 9 }),
        fc.integer({ min: 0, max: 3 }),
      ),
      { minLength: 3, maxLength: 9, size: "max" },
    ),
    stay: fc.constantFrom(0, 1),
  })
  .map(({ paid, stay }) => timedOf(paid, { from: ["s", "r"], to: ["t"], stay }));
