import { describe, expect, it } from "vitest";
import { contradictionsBench } from "../../bench/contradictions.ts";

describe("passages that contradict themselves or only seem to", async () => {
  const { passages, read, given } = await contradictionsBench([]);

  it("are all read, half of them to be measured with", () => {
    expect(passages).toBe(160);
    expect(read["b"]?.recall.of).toBe(45);
    expect(given["b"]?.falseAlarms.of).toBe(35);
  });
  it("seldom only seem to where one is flagged: one in ten", () =>
    expect(read["all"]?.falseAlarms.share).toBeLessThanOrEqual(0.1));
});
