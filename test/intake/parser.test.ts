import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, test } from "vitest";

import { stageFile } from "../../src/intake/parser/index.ts";
import { makeXlsx } from "./support/make-xlsx.ts";
import { makeZip } from "./support/make-zip.ts";
import { fixture, makeFolder, removeFolders, stageBytes, stageInChild } from "./support/staged-rows.ts";

afterAll(removeFolders);

const kindsOf = (faults: readonly { readonly kind: string; readonly rowsLost: number }[]): string[] =>
  faults.map(({ kind, rowsLost }) => `${kind} ${rowsLost}`);

// Each line: the file, how many files it comes to, the faults of the first with the rows that they cost.
test.each([
  ["zipslip-unix.zip", 5, ["name 0", "name 0", "name 0"]],
  ["zipslip-win.zip", 4, ["name 0", "name 0", "name 0"]],
  ["zip-symlink.zip", 2, ["link 1", "link 1"]],
  ["zip-names-collide.zip", 8, ["duplicate 0", "duplicate 0", "name 0"]],
  ["zip-local-central-mismatch.zip", 2, ["name 0"]],
  ["zip-overlap-20GiB.zip", 1, ["damaged 2000"]],
  ["zip-flat-256MiB.zip", 1, ["too-large 1"]],
  ["zip-nested-10e6-MiB.zip", 51, []],
  ["unexpected_EOF.zip", 1, ["damaged 1"]],
  ["wrong-entry-sizes.zip", 1, ["damaged 1", "damaged 1", "damaged 1"]],
  ["strong_encryption_is_not_supported.zip", 1, ["encrypted 1"]],
  ["unsupported_compression_method_1.zip", 2, ["unsupported 1"]],
])("the archive %s comes to %d files", async (name, count, kinds) => {
  const { staged, outDir } = await stageInChild({ path: fixture(name) });
  expect(staged.files.length).toBe(count);
  expect(kindsOf(staged.files[0]?.faults ?? [])).toEqual(kinds);
  const chunks = staged.files.flatMap((file) => file.parts.flatMap((part) => part.chunks.map((chunk) => chunk.file)));
  expect(readdirSync(outDir).toSorted()).toEqual([...chunks, "staged.json"].toSorted());
});

test("members of archives in archives are read, each with its parent", async () => {
  const inner = makeZip([["b.csv", "x,y\n1,2\n"]]);
  const { staged, cells, outDir } = await stageMade(
    "all.zip",
    makeZip([
      ["../a.csv", "p,q\n3,4\n"],
      ["in.zip", inner],
      ["c.csv", "r\n5\n"],
    ]),
  );
  expect(staged.files.map(({ ordinal, parentOrdinal, name, form }) => [ordinal, parentOrdinal, name, form])).toEqual([
    [0, null, "all.zip", "zip"],
    [1, 0, "../a.csv", "csv"],
    [2, 0, "in.zip", "zip"],
    [3, 2, "b.csv", "csv"],
    [4, 0, "c.csv", "csv"],
  ]);
  expect(await cells(staged.files[3]?.parts[0])).toEqual([
    ["1", "x", "y"],
    ["2", "1", "2"],
  ]);
  expect(readdirSync(outDir).toSorted()).toEqual([
    "m0001-p000-c0000.parquet",
    "m0003-p000-c0000.parquet",
    "m0004-p000-c0000.parquet",
    "staged.json",
  ]);
});

