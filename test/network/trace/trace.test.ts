import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { shareOf } from "../../../src/network/trace/trace-haircut.ts";
import { makeTimedPayments, type TimedPayments } from "../../../src/network/trace/timed-payments.ts";
import { tracePayments, traceRules, type Trace, type TraceQuestion } from "../../../src/network/trace/trace.ts";

/** Payments as "payer > payee amount day", ids in their order. */
function payments(...lines: readonly string[]): TimedPayments {
  const made = makeTimedPayments(
    lines.map((line, index) => {
      const [payer = "", , payee = "", amount = "", day = "0"] = line.split(" ");
      return {
        id: `p${String(index).padStart(2, "0")}`,
        payer,
        payee,
        amountMinor: Number(amount),
        tick: Number(day),
      };
    }),
    1,
  );
  if (!made.ok) throw new Error(made.fault);
  return made.value.payments;
}

const question = (seeds: readonly number[], more: Partial<TraceQuestion> = {}): TraceQuestion => ({
  direction: "forward",
  seeds,
  untilTick: null,
  depth: null,
  ...more,
});

const told = (of: TimedPayments, trace: Trace): string =>
  [
    trace.hops.map(({ payment, tracedMinor }) => `${of.paymentIds[payment]} ${tracedMinor}`).join(", "),
    trace.ends.map(({ node, minor, why }) => `${of.nodeIds[node]} ${minor} ${why}`).join(", "),
  ].join(" | ");

function check(
  name: string,
  lines: readonly string[],
  asked: TraceQuestion,
  expected: Readonly<Record<string, string>>,
): void {
  test(name, () => {
    const made = payments(...lines);
    for (const rule of traceRules)
      expect([rule, told(made, tracePayments(made, asked, { rule, opening: "none" }))]).toEqual([rule, expected[rule]]);
  });
}

/** Clean money before and after the traced 100, then a payment of 100, then one of 150. */
const mixed = ["c > m 100 1", "s > m 100 2", "c > m 100 3", "m > x 100 4", "m > y 150 5"];

describe("the four rules", () => {
  check("tell mixed money apart each in its way, forward", mixed, question([1]), {
    poison: "p01 100, p03 100, p04 150 | ",
    haircut: "p01 100, p03 33, p04 50 | m 17 rests, x 33 rests, y 50 rests",
    fifo: "p01 100, p04 100 | y 100 rests",
    lifo: "p01 100, p04 100 | y 100 rests",
  });
  check("the same backward", mixed, question([4], { direction: "backward" }), {
    poison: "p00 100, p01 100, p02 100, p04 150 | ",
    haircut: "p00 50, p01 50, p02 50, p04 150 | c 100 rests, s 50 rests",
    fifo: "p01 100, p02 50, p04 150 | c 50 rests, s 100 rests",
    lifo: "p00 50, p01 100, p04 150 | c 50 rests, s 100 rests",
  });
  check("money paid beyond what was seen comes from elsewhere", ["s > m 10 1", "m > x 30 2"], question([0]), {
    poison: "p00 10, p01 30 | ",
    haircut: "p00 10, p01 10 | x 10 rests",
    fifo: "p00 10, p01 10 | x 10 rests",
    lifo: "p00 10, p01 10 | x 10 rests",
  });
  check(
    "money that comes back to a payment that was asked about is counted once",
    ["a > b 10 1", "b > a 10 2", "a > b 10 3"],
    question([0, 2]),
    {
      poison: "p00 10, p01 10, p02 10 | ",
      haircut: "p00 10, p01 10, p02 10 | a 10 rests, b 10 rests",
      fifo: "p00 10, p01 10, p02 10 | a 10 start, b 10 rests",
      lifo: "p00 10, p01 10, p02 10 | a 10 start, b 10 rests",
    },
  );
  check("what was paid before does not carry what came after", ["m > x 10 1", "s > m 10 2"], question([1]), {
    poison: "p01 10 | ",
    haircut: "p01 10 | m 10 rests",
    fifo: "p01 10 | m 10 rests",
    lifo: "p01 10 | m 10 rests",
  });
  const chain = ["a > b 9 1", "b > c 9 2", "c > d 9 3"];
  check("the limit of days ends it", chain, question([0], { untilTick: 2 }), {
    poison: "p00 9, p01 9 | ",
    haircut: "p00 9, p01 9 | c 9 cut",
    fifo: "p00 9, p01 9 | c 9 cut",
    lifo: "p00 9, p01 9 | c 9 cut",
  });
  check("the limit of depth ends it", chain, question([2], { direction: "backward", depth: 2 }), {
    poison: "p01 9, p02 9 | ",
    haircut: "p01 9, p02 9 | b 9 cut",
    fifo: "p01 9, p02 9 | b 9 cut",
    lifo: "p01 9, p02 9 | b 9 cut",
  });
  check("of one day each is paid before it pays, whatever the ids say", ["b > c 5 1", "a > b 5 1"], question([0]), {
    poison: "p01 5, p00 5 | ",
    haircut: "p01 5, p00 5 | c 5 rests",
    fifo: "p01 5, p00 5 | c 5 rests",
    lifo: "p01 5, p00 5 | c 5 rests",
  });
  check("a refund is money that went back", ["a > b 5 1", "a > b -5 2"], question([0]), {
    poison: "p00 5, p01 5 | ",
    haircut: "p00 5, p01 5 | a 5 rests",
    fifo: "p00 5, p01 5 | a 5 rests",
    lifo: "p00 5, p01 5 | a 5 rests",
  });
});

