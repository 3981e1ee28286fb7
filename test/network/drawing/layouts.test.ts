import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutFlow } from "../../../ui/src/network/flow-layout.ts";
import { layoutForce } from "../../../ui/src/network/force-layout.ts";
import { placeNewcomers, type Place } from "../../../ui/src/network/free-places.ts";
import { rowGap, type Graph, type Places } from "../../../ui/src/network/graph.ts";

type Link = readonly [payer: string, payee: string, weight: number];

function graphOf(ids: readonly string[], links: readonly Link[]): Graph {
  return {
    ids,
    payers: Int32Array.from(links, ([payer]) => ids.indexOf(payer)),
    payees: Int32Array.from(links, ([, payee]) => ids.indexOf(payee)),
    weights: Float64Array.from(links, ([, , weight]) => weight),
  };
}

/** Places as "a 0,22 b 168,-22", by id. */
const told = (ids: readonly string[], { x, y }: Places): string =>
  ids
    .map((id, node) => `${id} ${Math.round(x[node] ?? 0)},${Math.round(y[node] ?? 0)}`)
    .toSorted()
    .join("  ");

const layOut = (ids: readonly string[], links: readonly Link[], starts: readonly string[]): string =>
  told(
    ids,
    layoutFlow(graphOf(ids, links), (node) => starts.includes(ids[node] ?? "")),
  );

describe("money laid out from left to right", () => {
  it("puts each node behind the longest way that leads to it", () =>
    expect(
      layOut(
        ["s", "a", "b", "t"],
        [
          ["s", "a", 1],
          ["a", "b", 1],
          ["b", "t", 1],
          ["s", "t", 1],
        ],
        ["s"],
      ),
    ).toBe("a 168,0  b 336,0  s 0,0  t 504,0"));
  it("orders a column by where the money comes from", () =>
    expect(
      layOut(
        ["p", "q", "x", "y"],
        [
          ["p", "y", 5],
          ["q", "x", 5],
        ],
        ["p", "q"],
      ),
    ).toBe("p 0,-22  q 0,22  x 168,22  y 168,-22"));
  it("makes no chain of a circle: each stands as many steps from the starts as it is", () =>
    expect(
      layOut(
        ["s", "a", "b", "c"],
        [
          ["s", "a", 1],
          ["a", "b", 1],
          ["b", "c", 1],
          ["c", "a", 1],
          ["a", "c", 1],
        ],
        ["s"],
      ),
    ).toMatch(/a (\d+),0 {2}b (\d+),-?22 {2}c \2,-?22 {2}s 0,0/u));
});

/** Nets of up to thirty nodes; whole weights, so that sums are exact in any order. */
const nets = fc
  .array(fc.tuple(fc.nat(29), fc.nat(29), fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 90 })
  .map((links) => {
    const named = links
      .filter(([payer, payee]) => payer !== payee)
      .map(([payer, payee, weight]): Link => [`n${payer}`, `n${payee}`, weight]);
    return { links: named, ids: [...new Set(named.flatMap(([payer, payee]) => [payer, payee]))] };
  })
  .filter(({ ids }) => ids.length > 1);

const nearest = ({ x, y }: Places): number => {
  let least = Infinity;
  x.forEach((right, one) =>
    x.forEach((other, two) => {
      if (two > one) least = Math.min(least, Math.hypot(right - other, (y[one] ?? 0) - (y[two] ?? 0)));
    }),
  );
  return least;
};

const starLinks = [7, 3, 6, 4, 9, 10, 2, 1, 8].map((leaf): readonly [string, string, number] =>
  leaf === 3 ? ["n0", "n3", 1] : [`n${leaf}`, "n0", 1],
);
starLinks.push(["n5", "n1", 1]);
const starIds = ["n7", "n0", "n3", "n6", "n4", "n9", "n10", "n2", "n1", "n8", "n5"];

describe("for any net", () => {
  it("the flow layout hangs on the net alone, not on the order of its nodes, and no two nodes overlap", () =>
    fc.assert(
      fc.property(nets, ({ ids, links }) => {
        const starts = ids.slice(0, 2);
        expect(layOut(ids.toReversed(), links, starts)).toBe(layOut(ids, links, starts));
        expect(nearest(layoutFlow(graphOf(ids, links), (node) => node < 2))).toBeGreaterThanOrEqual(rowGap - 0.001);
      }),
      { numRuns: 100 },
    ));
  it("the force layout comes to the same rest twice, and no two nodes overlap", () =>
    fc.assert(
      fc.property(nets, ({ ids, links }) => {
        const rest = layoutForce(graphOf(ids, links));
        expect(told(ids, layoutForce(graphOf(ids, links)))).toBe(told(ids, rest));
        expect(nearest(rest)).toBeGreaterThanOrEqual(rowGap * 0.95);
      }),
      { numRuns: 30 },
    ));
  it("newcomers take free places and nothing that is placed moves", () =>
    fc.assert(
      fc.property(nets, fc.nat(20), ({ ids, links }, count) => {
        const { x, y } = layoutFlow(graphOf(ids, links), () => false);
        const placed = new Map<string, Place>(
          ids.map((id, node) => [id, { x: x[node] ?? 0, y: y[node] ?? 0, isPinned: node % 3 === 0 }]),
        );
        const newcomers = Array.from({ length: count }, (_, index) => ({
          id: `new${index}`,
          beside: index % 4 === 3 ? undefined : ids[index % ids.length],
          isPayer: index % 2 === 0,
        }));
        const places = placeNewcomers(placed, newcomers);
        expect([...places].slice(0, ids.length)).toEqual([...placed]);
        expect(places.size).toBe(ids.length + count);
        const all = [...places.values()];
        const fresh = all.slice(ids.length);
        const tooNear = fresh.filter((one) =>
          all.some(
            (other) => other !== one && Math.abs(other.x - one.x) < 40 && Math.abs(other.y - one.y) < rowGap / 2,
          ),
        );
        expect(tooNear).toEqual([]);
      }),
      {
        numRuns: 60,
        // A column that lies between two cells of the grid: its newcomer lay on its neighbour.
        examples: [[{ ids: starIds, links: starLinks }, 2]],
      },
    ));
});
