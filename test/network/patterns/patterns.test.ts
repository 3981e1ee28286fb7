import fc from "fast-check";
import { expect, it, test } from "vitest";
import {
  findPatterns,
  makeTimedPayments,
  patternKinds,
  type PatternKind,
  type TimedPayments,
} from "../../../src/network/index.ts";
import { thresholdOf, thresholds } from "../../../src/network/patterns/thresholds.ts";

/** Payments as "payer > payee amount day", ids in their order; a tick is a day. */
function payments(lines: readonly string[], ticksPerDay = 1): TimedPayments {
  const made = makeTimedPayments(
    lines.map((line, index) => {
      const [payer = "", , payee = "", amount = "", day = "0"] = line.split(" ");
      return {
        id: `p${String(index).padStart(6, "0")}`,
        payer,
        payee,
        amountMinor: Number(amount),
        tick: Math.round(Number(day) * ticksPerDay),
      };
    }),
    ticksPerDay,
  );
  if (!made.ok) throw new Error(made.fault);
  return made.value.payments;
}

/** What is found of one kind: "node minor: payments in their order, by payer and payee". */
function found(kind: PatternKind, lines: readonly string[], ticksPerDay = 1): string[] {
  const of = payments(lines, ticksPerDay);
  const id = (node: number | undefined): string => of.nodeIds[node ?? -1] ?? "";
  return findPatterns(of, [kind]).patterns.map(
    ({ node, minor, payments: list }) =>
      `${id(node)} ${minor}: ${list.map((each) => `${id(of.payers[each])}${id(of.payees[each])}`).join(" ")}`,
  );
}

function check(kind: PatternKind, what: string, lines: readonly string[], expected: readonly string[]): void {
  test(`${kind}: ${what}`, () => expect(found(kind, lines)).toEqual(expected));
}

const trip = ["a > b 100 1", "b > c 90 2", "c > a 80 3"];
check("round-trip", "money comes back over two others", trip, ["a 80: ab bc ca"]);
check("round-trip", "two who pay each other trade", ["a > b 100 1", "b > a 100 2"], []);
check("round-trip", "each payment is later than the one before", ["a > b 100 3", "b > c 90 2", "c > a 80 1"], []);
check(
  "round-trip",
  "of one day each is paid before it pays",
  ["b > c 90 1", "c > a 80 2", "a > b 100 1"],
  ["a 80: ab bc ca"],
);
check("round-trip", "less than half of it is another matter", ["a > b 100 1", "b > c 90 2", "c > a 49 3"], []);
check("round-trip", "a month later is too late", ["a > b 100 1", "b > c 90 2", "c > a 80 31"], []);
check(
  "round-trip",
  "the quickest way back is told, and no payment twice",
  [...trip, "c > a 80 4", "a > d 100 1", "d > e 100 2", "e > f 100 5", "f > a 100 6"],
  ["a 100: ad de ef fa", "a 80: ab bc ca"],
);
const payers = (count: number, payee: string, day: (index: number) => number): string[] =>
  Array.from({ length: count }, (_, index) => `f${index} > ${payee} 10 ${day(index)}`);
const payees = (count: number, payer: string, day: (index: number) => number): string[] =>
  Array.from({ length: count }, (_, index) => `${payer} > t${index} 10 ${day(index)}`);
