import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addMaterial, type MaterialToAdd } from "../../src/casefile/add-material.ts";
import { initCase, openCaseFolder } from "../../src/casefile/case-folder.ts";
import { examineCase } from "../../src/casefile/doctor.ts";
import { readManifest } from "../../src/casefile/manifest.ts";
import { withCase } from "../../src/casefile/open-case.ts";
import { casePaths } from "../../src/casefile/paths.ts";
import { sealName } from "../../src/protect/index.ts";

let dir: string;
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
const open = { id: "s1", kind: "register", grade: "A2" };
const sealed = { id: "s9", kind: "informant", grade: "B2", sealed: true };

/** A file of a name and content of its own, in a folder of its own. */
function given(path: string, content = path): string {
  const file = join(dir, "../given", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}
const add = (files: readonly string[], over: Partial<MaterialToAdd> = {}) =>
  addMaterial(dir, { files, dataset: "h1", source: open, ...over }, by);
const held = (): string[] => readManifest(casePaths(dir)).map(({ dataset, name }) => `${dataset}/${name}`);
const nameOf = (pseudonym: string): string | undefined =>
  openCaseFolder(dir, by.clock).sealedNames.reveal(pseudonym, "lee");
/** What doctor finds wrong. */
const wrong = async (): Promise<string[]> =>
  (await withCase(dir, by, examineCase)).flatMap(({ what, problem }) =>
    problem === null ? [] : [`${what}: ${problem}`],
  );

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), "windfall-add-")), "case");
  initCase(dir, "Harbour");
});
afterEach(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

it("never prints a label that is given to be protected", async () => {
  await add([given("x.csv")], { source: { ...open, label: "Register" } });
  const refused = add([given("y.csv")], { source: { id: "s1", sealed: true, label: "Jane Doe Secret" } });
  await expect(refused).rejects.toThrow(
    "there sealed is false, which --sealed contradicts; give what must be protected",
  );
  await expect(refused).rejects.not.toThrow("Jane Doe");
});

it("keeps no name of a source whose material is refused, and the right one later", async () => {
  const file = given("x.csv");
  const wrongName = { ...sealed, label: "Jane Doh" };
  await expect(add([file], { source: wrongName, edition: "2020-01-01" })).rejects.toThrow("--series is missing");
  expect([nameOf("s9"), existsSync(join(dir, "sealed.json"))]).toEqual([undefined, false]);
  await add([file], { source: { ...sealed, label: "Jane Doe" } });
  expect([nameOf("s9"), nameOf("h1/f1.csv")]).toEqual(["Jane Doe", "x.csv"]);
});

it("lets no name that an earlier attempt left behind stand for a new source", async () => {
  openCaseFolder(dir, by.clock).sealedNames.keep("s9", sealName("Jane Doh"), "lee");
  await add([given("x.csv")], { source: { ...sealed, label: "Jane Doe" } });
  expect(nameOf("s9")).toBe("Jane Doe");
});

it("looks at the names of all files before it takes the first", async () => {
  await expect(add([given("a/x.csv"), given("b/x.csv")])).rejects.toThrow(
    /b\/x\.csv: hand-over "h1" is given \S+a\/x\.csv too, which has the same name; give it as a new hand-over or under another name\. Nothing was added$/u,
  );
  expect([held(), openCaseFolder(dir, by.clock).config.datasets]).toEqual([[], []]);
  await add([given("a/x.csv")]);
  await expect(add([given("y.csv"), given("b/x.csv")])).rejects.toThrow(
    'hand-over "h1" holds another file named "x.csv"',
  );
  expect(held()).toEqual(["h1/x.csv"]);
});

it("enters the hand-over of what it took where a later file cannot be taken", async () => {
  const files = [given("x.csv"), given("y.csv")];
  mkdirSync(join(dir, "material/h1/y.csv"), { recursive: true });
  await expect(add(files)).rejects.toThrow("material/h1/y.csv");
  expect(held()).toEqual(["h1/x.csv"]);
  expect(openCaseFolder(dir, by.clock).config.datasets.map(({ name }) => name)).toEqual(["h1"]);
});

it("refuses files whose mappings would share a file", async () => {
  const refused = (files: readonly string[], dataset: string, other: string) =>
    expect(add(files, { dataset })).rejects.toThrow(
      `its mapping would have the file of that of ${other}, because of "__" in a name; give it as a hand-over of another name`,
    );
  await add([given("b__x.csv"), given("y.zip")], { dataset: "a" });
  await refused([given("x.csv")], "a__b", "a/b__x.csv");
  await refused([given("y.zip__m3")], "a", "a/y.zip");
  await refused([given("z.zip__m1"), given("z.zip")], "c", "c/z.zip__m1");
  await add([given("x.csv"), given("y.zip__m")], { dataset: "a__c" });
  expect(held()).toEqual(["a/b__x.csv", "a/y.zip", "a__c/x.csv", "a__c/y.zip__m"]);
});

it("leaves out a torn last line of the manifest, and writes the next in its place", async () => {
  await add([given("x.csv")]);
  const path = join(dir, "manifest.jsonl");
  appendFileSync(path, readFileSync(path, "utf8").slice(0, 80));
  expect(held()).toEqual(["h1/x.csv"]);
  await add([given("y.csv")]);
  expect(held()).toEqual(["h1/x.csv", "h1/y.csv"]);
  expect(await wrong()).toEqual([]);
});
