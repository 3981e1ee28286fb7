import { expect, it } from "vitest";
import { estimateShares, posterior, type AgreementPattern } from "../../src/match/train/estimate-shares.ts";

// Five facets with two levels, 1 differs and 2 agrees: of a hundred true pairs so many agree, and of a thousand strangers.
const m = [90, 80, 70, 95, 60].map((share) => [0, 1 - share / 100, share / 100]);
const u = [10, 50, 100, 20, 5].map((share) => [0, 1 - share / 1000, share / 1000]);
const truePairs = 1000;
const strangers = 1_000_000;

const expected = (shares: readonly (readonly number[])[], levels: readonly number[]): number =>
  levels.reduce((product, level, facet) => product * (shares[facet]?.[level] ?? 0), 1);
const kinds = Array.from({ length: 2 ** m.length }, (_, number) => m.map((__, facet) => ((number >> facet) & 1) + 1));
const every = kinds.map((levels) => ({
  levels,
  pairs: truePairs * expected(m, levels) + strangers * expected(u, levels),
}));
const even = m.map(() => [0, 0.5, 0.5]);
const input = {
  patterns: every,
  random: every,
  startM: even.map(() => [0, 0.2, 0.8]),
  startU: even.map(() => [0, 0.9, 0.1]),
  startPairs: 1,
  startStrangers: 1,
  allPairs: truePairs + strangers,
  ways: m.map((_, facet) => ({ facet, levelMin: 2 })),
};

it("finds the shares that a mixture was made with, and how many true pairs it holds", () => {
  const found = estimateShares(input);
  for (const facet of m.keys()) {
    expect(found.m[facet]?.[2]).toBeCloseTo(m[facet]?.[2] ?? 0, 2);
    expect(found.u[facet]?.[2]).toBeCloseTo(u[facet]?.[2] ?? 0, 3);
  }
  expect(found.truePairs / truePairs).toBeCloseTo(1, 1);
  expect(found.share / (truePairs / (truePairs + strangers))).toBeCloseTo(1, 1);
});

it("keeps to what was believed where nothing can be learnt", () => {
  const startM = [...even.slice(0, 2), [0, 0.25, 0.75], ...even.slice(3)];
  const onlyTwo = every.map(({ levels, pairs }) => ({ levels: [...levels.slice(0, 2), 0, 0, 0], pairs }));
  const found = estimateShares({ ...input, patterns: onlyTwo, startM, ways: [{ facet: 0, levelMin: 2 }] });
  expect(found.m[2]).toEqual([0, 0.25, 0.75]);
  expect(found.m[0]).toEqual([0, 0.5, 0.5]);
});

it("takes what a person decided as it is, against what the values say", () => {
  const pattern: AgreementPattern = { levels: [2, 1, 1, 1, 1], pairs: 500, isSame: true };
  const of = (patterns: readonly AgreementPattern[]): number =>
    estimateShares({ ...input, patterns, ways: [{ facet: 0, levelMin: 2 }] }).m[1]?.[2] ?? 0;
  expect(of([...every, pattern])).toBeLessThan(of(every) - 0.1);
  expect(of([...every, { ...pattern, isSame: false }])).toBeCloseTo(of(every), 2);
});

it("weighs a pair by all its facets that have a value", () => {
  const shares = { m, u, share: 0.001 };
  expect(posterior([2, 2, 2, 2, 2], shares)).toBeGreaterThan(0.99);
  expect(posterior([2, 0, 0], shares)).toBeCloseTo((0.001 * 0.9) / (0.001 * 0.9 + 0.999 * 0.01), 6);
  expect(posterior([1, 1, 1, 1, 1], shares)).toBeLessThan(0.0001);
});
