import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { withCase } from "../../src/casefile/open-case.ts";
import { openPlace } from "../../src/casefile/open-place.ts";
import { takeInAll } from "../../src/casefile/run-case.ts";

let dir: string;
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
const open = () => withCase(dir, by, (opened) => openPlace(opened, "h1/people.csv#A2"));

beforeEach(async () => {
  dir = join(mkdtempSync(join(tmpdir(), "windfall-staged-")), "case");
  initCase(dir, "Harbour");
  const file = join(dir, "../people.csv");
  writeFileSync(file, "name,date of birth\nRi Chol,1970-03-14\n");
  await addMaterial(dir, { files: [file], dataset: "h1", source: { id: "s1", kind: "register", grade: "A2" } }, by);
  await withCase(dir, by, (opened) => takeInAll(opened, () => undefined));
});
afterEach(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

it("opens a place again after the cache was deleted", async () => {
  const before = await open();
  rmSync(join(dir, "cache"), { recursive: true });
  expect(await open()).toEqual(before);
});

it("stages nothing from material that changed", async () => {
  rmSync(join(dir, "cache"), { recursive: true });
  const path = join(dir, "material/h1/people.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace("Chol", "Chul"));
  await expect(open()).rejects.toThrow(/^material\/h1\/people.csv: its content changed since it was added/u);
});
