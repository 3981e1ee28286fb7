import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeTimedPayments, type TimedPayments } from "../../../src/network/index.ts";
import { makeRouteGraph, otherEnd, type RouteGraph } from "../../../src/network/routes/route-graph.ts";
import { findStaticWays } from "../../../src/network/routes/static-ways.ts";
import { shownCost, stepCosts, type RouteMeasure } from "../../../src/network/routes/step-costs.ts";
import { findTimedWays } from "../../../src/network/routes/timed-ways.ts";

/** A graph of pairs such as "a b 2": the roots of the best supported link last. */
function graphOf(...lines: readonly string[]): RouteGraph {
  const words = lines.map((line) => line.split(" "));
  const ids = [...new Set(words.flatMap(([left = "", right = ""]) => [left, right]))].toSorted();
  const pairs = words.map(([left = "", right = "", roots = "1"]) => {
    const [low = 0, high = 0] = [ids.indexOf(left), ids.indexOf(right)].toSorted((a, b) => a - b);
    return { left: low, right: high, roots: Number(roots) };
  });
  return makeRouteGraph(ids, pairs);
}

/** The ways from a to z as the nodes that they touch. */
function ways(graph: RouteGraph, measure: RouteMeasure, most = 3): string[] {
  const [from, to] = [graph.nodeIds.indexOf("a"), graph.nodeIds.indexOf("z")];
  return findStaticWays(graph, { from, to }, { measure, most }).map(({ steps }) => {
    let node = from;
    return ["a", ...steps.map((pair) => graph.nodeIds[(node = otherEnd(graph, pair, node))] ?? "")].join("");
  });
}

describe("ways over payments and relations", () => {
  const hub = ["a h", "h z", "h p", "h q", "h r", "h s", "h t", "h u", "a b", "b c", "c z"];
  it("damped, avoid a hub by which everybody is linked; the shortest goes over it", () => {
    expect(ways(graphOf(...hub), "hubs-damped")).toEqual(["abcz", "ahz"]);
    expect(ways(graphOf(...hub), "shortest")).toEqual(["ahz", "abcz"]);
  });
  it("cheapest, go where more independent sources speak", () => {
    expect(ways(graphOf("a b 0", "b z 2", "a c 1", "c z 1", "a d 2", "d e 2", "e z 2"), "cheapest")).toEqual([
      "adez",
      "acz",
      "abz",
    ]);
  });
  it("are none where nothing links the two, and at most as many as asked for", () => {
    expect(ways(graphOf("a b", "y z"), "shortest")).toEqual([]);
    expect(ways(graphOf("a b", "b z", "a c", "c z"), "shortest", 1)).toEqual(["abz"]);
  });
  it("cost 0.4 times the logarithms of both degrees", () => {
    const graph = graphOf(...hub);
    const costs = stepCosts(graph, "hubs-damped");
    const pair = [...graph.lefts.keys()].findIndex(
      (each) => otherEnd(graph, each, graph.lefts[each] ?? 0) === graph.nodeIds.indexOf("h"),
    );
    expect(shownCost(costs[pair] ?? 0)).toBe(Math.round(400 * (Math.log(2) + Math.log(8))));
  });
});

const anyGraph = fc
  .uniqueArray(
    fc
      .tuple(fc.constantFrom(..."abcdez"), fc.constantFrom(..."abcdez"), fc.integer({ min: 0, max: 2 }))
      .filter(([left, right]) => left < right),
    { selector: ([left, right]) => left + right, minLength: 1, maxLength: 15 },
  )
  .map((pairs) =>
    graphOf("a b", ...pairs.filter(([left, right]) => left + right !== "ab").map((pair) => pair.join(" "))),
  )
  .filter(({ nodeIds }) => nodeIds.includes("z"));

it("the best ways are the cheapest of all ways, in their order", () => {
  fc.assert(
    fc.property(
      anyGraph,
      fc.constantFrom("hubs-damped" as const, "shortest" as const, "cheapest" as const),
      (graph, measure) => {
        const [from, to] = [graph.nodeIds.indexOf("a"), graph.nodeIds.indexOf("z")];
        const costs = stepCosts(graph, measure);
        const all = allWays(graph, from, to)
          .map((steps) => steps.reduce((sum, pair) => sum + (costs[pair] ?? 0), 0))
          .toSorted((left, right) => left - right);
        const found = findStaticWays(graph, { from, to }, { measure, most: 5 });
        expect(found.map(({ cost }) => cost)).toEqual(all.slice(0, 5));
        expect(new Set(found.map(({ steps }) => steps.join())).size).toBe(found.length);
      },
    ),
    { numRuns: 300 },
  );
});