check(
  "fan-in",
  "five pay one within a week",
  payers(5, "x", (index) => 1 + index),
  ["x 50: f0x f1x f2x f3x f4x"],
);
check(
  "fan-in",
  "four are too few",
  payers(4, "x", () => 1),
  [],
);
check(
  "fan-in",
  "five within eight days are too slow",
  payers(5, "x", (index) => 1 + index * 1.75),
  [],
);
check(
  "fan-in",
  "one who pays five times is one",
  Array.from({ length: 5 }, () => "a > x 1 1"),
  [],
);
check(
  "fan-out",
  "one pays five within a week",
  payees(5, "x", (index) => index),
  ["x 50: xt0 xt1 xt2 xt3 xt4"],
);
check(
  "gather-scatter",
  "what was gathered is scattered",
  [...payers(3, "x", () => 1), ...payees(3, "x", () => 5)],
  ["x 30: f0x f1x f2x xt0 xt1 xt2"],
);
check(
  "gather-scatter",
  "what is paid out before is other money",
  [...payers(3, "x", () => 5), ...payees(3, "x", () => 1)],
  [],
);
check("gather-scatter", "what is kept is not scattered", [...payers(7, "x", () => 1), ...payees(3, "x", () => 5)], []);
check(
  "scatter-gather",
  "one pays three who pay one",
  ["a > b 5 1", "a > c 5 1", "a > d 5 2", "b > z 4 3", "c > z 4 3", "d > z 4 4"],
  ["a 12: ab ac ad bz cz dz"],
);
check("scatter-gather", "two between are too few", ["a > b 5 1", "a > c 5 1", "b > z 4 3", "c > z 4 3"], []);
check(
  "layering",
  "three pass on what came, less a fee",
  ["a > b 100 1", "b > c 95 2", "c > d 90 5"],
  ["a 90: ab bc cd"],
);
check("layering", "a rest of a week breaks the chain", ["a > b 100 1", "b > c 95 2", "c > d 90 9"], []);
check("layering", "more than came is other money", ["a > b 100 1", "b > c 101 2", "c > d 90 3"], []);
check(
  "layering",
  "a payment goes on in one chain only",
  ["a > b 100 1", "e > b 100 1", "b > c 100 2", "c > d 100 3"],
  ["a 100: ab bc cd"],
);
check(
  "pass-through",
  "nearly all that came goes on within days",
  ["a > x 10 1", "b > x 10 2", "c > x 10 3", "x > z 28 4"],
  ["x 28: ax bx cx xz"],
);
check(
  "pass-through",
  "an account that is lived on keeps more",
  ["a > x 10 1", "b > x 10 2", "c > x 10 3", "x > z 26 4"],
  [],
);
check("pass-through", "what rests a week does not pass", ["a > x 10 1", "b > x 10 1", "c > x 10 1", "x > z 30 8"], []);

it("a finer clock gives the same patterns", () => {
  expect(
    found(
      "fan-in",
      payers(5, "x", (index) => 1 + index),
      1440,
    ),
  ).toEqual(["x 50: f0x f1x f2x f3x f4x"]);
  expect(found("round-trip", trip, 1440)).toEqual(["a 80: ab bc ca"]);
});

it("a hub of ten thousand payments each way ends soon, and what was cut is counted", () => {
  const lines = [
    ...Array.from({ length: 10_000 }, (_, index) => `f${index} > hub 100 ${1 + (index % 5)}`),
    ...Array.from({ length: 10_000 }, (_, index) => `hub > t${index} 100 ${6 + (index % 5)}`),
    ...Array.from({ length: 50 }, (_, index) => `t${index} > f${index} 100 12`),
  ];
  const { patterns, cut } = findPatterns(payments(lines));
  expect(cut.map(({ kind, bound }) => [kind, bound])).toEqual([
    ["round-trip", 10_000],
    ["layering", 1000],
  ]);
  expect(cut.every(({ times }) => times > 0)).toBe(true);
  expect(patterns.filter(({ kind }) => kind === "fan-in").map((each) => each.payments.length)).toEqual([10_000]);
});

it("every threshold is data with a unit and a reason", () => {
  expect(new Set(thresholds.map(({ kind }) => kind))).toEqual(new Set(patternKinds));
  for (const { unit, reason, value } of thresholds) {
    expect(unit).not.toBe("");
    expect(reason).toMatch(/^.{10,}\.$/u);
    expect(value).toBeGreaterThan(0);
  }
  expect(() => thresholdOf("fan-in", "mood")).toThrow("fan-in has a threshold mood");
});

const linesOf = (days: number, most: number) =>
  fc.array(
    fc
      .record({
        payer: fc.constantFrom(..."abcdefg"),
        payee: fc.constantFrom(..."abcdefg"),
        amount: fc.integer({ min: 50, max: 100 }),
        day: fc.integer({ min: 0, max: days }),
      })
      .map((each) => `${each.payer} > ${each.payee} ${each.amount} ${each.day}`),
    { minLength: most / 2, maxLength: most },
  );
const anyLines = linesOf(40, 60);
/** So many payments in so few days that parties deal with most others within a week. */
const busyLines = linesOf(20, 120);

