import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { windfallHere } from "../support/windfall-here.ts";

const scratch = mkdtempSync(join(tmpdir(), "windfall-map-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it("map names every part with rows in which no table is recognised", async () => {
  const dir = join(scratch, "case");
  const file = join(scratch, "odd.csv");
  writeFileSync(file, "foo,bar\nx1,y1\nx2,y2\n");
  await windfallHere("init", dir);
  const by = ["--dataset", "h1", "--source", "s1", "--kind", "informant", "--grade", "B2"];
  await windfallHere("add", file, "--case", dir, ...by);
  expect((await windfallHere("run", "--only", "intake", "--case", dir)).code).toBe(1);
  const mapped = await windfallHere("map", "--case", dir);
  expect(mapped.code).toBe(1);
  expect(mapped.stdout).toContain("h1/odd.csv  odd  not understood: no table is recognised in 3 rows, kept as notes");
  expect(mapped.stdout).toContain("1 part without a table");
  const faults = await windfallHere("faults", "--case", dir);
  expect([faults.code, faults.stdout.includes("h1/odd.csv#row 1  No table is recognised here")]).toEqual([1, true]);
  expect((await windfallHere("open", "h1/odd.csv#row 1", "--case", dir)).stdout).toContain("foo | bar");
});
