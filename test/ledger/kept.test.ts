import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { keepIn, keepMapIn } from "../../src/ledger/stage/kept.ts";
import { openScratch } from "../../src/store/scratch.ts";

const folder = mkdtempSync(join(tmpdir(), "windfall-kept-"));
const scratch = openScratch(folder);
const other = openScratch(folder);
afterAll(() => {
  scratch.close();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

it("gives the same object while it is in memory, else one that is like it", () => {
  const kept = keepIn<{ readonly word: string }>(scratch, 2);
  const words = ["arrest", "seizure", "payment"].map((word) => ({ word }));
  for (const each of words) kept.add(each);
  expect(kept.length).toBe(3);
  expect(kept.at(2)).toBe(words[2]);
  expect(kept.at(0)).toEqual(words[0]);
  expect(kept.at(0)).not.toBe(words[0]);
  // What was asked for last stays: the second went when the first came back.
  expect(kept.at(2)).toBe(words[2]);
  expect(kept.at(1)).not.toBe(words[1]);
});

it("gives the last value of a key", () => {
  const kept = keepMapIn<readonly string[]>(other, 1);
  kept.set("quay wire", ["Quay Wire"]);
  kept.set("cape post", ["Cape Post"]);
  kept.set("quay wire", ["Quay Wire", "the Wire"]);
  expect(["quay wire", "cape post", "gulf mail"].map((key) => kept.get(key))).toEqual([
    ["Quay Wire", "the Wire"],
    ["Cape Post"],
    undefined,
  ]);
});
