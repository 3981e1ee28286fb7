import { expect, it } from "vitest";
import { cleanMany } from "../../src/intake/statements/clean-many.ts";
import { cleanValue } from "../../src/model/index.ts";

it("cleans as many values as go to threads in the way and order of one by one", async () => {
  const raws = Array.from({ length: 50_001 }, (_, index) => (index % 7 === 0 ? "" : ` ${index}  Harbour   Road `));
  const cleaned = await cleanMany(raws, { type: "address", options: {} });
  expect(cleaned.length).toBe(raws.length);
  for (const index of [0, 1, 25_000, 25_001, 50_000]) {
    const raw = raws[index] ?? "";
    expect(cleaned[index]).toEqual({ raw, result: cleanValue("address", raw, {}) });
  }
});