describe("what takes too much is stopped and said", () => {
  const manyRows = Array.from(
    { length: 400_000 },
    (_, index) => `${index},some text that fills the row,${index * 7}\n`,
  ).join("");

  test("time", async () => {
    const path = join(makeFolder(), "many.csv");
    writeFileSync(path, manyRows);
    const { staged, outDir } = await stageInChild({ path, limits: { totalMs: 150, millisecondsPerMb: 1 } });
    expect(kindsOf(staged.files[0]?.faults ?? [])[0]).toMatch(/^timeout [1-9]/u);
    expect(readdirSync(outDir)).toEqual(["staged.json"]);
  });

  test("memory, in one member of an archive: the others are read", async () => {
    const strings = Array.from({ length: 64 }, (_, index) => `<t>${String(index).repeat(500_000)}</t>`);
    const heavy = readFileSync(makeXlsx([{ name: "S", xml: "<sheetData/>" }], { strings }));
    const path = join(makeFolder(), "all.zip");
    writeFileSync(
      path,
      makeZip([
        ["a.csv", "p,q\n3,4\n"],
        ["heavy.xlsx", heavy],
        ["c.csv", "r,s\n5,6\n"],
      ]),
    );
    const { staged, cells } = await stageInChild({ path, limits: { residentMb: 150 } });
    expect(staged.files.map(({ name, form, faults }) => [name, form, ...kindsOf(faults)])).toEqual([
      ["all.zip", "zip"],
      ["a.csv", "csv"],
      ["heavy.xlsx", "xlsx", "memory 1"],
      ["c.csv", "csv"],
    ]);
    expect(await cells(staged.files[3]?.parts[0])).toEqual([
      ["1", "r", "s"],
      ["2", "5", "6"],
    ]);
  });

  test("more entries than an archive may have", async () => {
    const names = Array.from({ length: 12_000 }, (_, index) => [`${index}.txt`, ""] as const);
    const { staged } = await stageInChild({ path: writeMade("names.zip", makeZip(names)), limits: { entries: 100 } });
    expect(kindsOf(staged.files[0]?.faults ?? [])).toContain("too-large 1");
  });
});

const stageMade = (name: string, bytes: Uint8Array): ReturnType<typeof stageInChild> =>
  stageInChild({ path: writeMade(name, bytes) });

function writeMade(name: string, bytes: Uint8Array): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

test.each([["a.json", '{"a": [1, 2]}', "a JSON document"]])(
  "%s is known and said not to be read",
  async (name, text, what) => {
    const { staged } = await stageBytes(name, text);
    expect(staged.files[0]).toMatchObject({ form: "unsupported", rowsPresent: 0, name });
    expect(staged.files[0]?.faults.map((fault) => fault.text)).toEqual([
      `This looks like ${what}, which is not read yet; nothing of it is taken in.`,
    ]);
  },
);

test("an empty file, and one that a control character in its name would hide", async () => {
  const { staged } = await stageBytes("a\u202Etxt.csv", "");
  expect(staged.files[0]?.name).toBe("a\u27E8202E\u27E9txt.csv");
  expect(kindsOf(staged.files[0]?.faults ?? [])).toEqual(["empty 0"]);
});

test.runIf(process.platform === "linux")("a child that ends over a file costs no other file", async () => {
  // Long enough to be seen at work.
  const path = writeMade("t.csv", Buffer.from(`a,b\n${"1,2\n".repeat(2_000_000)}`));
  const kinds = async (limits: { residentMb?: number }): Promise<string[]> => {
    const staged = await stageFile({ path, outDir: join(makeFolder(), "staged"), limits });
    return kindsOf(staged.files[0]?.faults ?? []);
  };
  expect([await kinds({}), await kinds({}), await kinds({ residentMb: 1 }), await kinds({})]).toEqual([
    [],
    [],
    ["memory 1"],
    [],
  ]);
});

test("a finished folder takes the place of an older one, and nothing is left beside it", async () => {
  const folder = makeFolder();
  const outDir = join(folder, "staged");
  mkdirSync(join(folder, "staged.part-killed"));
  const path = writeMade("t.csv", Buffer.from("a,b\n1,2\n"));
  await stageFile({ path, outDir });
  await stageFile({ path, outDir });
  expect(readdirSync(folder)).toEqual(["staged"]);
  expect(readdirSync(outDir).toSorted()).toEqual(["m0000-p000-c0000.parquet", "staged.json"]);
});

test("the same file gives the same bytes, wherever it lies", async () => {
  const text = "a,b\n1,2\n3,4\n";
  const [first, second] = [await stageBytes("t.csv", text), await stageBytes("t.csv", text)];
  expect(second.staged).toEqual(first.staged);
});

test("nothing is written outside the folder that was given", async () => {
  const folder = makeFolder();
  const path = join(folder, "in", "deep", "down", "slip.zip");
  mkdirSync(join(folder, "in", "deep", "down"), { recursive: true });
  writeFileSync(
    path,
    makeZip([
      ["../../../../evil.csv", "a\n"],
      ["/abs.csv", "b\n"],
      ["x/../../y.csv", "c\n"],
    ]),
  );
  const before = readdirSync(folder, { recursive: true });
  const { staged } = await stageInChild({ path });
  expect(staged.files.length).toBe(4);
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
  expect(["/abs.csv", "/evil.csv", join(tmpdir(), "evil.csv")].filter((each) => existsSync(each))).toEqual([]);
});
