import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { examineCase } from "../../src/casefile/doctor.ts";
import { withCase } from "../../src/casefile/open-case.ts";
import { takeInAll } from "../../src/casefile/run-case.ts";

let dir: string;
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
const source = { id: "s1", kind: "register", grade: "A2" };
const manifest = (): string => join(dir, "manifest.jsonl");
const linesOf = (path: string): string[] => readFileSync(path, "utf8").trimEnd().split("\n");
const rewrite = (path: string, lines: readonly string[]): void => writeFileSync(path, `${lines.join("\n")}\n`);
const run = () => withCase(dir, by, (open) => takeInAll(open, () => undefined));
/** What doctor finds wrong. */
const wrong = async (): Promise<string[]> =>
  (await withCase(dir, by, examineCase)).flatMap(({ what, problem }) =>
    problem === null ? [] : [`${what}: ${problem.replace("; restore the file from a copy", "")}`],
  );

async function add(name: string): Promise<void> {
  const file = join(dir, "..", `${name}.csv`);
  writeFileSync(file, `name,date of birth\nRi ${name},1970-03-14\n`);
  await addMaterial(dir, { files: [file], dataset: "h1", source }, by);
}

beforeEach(async () => {
  dir = join(mkdtempSync(join(tmpdir(), "windfall-chain-")), "case");
  initCase(dir, "Harbour");
  for (const name of ["Chol", "Su", "Min"]) await add(name);
});
afterEach(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

it("finds nothing wrong with a manifest that was left alone", async () => {
  await run();
  expect(await wrong()).toEqual([]);
  await add("Ho");
  await run();
  expect(await wrong()).toEqual([]);
});

it("names a line of the manifest that was changed, and reads nothing on", async () => {
  const lines = linesOf(manifest());
  rewrite(manifest(), [lines[0] ?? "", (lines[1] ?? "").replace('"addedBy":"lee"', '"addedBy":"kim"'), lines[2] ?? ""]);
  const changed = "line 2 (h1/Su.csv) or the one before it was changed, removed or added by hand";
  expect(await wrong()).toEqual([`manifest.jsonl: ${changed}`]);
  await expect(run()).rejects.toThrow(`manifest.jsonl: ${changed}; restore the file from a copy`);
});

it("names a line that was taken out of the middle, and one that was put in", async () => {
  const [first = "", second = "", third = ""] = linesOf(manifest());
  rewrite(manifest(), [first, third]);
  expect((await wrong())[1]).toBe(
    "manifest.jsonl: line 2 (h1/Min.csv) or the one before it was changed, removed or added by hand",
  );
  const { chain: _chain, ...entry }: Record<string, unknown> = JSON.parse(third);
  rewrite(manifest(), [first, second, JSON.stringify(entry)]);
  expect(await wrong()).toEqual(["manifest.jsonl: line 3 (h1/Min.csv) was added by hand"]);
});

it("misses a last line that was read, and says of the file that it is known", async () => {
  await run();
  rewrite(manifest(), linesOf(manifest()).slice(0, 2));
  expect(await wrong()).toEqual([
    "manifest.jsonl: it has 2 lines and had 3 at the last run",
    "manifest.jsonl: the line of h1/Min.csv, which the case has read, is missing",
  ]);
  await expect(run()).rejects.toThrow("the line of h1/Min.csv, which the case has read, is missing");
});

it("reads a manifest of an older case, and chains what is added to it", async () => {
  rewrite(
    manifest(),
    linesOf(manifest()).map((line) => line.replace(/,"chain":"[0-9a-f]{64}"/u, "")),
  );
  await run();
  await add("Ho");
  await run();
  expect(await wrong()).toEqual([]);
  rewrite(manifest(), [(linesOf(manifest())[0] ?? "").replace("lee", "kim"), ...linesOf(manifest()).slice(1)]);
  expect(await wrong()).toEqual([
    "manifest.jsonl: line 4 (h1/Ho.csv) or the one before it was changed, removed or added by hand",
  ]);
});

it("misses the last line of the ledger", async () => {
  await run();
  const path = join(dir, "acknowledged.jsonl");
  const lines = linesOf(path);
  rewrite(path, lines.slice(0, -1));
  expect(await wrong()).toEqual([
    `acknowledged.jsonl: it has ${lines.length - 1} lines and had ${lines.length}`,
    `acknowledged.jsonl: the line of batch ${lines.length} (intake) is missing`,
  ]);
});
