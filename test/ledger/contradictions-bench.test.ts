import { describe, expect, it } from "vitest";
import { scorePassages } from "../../bench/contradictions.ts";
import { readPassages } from "../../bench/contradictions/read-passages.ts";

describe("passages that contradict themselves or only seem to", () => {
  const { passages, read, given } = scorePassages(readPassages("examples/contradictions/pairs.jsonl"));

  it("are all read, half of them to be measured with", () => {
    expect(passages).toBe(160);
    expect(read["b"]?.recall.of).toBe(45);
    expect(given["b"]?.falseAlarms.of).toBe(35);
  });
  it("are found more often than they are flagged in vain, also where nobody read them", () => {
    expect(read["b"]?.recall.share).toBeGreaterThan(read["b"]?.falseAlarms.share ?? 1);
    expect(read["all"]?.recall.share).toBeGreaterThanOrEqual(0.4);
  });
  it("seldom only seem to where one is flagged", () =>
    expect(read["all"]?.falseAlarms.share).toBeLessThanOrEqual(0.15));
});
