import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase, openCaseFolder } from "../../src/casefile/case-folder.ts";
import { withCase } from "../../src/casefile/open-case.ts";
import { openPlace } from "../../src/casefile/open-place.ts";
import { takeInAll } from "../../src/casefile/run-case.ts";
import { makeZip } from "../intake/support/make-zip.ts";

let dir: string;
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
const run = () => withCase(dir, by, (open) => takeInAll(open, () => undefined));
const openCell = () => withCase(dir, by, (open) => openPlace(open, "h1/f1.zip/m1#A2"));

beforeEach(async () => {
  dir = join(mkdtempSync(join(tmpdir(), "windfall-sealed-")), "case");
  initCase(dir, "Harbour");
  const file = join(dir, "../handed.zip");
  writeFileSync(file, makeZip([["../diary of M Brown.csv", "name,date of birth\nRi Chol,1970-03-14\n"]]));
  const source = { id: "s1", kind: "informant", grade: "B2", sealed: true };
  await addMaterial(dir, { files: [file], dataset: "h1", source }, by);
  await run();
});
afterEach(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

it("leaves the names in a sealed source's archive to the archive itself and to sealed.json", async () => {
  const holding = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes("diary"))
    .map((entry) => entry.name);
  expect(holding.toSorted()).toEqual(["f1.zip", "sealed.json"]);
  const { sealedNames } = openCaseFolder(dir, by.clock);
  expect(sealedNames.reveal("h1/f1.zip/m1", "lee")).toBe("../diary of M Brown.csv");
  expect(sealedNames.isIn("as the diary of M Brown.csv says")).toBe(true);
});

it("opens its places, also after the cache was deleted", async () => {
  const before = await openCell();
  rmSync(join(dir, "cache"), { recursive: true });
  expect(await openCell()).toEqual(before);
});

it("removes what an earlier program staged of it under its names", async () => {
  const [staged = ""] = readdirSync(join(dir, "cache"));
  const earlier = join(dir, "cache", staged.replace("-sealed", ""));
  mkdirSync(earlier);
  await run();
  expect([existsSync(earlier), existsSync(join(dir, "cache", staged))]).toEqual([false, true]);
});
