import { describe, expect, it } from "vitest";
import { drawCurve, type CurveDrawing } from "../../../src/brief/diagram/draw-curve.ts";

const curve = (given: Partial<CurveDrawing> = {}): CurveDrawing => ({
  title: "A title",
  description: "A description",
  canFlow: { minor: 1000, amount: "10 USD" },
  steps: [
    { budget: 1, captions: "M", isNested: true },
    { budget: 2, captions: "A; B", isNested: false },
  ],
  lines: [
    {
      word: "as seen",
      points: [
        { minor: 200, amount: "2 USD" },
        { minor: 400, amount: "4 USD" },
      ],
    },
    {
      word: "twice",
      points: [
        { minor: 100, amount: "1 USD" },
        { minor: 390, amount: "3.9 USD" },
      ],
    },
  ],
  ...given,
});

const numbersOf = (svg: string, pattern: RegExp): number[] =>
  [...svg.matchAll(pattern)].map(([, each]) => Number(each));

describe("the curve of budgets", () => {
  const svg = drawCurve(curve());
  it("says what it is to who does not see it", () => {
    expect(svg).toContain('role="img" aria-labelledby="curve-title curve-desc"');
    expect(svg).toContain("<title>2 blocked, twice: 3.9 USD of 10 USD; A; B</title>");
  });
  it("stands twice as high for twice the money, and one step right for each party", () => {
    const [one = 0, two = 0] = numbersOf(svg, /cy="([\d.]+)"/gu);
    const zero = numbersOf(svg, /M64 ([\d.]+)L/gu)[0] ?? 0;
    expect(zero - two).toBeCloseTo(2 * (zero - one), 0);
    const [first = 0, second = 0] = numbersOf(svg, /cx="([\d.]+)"/gu);
    expect(second - 64).toBeCloseTo(2 * (first - 64), 0);
  });
  it("draws hollow where a set gives up a party of the one before, and says what that means", () => {
    expect(svg.match(/ hollow"/gu)).toHaveLength(2);
    expect(svg).toContain("hollow: gives up a party");
    const nested = drawCurve(curve({ steps: curve().steps.map((step) => ({ ...step, isNested: true })) }));
    expect(nested).not.toContain("hollow:");
  });
  it("keeps the words at the ends of close lines apart", () => {
    const words = numbersOf(svg, /<text x="476" y="([\d.]+)"/gu);
    expect(words).toHaveLength(2);
    expect(Math.abs((words[0] ?? 0) - (words[1] ?? 0))).toBeGreaterThanOrEqual(14.9);
  });
  it("marks whole shares of what can flow, whatever is stopped", () => {
    const labels = [...svg.matchAll(/>([\d.]+ %)</gu)].map(([, label]) => label);
    expect(labels).toEqual(["0 %", "10 %", "20 %", "30 %", "40 %"]);
    const nothing = { word: "as seen", points: curve().steps.map(() => ({ minor: 0, amount: "0 USD" })) };
    expect(drawCurve(curve({ lines: [nothing] }))).not.toMatch(/NaN|Infinity/u);
    const all = { word: "as seen", points: curve().steps.map(() => ({ minor: 1000, amount: "10 USD" })) };
    expect(drawCurve(curve({ lines: [all] }))).toContain(">100 %<");
  });
  it("holds no script, no link and nothing from elsewhere, and escapes what stands in material", () => {
    const bad = drawCurve(
      curve({ steps: curve().steps.map((step) => ({ ...step, captions: "</title><script>\u0000" })) }),
    );
    expect(bad).not.toMatch(/<script|<a |href|url\(|<image|<foreignObject|\son\w+=/u);
    expect(bad).toContain("&lt;/title&gt;&lt;script&gt;⟨0000⟩");
  });
});