function allWays(graph: RouteGraph, from: number, to: number, met: readonly number[] = [from]): number[][] {
  if (from === to) return [[]];
  return [...graph.lefts.keys()]
    .filter((pair) => graph.lefts[pair] === from || graph.rights[pair] === from)
    .filter((pair) => !met.includes(otherEnd(graph, pair, from)))
    .flatMap((pair) => {
      const next = otherEnd(graph, pair, from);
      return allWays(graph, next, to, [...met, next]).map((steps) => [pair, ...steps]);
    });
}

/** Payments as "payer > payee day". */
function payments(...lines: readonly string[]): TimedPayments {
  const made = makeTimedPayments(
    lines.map((line, index) => {
      const [payer = "", , payee = "", day = "0"] = line.split(" ");
      return { id: `p${String(index).padStart(2, "0")}`, payer, payee, amountMinor: 1, tick: Number(day) };
    }),
    1,
  );
  if (!made.ok) throw new Error(made.fault);
  return made.value.payments;
}

function timed(of: TimedPayments, most = 3, without: readonly string[] = []): string[] {
  const [from, to] = [of.nodeIds.indexOf("a"), of.nodeIds.indexOf("z")];
  const barred = new Set(without.map((id) => of.nodeIds.indexOf(id)));
  return findTimedWays(of, { from, to }, { most, without: barred }).map(({ steps }) =>
    steps
      .map(
        (payment) => `${of.nodeIds[of.payers[payment] ?? 0]}${of.nodeIds[of.payees[payment] ?? 0]}${of.ticks[payment]}`,
      )
      .join(" "),
  );
}

describe("ways in the order of time", () => {
  it("arrive as soon as money can, and the alternatives leave by others", () => {
    expect(timed(payments("a > b 1", "b > z 9", "a > c 2", "c > z 3", "a > c 4", "a > z 8"))).toEqual([
      "ac2 cz3",
      "az8",
      "ab1 bz9",
    ]);
  });
  it("never go back in time", () => expect(timed(payments("a > b 5", "b > z 4"))).toEqual([]));
  it("avoid whom they must not touch", () => expect(timed(payments("a > b 1", "b > z 2"), 3, ["b"])).toEqual([]));
});

it("the first way arrives as soon as any way does", () => {
  const anyLines = fc.array(
    fc
      .tuple(fc.constantFrom(..."abcdz"), fc.constantFrom(..."abcdz"), fc.integer({ min: 0, max: 8 }))
      .map(([payer, payee, day]) => `${payer} > ${payee} ${day}`),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(anyLines, (lines) => {
      const of = payments("a > b 0", "b > z 9", ...lines);
      const [from, to] = [of.nodeIds.indexOf("a"), of.nodeIds.indexOf("z")];
      const reached = new Set([from]);
      const arrival = of.paymentIds.findIndex((_, payment) => {
        if (!reached.has(of.payers[payment] ?? -1)) return false;
        reached.add(of.payees[payment] ?? -1);
        return of.payees[payment] === to;
      });
      const found = findTimedWays(of, { from, to }, { most: 4, without: new Set() });
      expect(found[0]?.cost).toBe(arrival);
      for (const { steps } of found) {
        expect([of.payers[steps[0] ?? -1], of.payees[steps.at(-1) ?? -1]]).toEqual([from, to]);
        steps.slice(1).forEach((each, index) => {
          expect(each).toBeGreaterThan(steps[index] ?? Infinity);
          expect(of.payers[each]).toBe(of.payees[steps[index] ?? -1]);
        });
        const met = [from, ...steps.map((each) => of.payees[each])];
        expect(new Set(met).size).toBe(met.length);
      }
      expect(found.map(({ cost }) => cost)).toEqual(
        found.map(({ cost }) => cost).toSorted((left, right) => left - right),
      );
    }),
    { numRuns: 300 },
  );
});
