import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FlowMeter, type Network, findBestSets } from "../../examples/harbour/block.ts";

/** Two starts (0, 1), six nodes between (2-7), two ends (8, 9). */
const networks = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 50 })),
    {
      minLength: 4,
      maxLength: 24,
      selector: ([from, to]) => from * 10 + to,
    },
  )
  .map((edges): Network => ({
    nodes: Array.from({ length: 10 }, (_, index) => `n${index}`),
    edges: edges.filter(([from, to]) => from !== to).map(([from, to, minor]) => ({ from, to, minor })),
    starts: [0, 1],
    ends: [8, 9],
  }));

const MIDDLE = [2, 3, 4, 5, 6, 7];

const subsets = (size: number, from = 0): number[][] =>
  size === 0
    ? [[]]
    : MIDDLE.slice(from).flatMap((node, index) =>
        subsets(size - 1, from + index + 1).map((rest) => [node].concat(rest)),
      );

describe("the search for block sets", () => {
  it("finds what trying every set finds, and all of it", () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(4, 6, 8), (network, rhoQuarters) => {
        const baseline = new FlowMeter(network, 4).measure([]);
        const meter = new FlowMeter(network, rhoQuarters);
        for (const { budget, strandedQuarters, sets } of findBestSets(network, MIDDLE, { rhoQuarters, most: 3 })) {
          const tried = subsets(budget).map((set) => ({
            set,
            stranded: baseline - Math.min(baseline, meter.measure(set)),
          }));
          const most = Math.max(...tried.map(({ stranded }) => stranded));
          expect(strandedQuarters).toBe(most);
          expect(sets).toEqual(tried.filter(({ stranded }) => stranded === most).map(({ set }) => set));
        }
      }),
    );
  });
  it("measures a flow that a cut bounds", () => {
    const network: Network = {
      nodes: ["s", "a", "b", "t"],
      edges: [
        { from: 0, to: 1, minor: 5 },
        { from: 0, to: 2, minor: 7 },
        { from: 1, to: 3, minor: 4 },
        { from: 2, to: 3, minor: 9 },
      ],
      starts: [0],
      ends: [3],
    };
    expect(new FlowMeter(network, 4).measure([])).toBe(4 * (4 + 7));
    expect(new FlowMeter(network, 4).measure([2])).toBe(4 * 4);
    expect(new FlowMeter(network, 8).measure([2])).toBe(8 * 4);
    expect(new FlowMeter(network, 8).measure([])).toBe(4 * 12);
  });
});
