import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openScratch } from "../../src/store/scratch.ts";

const folder = mkdtempSync(join(tmpdir(), "windfall-scratch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("gives texts back by number, in any letters and of any length, before and after they are written", () => {
  const texts = ["", "Seoul", "서울 Seoul 首尔", "long ".repeat(200_000), "last"];
  const scratch = openScratch(folder);
  for (const text of texts) scratch.add(text);
  expect(texts.map((_, no) => scratch.at(texts.length - 1 - no))).toEqual(texts.toReversed());
  scratch.add("later");
  expect(scratch.at(texts.length)).toBe("later");
  expect(scratch.at(1)).toBe("Seoul");
  expect(() => scratch.at(texts.length + 1)).toThrow("an element at 6");
  scratch.close();
});

it("has a file without a name: nothing is left when the process ends", () => {
  const scratch = openScratch(folder);
  scratch.add("what a source said");
  scratch.at(0);
  expect(readdirSync(folder)).toEqual([]);
  scratch.close();
});
