import fc from "fast-check";
import { expect, test } from "vitest";
import { makeCsr } from "../../src/network/graph/csr.ts";
import { splitIntoPaths } from "../../src/network/graph/paths.ts";
import { pruneProblem } from "../../src/network/question/prune.ts";
import { makeResidual } from "../../src/network/solve/residual.ts";
import { problemOf, slowMaxFlow, smallNetwork, type Channel } from "./networks.ts";

function check(name: string, channels: readonly Channel[], expected: number): void {
  test(`flow: ${name}`, () => {
    const problem = problemOf(channels);
    expect(makeResidual(problem, 4).withoutNodes([]).value / 4).toBe(expected);
  });
}

check("one channel", [["s", "t", 7]], 7);
check(
  "the narrowest channel decides",
  [
    ["s", "a", 7],
    ["a", "t", 5],
  ],
  5,
);
check(
  "parallel channels add up",
  [
    ["s", "a", 7],
    ["s", "a", 2],
    ["a", "t", 20],
  ],
  9,
);
check(
  "money paid to oneself carries nothing",
  [
    ["s", "a", 7],
    ["a", "a", 100],
    ["a", "t", 3],
  ],
  3,
);
check(
  "a payment of nothing is no channel",
  [
    ["s", "a", 7],
    ["a", "t", 0],
    ["b", "t", 1],
  ],
  0,
);
check(
  "a refund is a flow back",
  [
    ["a", "s", -7],
    ["a", "t", 4],
  ],
  4,
);
check(
  "no way from start to end",
  [
    ["s", "a", 7],
    ["b", "t", 5],
  ],
  0,
);
check("no start in the network", [["a", "t", 5]], 0);
check(
  "a way that must be taken back",
  [
    ["s", "a", 1],
    ["s", "b", 1],
    ["a", "b", 1],
    ["a", "t", 1],
    ["b", "t", 1],
  ],
  2,
);
check(
  "10^15 minor units",
  [
    ["s", "a", 1e15],
    ["a", "t", 1e15 - 1],
  ],
  1e15 - 1,
);

test("more than can be summed exactly is refused", () => {
  expect(() =>
    problemOf([
      ["s", "a", 2e15],
      ["s", "b", 2e15],
      ["a", "t", 1],
    ]),
  ).toThrow(/at most 2251799813685247/u);
});

test("an amount that is no whole number is refused", () => {
  expect(() => problemOf([["s", "t", 0.5]])).toThrow(/the amount 0.5 from "s" to "t"/u);
});

test("10^15 minor units at triple rerouting stay exact", () => {
  const problem = problemOf([
    ["s", "a", 1e15],
    ["s", "b", 3],
    ["a", "t", 3e14 + 1],
    ["b", "t", 1],
  ]);
  expect(makeResidual(problem, 12).withoutNodes([]).value).toBe(3 * 4 * (3e14 + 1) + 12);
});

const rhos = fc.constantFrom(4, 5, 6, 8, 12);

test("equal to another algorithm, with the cut worth the flow", () => {
  fc.assert(
    fc.property(smallNetwork, rhos, fc.array(fc.nat({ max: 8 }), { maxLength: 3 }), (problem, rho, picks) => {
      const blocked = picks.filter((node) => problem.blockable[node] === 1);
      const residual = makeResidual(problem, rho);
      const { value, sourceSide, flows } = residual.withoutNodes(blocked);
      expect(value).toBe(slowMaxFlow(problem, rho, blocked));
      const { graph, source, sink } = residual.flowGraph;
      let cut = 0;
      let onBlocked = 0;
      for (let arc = 0; arc < graph.arcCount; arc += 1) {
        const [tail, head] = [graph.tails[arc] ?? 0, graph.heads[arc] ?? 0];
        const isBlocked = blocked.includes(tail) || blocked.includes(head);
        if (isBlocked) onBlocked += flows[arc] ?? 0;
        else if (sourceSide[tail] === 1 && sourceSide[head] === 0) cut += graph.capacities[arc] ?? 0;
      }
      expect({ cut, onBlocked }).toEqual({ cut: value, onBlocked: 0 });
      const paths = splitIntoPaths(graph, flows, source, sink);
      expect(paths.reduce((total, path) => total + path.amount, 0)).toBe(value);
    }),
    { numRuns: 500 },
  );
});

test("continuing from another set's flow gives the same value", () => {
  fc.assert(
    fc.property(
      smallNetwork,
      rhos,
      fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 4 }),
      (problem, rho, picks) => {
        const blocked = [...new Set(picks)].filter((node) => problem.blockable[node] === 1);
        const residual = makeResidual(problem, rho);
        const fewer = blocked.slice(1);
        const near = residual.withoutNodes(fewer);
        const value = slowMaxFlow(problem, rho, blocked);
        expect(residual.withoutNodes(blocked, near).value).toBe(value);
        const larger = makeResidual(problem, rho);
        expect(larger.withoutNodes(fewer, larger.withoutNodes(blocked)).value).toBe(near.value);
      },
    ),
    { numRuns: 300 },
  );
});

test("a search ends early exactly where enough flows, the first time and again", () => {
  fc.assert(
    fc.property(smallNetwork, rhos, fc.nat({ max: 8 }), fc.nat({ max: 40 }), (problem, rho, pick, limit) => {
      fc.pre(problem.blockable[pick] === 1);
      const residual = makeResidual(problem, rho);
      const whole = residual.withoutNodes([]);
      const value = slowMaxFlow(problem, rho, [pick]);
      const isEnough = (reached: number): boolean => reached > limit;
      for (const _ of [1, 2]) {
        const found = residual.unlessEnough([pick], whole, isEnough);
        expect(found ? found.value === value : value > limit).toBe(true);
      }
      expect(residual.withoutNodes([pick], whole).value).toBe(value);
    }),
    { numRuns: 300 },
  );
});

test("leaving out what lies on no way changes no flow", () => {
  fc.assert(
    fc.property(smallNetwork, rhos, (problem, rho) => {
      const pruned = pruneProblem(problem).problem;
      expect(makeResidual(pruned, rho).withoutNodes([]).value).toBe(makeResidual(problem, rho).withoutNodes([]).value);
    }),
    { numRuns: 300 },
  );
});

test("rows keep every edge once, in order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 9 })), { maxLength: 30 }),
      (edges) => {
        const csr = makeCsr({
          nodeCount: 6,
          tails: Int32Array.from(edges, ([tail]) => tail),
          heads: Int32Array.from(edges, ([, head]) => head),
          capacities: Float64Array.from(edges, ([, , capacity]) => capacity),
        });
        const sorted = edges
          .map((edge, index) => ({ edge, index }))
          .toSorted((a, b) => a.edge[0] - b.edge[0] || a.index - b.index);
        expect(Array.from(csr.edges)).toEqual(sorted.map(({ index }) => index));
        for (let node = 0; node < 6; node += 1) {
          const entering = Array.from(csr.inArcs.slice(csr.inStart[node], csr.inStart[node + 1]));
          expect(entering.map((arc) => csr.heads[arc])).toEqual(entering.map(() => node));
        }
        expect(csr.inArcs.length).toBe(edges.length);
      },
    ),
  );
});
