import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCommunities } from "../../../src/network/picture/communities.ts";

type Tie = readonly [one: number, other: number, weight: number];

const communities = (nodeCount: number, ties: readonly Tie[]): number[] => [
  ...findCommunities({
    nodeCount,
    ones: Int32Array.from(ties, ([one]) => one),
    others: Int32Array.from(ties, ([, other]) => other),
    weights: Float64Array.from(ties, ([, , weight]) => weight),
  }),
];

/** Everybody of a group tied to everybody else of it. */
const group = (from: number, to: number, weight = 10): Tie[] =>
  Array.from({ length: to - from }, (_, left) =>
    Array.from({ length: to - from - left - 1 }, (_, right): Tie => [from + left, from + left + right + 1, weight]),
  ).flat();

describe("communities", () => {
  it("are those who are tied to each other, not those who know of each other", () =>
    expect(communities(9, [...group(0, 4), ...group(4, 9), [3, 4, 1]])).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1]));

  it("follow the weight of ties, not their number", () =>
    expect(
      communities(4, [
        [0, 1, 100],
        [2, 3, 100],
        [0, 2, 1],
        [0, 3, 1],
        [1, 2, 1],
        [1, 3, 1],
      ]),
    ).toEqual([0, 0, 1, 1]));

  it("are each alone where nobody is tied, and where a tie weighs nothing", () => {
    expect(communities(3, [])).toEqual([0, 1, 2]);
    expect(communities(2, [[0, 1, 0]])).toEqual([0, 1]);
  });

  it("are found again in the ring of cliques on which a greedy search by pairs fails", () => {
    const ring = Array.from({ length: 8 }, (_, clique) => [
      ...group(clique * 5, clique * 5 + 5),
      [clique * 5, ((clique + 1) % 8) * 5 + 1, 1] as const,
    ]);
    expect(communities(40, ring.flat())).toEqual(Array.from({ length: 40 }, (_, node) => Math.floor(node / 5)));
  });
});

const anyTies = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 50 })),
  { maxLength: 40 },
);

/** How much more of the weight lies within communities than chance would have there (Newman 2004), of the whole. */
function modularity(ties: readonly Tie[], communityOf: readonly number[]): number {
  const total = ties.reduce((sum, [, , weight]) => sum + 2 * weight, 0);
  if (total === 0) return 0;
  const degrees = new Map<number, number>();
  let within = 0;
  for (const [one, other, weight] of ties) {
    const [left, right] = [communityOf[one] ?? -1, communityOf[other] ?? -1];
    for (const end of [left, right]) degrees.set(end, (degrees.get(end) ?? 0) + weight);
    if (left === right) within += 2 * weight;
  }
  return within / total - [...degrees.values()].reduce((sum, degree) => sum + (degree / total) ** 2, 0);
}

describe("for any ties", () => {
  it("they are worth more than everybody alone, each hangs together, and numbers go by the lowest member", () =>
    fc.assert(
      fc.property(anyTies, (ties) => {
        const found = communities(15, ties);
        const firsts = [...new Set(found)];
        expect(firsts).toEqual([...firsts.keys()]);
        for (const community of firsts) {
          const members = found.flatMap((each, node) => (each === community ? [node] : []));
          const reached = new Set(members.slice(0, 1));
          for (let size = 0; size !== reached.size;) {
            size = reached.size;
            for (const [one, other] of ties)
              for (const [from, to] of [[one, other] as const, [other, one] as const])
                if (reached.has(from) && found[to] === community) reached.add(to);
          }
          expect([...reached].toSorted((left, right) => left - right)).toEqual(members);
        }
        const alone = modularity(ties, [...found.keys()]);
        expect(modularity(ties, found)).toBeGreaterThanOrEqual(alone - 1e-9);
        expect(communities(15, ties)).toEqual(found);
      }),
      { numRuns: 300 },
    ));
});
