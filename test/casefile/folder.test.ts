import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { withCase } from "../../src/casefile/open-case.ts";
import { takeInAll } from "../../src/casefile/run-case.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-folder-"));
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("holds nothing that the two pages about it do not name", async () => {
  const dir = join(root, "case");
  const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
  initCase(dir, "Harbour");
  writeFileSync(join(root, "people.csv"), "name,date of birth\nRi Chol,1970-03-14\n");
  const source = { id: "s1", kind: "informant", grade: "B2", sealed: true, label: "Han" };
  await addMaterial(dir, { files: [join(root, "people.csv")], dataset: "h1", source }, by);
  const found = await withCase(dir, by, async (open) => {
    await takeInAll(open, () => undefined);
    return readdirSync(dir, { withFileTypes: true }).map((entry) => `${entry.name}${entry.isDirectory() ? "/" : ""}`);
  });
  expect(found).toContain("case.lock");
  const pages = ["ARCHITECTURE.md", "docs/reference.md"].map((name) =>
    readFileSync(join(import.meta.dirname, "../..", name), "utf8"),
  );
  const isNamed = (name: string): boolean =>
    pages.every((page) =>
      new RegExp(String.raw`^(?:\| .)?${name.replaceAll(".", String.raw`\.`)}[\s.\x60]`, "mu").test(page),
    );
  expect(found.filter((name) => !isNamed(name))).toEqual([]);
});
