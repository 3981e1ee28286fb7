import { describe, expect, it } from "vitest";
import { loadedSizes } from "../../bench/ui/bundle.ts";

describe("what a browser loads", () => {
  it("is at most 220 kB at first and 120 kB for each lazy part, gzipped", () => {
    const { first, lazy } = loadedSizes();
    process.stdout.write(`first load with the largest page ${first.toFixed(0)} kB; ${lazy.length} lazy parts\n`);
    expect(first).toBeGreaterThan(50);
    expect(lazy.length).toBeGreaterThan(2);
    expect(first).toBeLessThanOrEqual(220);
    expect(lazy.filter((size) => size > 120)).toEqual([]);
  });
});