it("a round trip is one way through time back to its beginning, whatever the payments", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const of = payments(lines);
      const { patterns } = findPatterns(of, ["round-trip", "layering"]);
      const used = patterns.filter(({ kind }) => kind === "round-trip").flatMap((each) => each.payments);
      expect(new Set(used).size).toBe(used.length);
      for (const { kind, node, payments: way } of patterns) {
        expect(of.payers[way[0] ?? -1]).toBe(node);
        way.slice(1).forEach((each, index) => {
          expect(each).toBeGreaterThan(way[index] ?? Infinity);
          expect(of.payers[each]).toBe(of.payees[way[index] ?? -1]);
        });
        expect(kind === "layering" || of.payees[way.at(-1) ?? -1] === node).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it("a round trip is found wherever there is one: equal to a search through all ways", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const of = payments(lines);
      expect(findPatterns(of, ["round-trip"]).patterns.length > 0).toBe(hasRoundTrip(of));
    }),
    { numRuns: 300 },
  );
});

/** Whether any payment has a way back by the thresholds, by trying all simple ways. */
function hasRoundTrip(of: TimedPayments): boolean {
  const goesHome = (way: readonly number[]): boolean => {
    const start = way[0] ?? -1;
    const last = way.at(-1) ?? -1;
    if (of.payees[last] === of.payers[start]) return way.length >= thresholdOf("round-trip", "leastParties");
    return of.paymentIds.some(
      (_, next) =>
        next > last &&
        of.payers[next] === of.payees[last] &&
        way.length < thresholdOf("round-trip", "mostPayments") &&
        (of.ticks[next] ?? 0) - (of.ticks[start] ?? 0) < thresholdOf("round-trip", "windowDays") &&
        (of.amountsMinor[next] ?? 0) * 100 >= (of.amountsMinor[start] ?? 0) * thresholdOf("round-trip", "leastShare") &&
        !way.some((each) => of.payees[each] === of.payees[next]) &&
        goesHome([...way, next]),
    );
  };
  return of.paymentIds.some((_, start) => goesHome([start]));
}

it("a payment is in a fan wherever a window that holds it has enough parties, and nowhere else", () => {
  fc.assert(
    fc.property(busyLines, (lines) => {
      const of = payments(lines);
      const least = thresholdOf("fan-in", "leastParties");
      const days = thresholdOf("fan-in", "windowDays");
      const inFans = new Set(findPatterns(of, ["fan-in"]).patterns.flatMap((each) => each.payments));
      of.paymentIds.forEach((_, payment) => {
        const own = [...of.paymentIds.keys()].filter((each) => of.payees[each] === of.payees[payment]);
        const isIn = own.some((first, index) =>
          own.slice(index).some((last) => {
            const window = own.filter((each) => each >= first && each <= last);
            const span = (of.ticks[last] ?? 0) - (of.ticks[first] ?? 0);
            const parties = new Set(window.map((each) => of.payers[each]));
            return span < days && window.includes(payment) && parties.size >= least;
          }),
        );
        expect(inFans.has(payment)).toBe(isIn);
      });
    }),
    { numRuns: 60 },
  );
});

it("what is scattered comes after enough was gathered, and about as much, whatever the payments", () => {
  fc.assert(
    fc.property(busyLines, (lines) => {
      const of = payments(lines);
      for (const { node, payments: list, minor } of findPatterns(of, ["gather-scatter"]).patterns) {
        const came = list.filter((each) => of.payees[each] === node);
        const went = list.filter((each) => of.payers[each] === node);
        const sum = (part: readonly number[]): number =>
          part.reduce((total, each) => total + (of.amountsMinor[each] ?? 0), 0);
        const before = came.filter((each) => each < (went[0] ?? 0));
        expect(came.length + went.length).toBe(list.length);
        expect(new Set(before.map((each) => of.payers[each])).size).toBeGreaterThanOrEqual(3);
        expect(new Set(went.map((each) => of.payees[each])).size).toBeGreaterThanOrEqual(3);
        expect(sum(went) * 100).toBeGreaterThanOrEqual(sum(came) * 50);
        expect(sum(went) * 100).toBeLessThanOrEqual(sum(came) * 150);
        expect(minor).toBe(Math.min(sum(came), sum(went)));
      }
    }),
    { numRuns: 300 },
  );
});
