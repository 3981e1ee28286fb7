import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { withCase } from "../../src/casefile/open-case.ts";
import { takeInAll } from "../../src/casefile/run-case.ts";

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };

/** A case with one hand-over of some files. */
async function caseOf(files: number): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "windfall-take-in-"));
  roots.push(root);
  const dir = join(root, "case");
  initCase(dir, "Harbour");
  const paths = Array.from({ length: files }, (_, index) => join(root, `note-${index}.csv`));
  for (const [index, path] of paths.entries())
    writeFileSync(path, `name,date\nRi Chol ${index},2016-05-0${index + 1}\n`);
  const source = { id: "s1", kind: "informant", grade: "B2" };
  await addMaterial(
    dir,
    { files: paths, dataset: "h1", source, received: "2016-07-31", howObtained: "handed over" },
    by,
  );
  return dir;
}

/** Takes in what is new: whether each file was, and the number of queries. */
async function takeInCase(dir: string): Promise<{ readonly isNew: readonly boolean[]; readonly queries: number }> {
  let queries = 0;
  const options = { ...by, onQuery: (): void => void (queries += 1) };
  const reports = await withCase(dir, options, (open) => takeInAll(open, () => undefined));
  return { isNew: reports.map((report) => report.isNew), queries };
}

it("asks as much of a case that holds many files as of one that holds few, where nothing is new", async () => {
  const [few, many] = [await caseOf(1), await caseOf(5)];
  expect((await takeInCase(few)).isNew).toEqual([true]);
  expect((await takeInCase(many)).isNew).toEqual([true, true, true, true, true]);
  const [fewAgain, manyAgain] = [await takeInCase(few), await takeInCase(many)];
  expect(manyAgain.isNew).toEqual([false, false, false, false, false]);
  expect(manyAgain.queries).toBe(fewAgain.queries);
});
