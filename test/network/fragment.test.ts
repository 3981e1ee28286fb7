import fc from "fast-check";
import { expect, test } from "vitest";
import { areaUnder } from "../../bench/fragment/area-under.ts";
import { fragment, makeContactGraph, type ContactGraph, type FragmentOptions } from "../../src/network/index.ts";
import { orderByCore } from "../../src/network/fragment/core-order.ts";
import { measureCurve } from "../../src/network/fragment/curve.ts";
import { orderByDegree } from "../../src/network/fragment/degree-order.ts";
import { reinsert } from "../../src/network/fragment/reinsert.ts";
import { subsets } from "./networks.ts";

type Tie = readonly [number, number];

const graphOf = (nodeCount: number, ties: readonly Tie[]): ContactGraph =>
  makeContactGraph(
    nodeCount,
    Int32Array.from(ties, ([left]) => left),
    Int32Array.from(ties, ([, right]) => right),
  );

/** Two stars whose centres, 0 and 6, know each other through 5. */
const twoStars: Tie[] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 4],
  [0, 5],
  [5, 6],
  [6, 7],
  [6, 8],
  [6, 9],
];
const ring = (nodeCount: number): Tie[] =>
  Array.from({ length: nodeCount }, (_, node): Tie => [node, (node + 1) % nodeCount]);

function check(
  name: string,
  { nodeCount, ties, ...options }: { nodeCount: number; ties: readonly Tie[] } & FragmentOptions,
  expected: { order: readonly number[]; largest: readonly number[]; isFallenApart: boolean },
): void {
  test(`fragment: ${name}`, () => {
    const { order, largest, isFallenApart, area } = fragment(graphOf(nodeCount, ties), options);
    expect({ order: Array.from(order), largest: Array.from(largest), isFallenApart }).toEqual(expected);
    expect(area).toBe(expected.largest.reduce((total, size) => total + size, 0));
  });
}

check(
  "the centres of two stars",
  { nodeCount: 10, ties: twoStars, stopShare: 0.3 },
  { order: [0, 6], largest: [5, 1], isFallenApart: true },
);
check(
  "one of them may not be removed",
  { nodeCount: 10, ties: twoStars, stopShare: 0.5, removable: Uint8Array.of(0, 1, 1, 1, 1, 1, 0, 1, 1, 1) },
  { order: [5, 4], largest: [5, 4], isFallenApart: true },
);
check(
  "nobody may be removed",
  { nodeCount: 10, ties: twoStars, removable: new Uint8Array(10) },
  { order: [], largest: [], isFallenApart: false },
);
check("no ties", { nodeCount: 20, ties: [] }, { order: [], largest: [], isFallenApart: true });
check("no nodes", { nodeCount: 0, ties: [] }, { order: [], largest: [], isFallenApart: false });
check(
  "ties to oneself and repeated ones count once or not at all",
  {
    nodeCount: 3,
    ties: [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 2],
      [1, 2],
    ],
    stopShare: 0.5,
  },
  { order: [1], largest: [1], isFallenApart: true },
);

test("a ring falls apart in halves", () => {
  const { largest } = fragment(graphOf(12, ring(12)), { stopShare: 0.5 });
  expect(Array.from(largest)).toEqual([11, 5]);
});

const smallGraph = fc
  .record({
    nodeCount: fc.integer({ min: 1, max: 14 }),
    picks: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 30, size: "max" }),
  })
  .map(({ nodeCount, picks }) => ({
    nodeCount,
    graph: graphOf(
      nodeCount,
      picks.map(([left, right]): Tie => [left % nodeCount, right % nodeCount]),
    ),
  }));

/** The largest component without some nodes, by search. */
function slowLargest({ nodeCount, starts, neighbours }: ContactGraph, removed: readonly number[]): number {
  const seen = new Set(removed);
  let largest = 0;
  for (let first = 0; first < nodeCount; first += 1) {
    if (seen.has(first)) continue;
    const component = [first];
    seen.add(first);
    for (const node of component) {
      for (const other of neighbours.subarray(starts[node], starts[node + 1])) {
        if (!seen.has(other)) component.push(other);
        seen.add(other);
      }
    }
    largest = Math.max(largest, component.length);
  }
  return largest;
}

test("curves are what a search for components finds", () => {
  fc.assert(
    fc.property(smallGraph, ({ graph }) => {
      const order = orderByDegree(graph);
      const slow = [0, ...order.map((_, index) => index + 1)].map((count) =>
        slowLargest(graph, Array.from(order.subarray(0, count))),
      );
      expect(Array.from(measureCurve(graph, order))).toEqual(slow);
    }),
  );
});

test("the node with most ties comes first, again and again", () => {
  fc.assert(
    fc.property(smallGraph, ({ graph }) => {
      const left = new Set(Array.from({ length: graph.nodeCount }, (_, node) => node));
      const ties = (node: number): number =>
        graph.neighbours.subarray(graph.starts[node], graph.starts[node + 1]).filter((other) => left.has(other)).length;
      for (const node of orderByDegree(graph)) {
        expect(ties(node)).toBe(Math.max(...[...left].map(ties)));
        left.delete(node);
      }
      expect(left.size).toBe(0);
    }),
  );
});

