import { describe, expect, it } from "vitest";
import { bestAssignment } from "../../bench/coreference/assign.ts";
import { scoreChains } from "../../bench/coreference/score-chains.ts";

describe("the scores of chains", () => {
  // The example of Luo (2005), with his figures: twelve mentions in chains of five, two and five.
  const gold = [..."aaaaabbccccc"];
  const check = (what: string, found: string, f1: readonly number[]): void =>
    it(what, () => {
      const { muc, bCubed, ceafE } = scoreChains(gold, [...found]);
      for (const [index, score] of [muc, bCubed, ceafE].entries())
        expect(Math.abs(score.f1 - (f1[index] ?? Number.NaN))).toBeLessThan(0.001);
    });
  check("two chains made one", "aaaaabbbbbbb", [0.947, 0.865, 0.733]);
  check("the two large chains made one", "aaaaabbaaaaa", [0.947, 0.737, 0.667]);
  check("all one", "aaaaaaaaaaaa", [0.9, 0.545, 0.294]);
  check("all alone", "abcdefghijkl", [0, 0.4, 0.178]);
  check("all right", "xxxxxyyzzzzz", [1, 1, 1]);
});

describe("the best assignment", () => {
  const check = (what: string, scores: readonly (readonly number[])[], sum: number): void =>
    it(what, () => expect(bestAssignment(scores)).toBeCloseTo(sum, 9));
  check(
    "is not the greedy one",
    [
      [9, 8],
      [8, 1],
    ],
    16,
  );
  check("leaves a column over", [[1, 5, 3]], 5);
  check("leaves a row over", [[1], [5], [3]], 5);
  check("of nothing is nothing", [], 0);
});