it("the least opening balance goes first under first-in-first-out, last under last-in-first-out", () => {
  const made = payments("s > m 10 1", "m > x 6 2", "m > y 10 3");
  const least = (rule: "haircut" | "fifo" | "lifo"): string =>
    told(made, tracePayments(made, question([0]), { rule, opening: "least" }));
  expect(least("fifo")).toBe("p00 10, p02 10 | y 10 rests");
  expect(least("lifo")).toBe("p00 10, p01 6, p02 4 | x 6 rests, y 4 rests");
  expect(least("haircut")).toBe("p00 10, p01 4, p02 6 | x 4 rests, y 6 rests");
});

it("a share is exact beyond 2^53, and its odd unit goes to the larger remainder", () => {
  expect(shareOf(9_007_199_254_740_881, 9_007_199_254_740_879, 9_007_199_254_740_880)).toBe(9_007_199_254_740_880);
  expect([shareOf(1, 1, 2), shareOf(1, 2, 3), shareOf(2, 1, 3)]).toEqual([0, 1, 1]);
});

it("amounts that cannot be summed exactly, or are no whole numbers, are refused", () => {
  const seen = { id: "p", payer: "a", payee: "b", tick: 1 };
  const large = { ...seen, amountMinor: Number.MAX_SAFE_INTEGER };
  expect(makeTimedPayments([large, { ...large, id: "q" }], 1)).toMatchObject({ ok: false });
  expect(makeTimedPayments([{ ...seen, amountMinor: 0.5 }], 1)).toMatchObject({ ok: false });
  const left = makeTimedPayments(
    [
      { ...seen, amountMinor: 0 },
      { ...seen, payee: "a", amountMinor: 7 },
    ],
    1,
  );
  expect(left).toMatchObject({ ok: true, value: { ofNothing: 1, toOneself: 1 } });
});

const anyPayments = fc
  .array(
    fc.record({
      payer: fc.constantFrom("a", "b", "c", "d", "e"),
      payee: fc.constantFrom("a", "b", "c", "d", "e"),
      amount: fc.integer({ min: 1, max: 9 }),
      day: fc.integer({ min: 0, max: 6 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((seen) => payments(...seen.map((each) => `${each.payer} > ${each.payee} ${each.amount} ${each.day}`)))
  .filter(({ paymentIds }) => paymentIds.length > 0);
const anyQuestion = fc.record({
  direction: fc.constantFrom("forward" as const, "backward" as const),
  seed: fc.nat(),
  untilTick: fc.option(fc.integer({ min: 0, max: 6 })),
  depth: fc.option(fc.integer({ min: 1, max: 4 })),
});
const asked = (
  of: TimedPayments,
  { seed, ...more }: typeof anyQuestion extends fc.Arbitrary<infer Value> ? Value : never,
) => question([seed % of.paymentIds.length], more);

describe("for any payments", () => {
  it("haircut, fifo and lifo keep the sum, and never trace more of a payment than it has", () => {
    fc.assert(
      fc.property(anyPayments, anyQuestion, fc.constantFrom("none" as const, "least" as const), (of, any, opening) => {
        for (const rule of ["haircut", "fifo", "lifo"] as const) {
          const trace = tracePayments(of, asked(of, any), { rule, opening });
          expect(trace.ends.reduce((sum, { minor }) => sum + minor, 0)).toBe(trace.tracedMinor);
          for (const { payment, tracedMinor } of trace.hops)
            expect(tracedMinor > 0 && tracedMinor <= (of.amountsMinor[payment] ?? 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
  it("what any rule traces poison traces too", () => {
    fc.assert(
      fc.property(anyPayments, anyQuestion, (of, any) => {
        const hopsOf = (rule: (typeof traceRules)[number]): number[] =>
          tracePayments(of, asked(of, { ...any, depth: null }), { rule, opening: "none" }).hops.map(
            ({ payment }) => payment,
          );
        const poisoned = new Set(hopsOf("poison"));
        for (const rule of ["haircut", "fifo", "lifo"] as const)
          expect(hopsOf(rule).filter((payment) => !poisoned.has(payment))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
  it("fifo and lifo equal coins moved one by one, and lead back what they led on", () => {
    fc.assert(
      fc.property(anyPayments, fc.constantFrom("fifo" as const, "lifo" as const), (of, rule) => {
        const coins = moveCoins(of, rule);
        const count = of.paymentIds.length;
        for (let from = 0; from < count; from += 1) {
          const forward = tracePayments(of, question([from]), { rule, opening: "none" }).hops;
          for (let to = from; to < count; to += 1) {
            const expected = coins.filter((way) => way.includes(from) && way.includes(to)).length;
            expect(forward.find(({ payment }) => payment === to)?.tracedMinor ?? 0).toBe(expected);
            const backward = tracePayments(of, question([to], { direction: "backward" }), { rule, opening: "none" });
            expect(backward.hops.find(({ payment }) => payment === from)?.tracedMinor ?? 0).toBe(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Each unit as a coin: the payments that it went through. The first units of a payment go first under either rule. */
function moveCoins(of: TimedPayments, rule: "fifo" | "lifo"): number[][] {
  const coins: number[][] = [];
  const lots: { payment: number; coins: number[][] }[][] = of.nodeIds.map(() => []);
  of.paymentIds.forEach((_, payment) => {
    const own = lots[of.payers[payment] ?? 0] ?? [];
    const moved: number[][] = [];
    for (let unit = 0; unit < (of.amountsMinor[payment] ?? 0); unit += 1) {
      while (own.length > 0 && own.at(rule === "fifo" ? 0 : -1)?.coins.length === 0)
        if (rule === "fifo") own.shift();
        else own.pop();
      const coin = own.at(rule === "fifo" ? 0 : -1)?.coins.shift() ?? [];
      if (coin.length === 0) coins.push(coin);
      coin.push(payment);
      moved.push(coin);
    }
    lots[of.payees[payment] ?? 0]?.push({ payment, coins: moved });
  });
  return coins;
}
