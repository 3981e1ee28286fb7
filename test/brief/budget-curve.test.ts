import { expect, test } from "vitest";
import { curveBlocks } from "../../src/brief/sections/budget-curve.ts";
import type { BlockSetLine, Reader } from "../../src/views/index.ts";

/** The advice for one budget, and what it stops as seen and where channels carry twice, of 100.00 USD. */
function adviceOf(budget: number, members: readonly string[], stranded: readonly number[]): BlockSetLine {
  const effects = stranded.map((each, index) => ({
    rhoQuarters: index === 0 ? 4 : 8,
    canFlow: 10_000,
    stranded: each,
    residual: 10_000 - each,
  }));
  return {
    id: `0${budget}`,
    budget,
    rhoQuarters: 0,
    members,
    baselineMinor: 10_000n,
    explanation: { effects },
  } as unknown as BlockSetLine;
}

function curveOf(sets: readonly BlockSetLine[]) {
  const advised = sets.at(-1);
  if (!advised) throw new Error("no set");
  const told = {
    reader: {} as Reader,
    currency: "USD",
    advised,
    nameOf: (id: string) => `Name of ${id}`,
    shortOf: (id: string) => id.toUpperCase(),
    cite: { kind: "blockSet", id: advised.id },
  } as const;
  const [block] = curveBlocks(told, sets);
  return block?.kind === "curve" ? block : undefined;
}

test("says where a larger number gives up a party, and draws its point hollow", () => {
  const block = curveOf([
    adviceOf(1, ["m"], [700, 300]),
    adviceOf(2, ["a", "b"], [1100, 900]),
    adviceOf(3, ["a", "b", "m"], [1200, 1000]),
  ]);
  expect(block?.caption).toBe(
    "What the advice for 1 to 3 parties stops, as shares of the 100.00 USD that can flow. Not each advice holds the one before: the advice for 2 gives up M. Whoever blocks one by one ends elsewhere, so that the number comes first.",
  );
  expect(block?.drawing.steps.map(({ captions, isNested }) => [captions, isNested])).toEqual([
    ["M", true],
    ["A; B", false],
    ["A; B; M", true],
  ]);
  expect(block?.drawing.lines.map(({ word, points }) => [word, points.map(({ amount }) => amount)])).toEqual([
    ["as seen (at once)", ["7.00 USD, 7 %", "11.00 USD, 11 %", "12.00 USD, 12 %"]],
    ["channels carry twice", ["3.00 USD, 3 %", "9.00 USD, 9 %", "10.00 USD, 10 %"]],
  ]);
  expect(block?.cites.map((cite) => cite.kind === "blockSet" && cite.id)).toEqual(["01", "02", "03"]);
});

test("says where each number adds to the one before, and draws nothing for one number alone", () => {
  const two = [adviceOf(1, ["a"], [700, 300]), adviceOf(2, ["a", "b"], [1100, 900])];
  expect(curveOf(two)?.caption).toContain("Each advice holds the one before");
  expect(curveOf(two.slice(0, 1))).toBeUndefined();
});