test("without the nodes of the core order there is no circle", () => {
  fc.assert(
    fc.property(smallGraph, ({ graph }) => {
      const removed = new Set(orderByCore(graph));
      const kept = Array.from({ length: graph.nodeCount }, (_, node) => node).filter((node) => !removed.has(node));
      const ties = kept.flatMap((node) =>
        Array.from(graph.neighbours.subarray(graph.starts[node], graph.starts[node + 1])).filter(
          (other) => other > node && !removed.has(other),
        ),
      ).length;
      const curve = new Set<number>();
      let components = 0;
      for (const node of kept) {
        if (curve.has(node)) continue;
        components += 1;
        const waiting = [node];
        for (const each of waiting) {
          curve.add(each);
          for (const other of graph.neighbours.subarray(graph.starts[each], graph.starts[each + 1])) {
            if (!removed.has(other) && !curve.has(other) && !waiting.includes(other)) waiting.push(other);
          }
        }
      }
      expect(ties).toBe(kept.length - components);
    }),
  );
});

/** Reinsertion without any keeping of keys: each time, every node is tried. */
function slowReinsert(graph: ContactGraph, removed: Int32Array): number[] {
  const out = Array.from(removed);
  const order: number[] = [];
  while (out.length > 0) {
    const sizeWith = (node: number): number => {
      const others = out.filter((each) => each !== node);
      return componentOf(graph, others, node);
    };
    const sizes = out.map(sizeWith);
    const [node = -1] = out.splice(sizes.lastIndexOf(Math.min(...sizes)), 1);
    order.unshift(node);
  }
  return order;
}

function componentOf({ starts, neighbours }: ContactGraph, removed: readonly number[], first: number): number {
  const seen = new Set([...removed, first]);
  const component = [first];
  for (const node of component) {
    for (const other of neighbours.subarray(starts[node], starts[node + 1])) {
      if (!seen.has(other)) component.push(other);
      seen.add(other);
    }
  }
  return component.length;
}

test("reinsertion puts back what makes the smallest component, as by trying every node", () => {
  fc.assert(
    fc.property(smallGraph, fc.nat(14), ({ graph }, length) => {
      const removed = orderByDegree(graph).slice(0, length);
      expect(Array.from(reinsert(graph, removed))).toEqual(slowReinsert(graph, removed));
    }),
    { numRuns: 1000 },
  );
});

test("reinsertion is exact where components are many and large", () => {
  const nodeCount = 400;
  const ties = Array.from({ length: 900 }, (_, tie): Tie => [
    (tie * 7919 + ((tie * tie) % 97)) % nodeCount,
    (tie * 104_729 + ((tie * tie) % 89)) % nodeCount,
  ]);
  const graph = graphOf(nodeCount, ties);
  const removed = orderByDegree(graph).slice(0, 200);
  expect(Array.from(reinsert(graph, removed))).toEqual(slowReinsert(graph, removed));
});

test("never worse than most ties first, and its curve is true", () => {
  fc.assert(
    fc.property(smallGraph, fc.constantFrom(0.1, 0.3, 0.5), ({ graph, nodeCount }, stopShare) => {
      const plan = fragment(graph, { stopShare });
      const byDegree = measureCurve(graph, orderByDegree(graph));
      const stop = byDegree.findIndex((size) => size < stopShare * nodeCount);
      expect(plan.area).toBeLessThanOrEqual(byDegree.subarray(1, stop + 1).reduce((total, size) => total + size, 0));
      plan.largest.forEach((size, index) =>
        expect(size).toBe(slowLargest(graph, Array.from(plan.order.subarray(0, index + 1)))),
      );
      expect(plan.isFallenApart).toBe(slowLargest(graph, Array.from(plan.order)) < stopShare * nodeCount);
    }),
  );
});

test("as few removals as any set needs on most small networks, never fewer", () => {
  const runs = { networks: 0, fewest: 0 };
  fc.assert(
    fc.property(smallGraph, ({ graph, nodeCount }) => {
      const { order } = fragment(graph, { stopShare: 0.4 });
      const nodes = Array.from({ length: nodeCount }, (_, node) => node);
      const fewer = subsets(nodes, order.length - 1).some((set) => slowLargest(graph, set) < 0.4 * nodeCount);
      if (order.length > 0) runs.networks += 1;
      if (order.length > 0 && !fewer) runs.fewest += 1;
    }),
    { seed: 1, numRuns: 100 },
  );
  expect(runs.networks).toBeGreaterThan(40);
  expect(runs.fewest / runs.networks).toBeGreaterThan(0.8);
});

test("areas are measured as scipy's Simpson rule does", () => {
  // scipy 1.17: simpson([.9, .7, .4, .2, .05]), and without the last but one, and with two values.
  expect(areaUnder(Int32Array.of(90, 70, 40, 20, 5), 100)).toBeCloseTo(1.783333333, 8);
  expect(areaUnder(Int32Array.of(90, 70, 40, 5), 100)).toBeCloseTo(1.595833333, 8);
  expect(areaUnder(Int32Array.of(90, 5), 100)).toBeCloseTo(0.475, 8);
});
