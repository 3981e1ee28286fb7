import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkGroups, type Likeness } from "../../src/ledger/events/link-groups.ts";

const pair = (left: number, right: number, likeness: number): Likeness => ({ left, right, likeness });

describe("groups by mean likeness", () => {
  it("join what is alike and leave the rest alone", () =>
    expect(linkGroups(4, [pair(0, 2, 500), pair(1, 3, 100)], 300)).toEqual([[0, 2], [1], [3]]));
  it("do not chain: a pair that is not given counts as unlike", () =>
    expect(linkGroups(3, [pair(0, 1, 600), pair(1, 2, 500)], 300)).toEqual([[0, 1], [2]]));
  it("join when the mean over all pairs suffices", () =>
    expect(linkGroups(3, [pair(0, 1, 600), pair(1, 2, 500), pair(0, 2, 100)], 300)).toEqual([[0, 1, 2]]));
  it("are the same in whatever order the pairs come", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 1000 })), {
          selector: ([left, right]) => `${Math.min(left, right)} ${Math.max(left, right)}`,
        }),
        fc.integer({ min: 100, max: 900 }),
        (made, least) => {
          const pairs = made
            .filter(([left, right]) => left !== right)
            .map(([left, right, likeness]) => pair(Math.min(left, right), Math.max(left, right), likeness));
          const groups = linkGroups(9, pairs, least);
          expect(linkGroups(9, pairs.toReversed(), least)).toEqual(groups);
          expect(groups.flat().toSorted((left, right) => left - right)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
        },
      ),
      { seed: 3, numRuns: 300 },
    ));
});
