import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/index.ts";
import { stagingVersion } from "../../src/intake/parser/index.ts";
import { boolean, integer, nullable, text } from "../../src/store/index.ts";
import { makeZip } from "./support/make-zip.ts";
import { removeFolders } from "./support/staged-rows.ts";
import { openTakeIn, type TakeInCase } from "./support/take-in-case.ts";

const open: TakeInCase[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.testCase.close();
});
afterAll(removeFolders);

async function start(datasets?: readonly string[]): Promise<TakeInCase> {
  const taking = await openTakeIn(datasets);
  open.push(taking);
  return taking;
}

const people = [
  "Name,Date of birth,Nationality",
  ...Array.from(
    { length: 12 },
    (_, index) => `Ri Chol ${"ABCDEFGHIJKL"[index]},19${60 + index}-03-0${(index % 9) + 1},North Korea`,
  ),
].join("\n");
const counts = (taking: TakeInCase): Promise<readonly { batches: number; statements: number }[]> =>
  taking.testCase.rows(
    `select (select count(*) from held.batch where kind = 'intake')::integer as batches, (select count(*) from held.current_statement)::integer as statements`,
    { batches: integer, statements: integer },
  );

describe("a file taken in", () => {
  it("is one batch, and the same again does nothing", async () => {
    const taking = await start();
    const first = await taking.take("people.csv", people);
    expect(first.isNew).toBe(true);
    expect((await taking.said("s.prop = 'name'"))[0]).toBe("Person.name = Ri Chol A @ A2");
    const before = await counts(taking);
    const again = await taking.take("people.csv", people);
    expect(again).toEqual({ ...first, isNew: false });
    expect(await counts(taking)).toEqual(before);
  });

  const wide = (columns: number): string =>
    [
      Array.from({ length: columns }, (_, column) => `Remark ${column}`).join(","),
      ...Array.from({ length: 4 }, (_, row) =>
        Array.from({ length: columns }, (_, column) => `word ${column % 7} of row ${row}`).join(","),
      ),
    ].join("\n");
  const insertions = ({ queries }: TakeInCase["testCase"]): number =>
    queries.filter((query) => /insert\s+into\s+"?held"?\."?(?:statement|occurrence)/u.test(query)).length;

  it("is written by two queries, however many columns it has", async () => {
    const taking = await start();
    await taking.take("wide.csv", wide(30));
    expect(insertions(taking.testCase)).toBe(2);
    expect((await taking.said("o.row_no > 1")).length).toBe(30 * 4);
  });

  it("of more columns than one query takes has each statement once too, with all its places", async () => {
    const taking = await start();
    await taking.take("wide.csv", wide(150));
    expect(insertions(taking.testCase)).toBeGreaterThan(4);
    expect((await taking.said("o.row_no > 1")).length).toBe(150 * 4);
    const [twice] = await taking.testCase.rows(
      `select (count(*) - count(distinct (statement_id)))::integer as count from held.statement`,
      { count: integer },
    );
    expect(twice).toEqual({ count: 0 });
  });

  it("is read again where the cache holds it as an earlier program staged it", async () => {
    const taking = await start(["h1", "h2"]);
    await taking.take("people.csv", people);
    const path = join(taking.cacheDir, sha256(people), "staged.json");
    writeFileSync(
      path,
      readFileSync(path, "utf8")
        .replace(/"version": \d+/u, '"version": 1')
        .replaceAll('"rowsRead": 13', '"rowsRead": 12'),
    );
    await taking.take("people.csv", people, { dataset: "h2" });
    expect(
      await taking.testCase.rows("select rows_read::integer as read from held.file order by file_no", {
        read: integer,
      }),
    ).toEqual([{ read: 13 }, { read: 13 }]);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ version: stagingVersion });
  });

  it("is taken anew when its mapping is edited, and again when the edit is taken back", async () => {
    const taking = await start();
    await taking.take("people.csv", people);
    const names = async (): Promise<number> => (await taking.said("s.prop = 'name'")).length;
    expect(await names()).toBe(12);
    const path = join(taking.mappingDir, readdirSync(taking.mappingDir)[0] ?? "");
    const written = readFileSync(path, "utf8");
    writeFileSync(path, written.replace("          name:", "          alias:"));
    expect((await taking.take("people.csv", people)).isNew).toBe(true);
    expect(await names()).toBe(0);
    expect((await taking.said("s.prop = 'alias'")).length).toBe(12);
    expect((await taking.take("people.csv", people)).isNew).toBe(false);
    writeFileSync(path, written);
    expect((await taking.take("people.csv", people)).isNew).toBe(true);
    expect(await names()).toBe(12);
    expect((await taking.take("people.csv", people)).isNew).toBe(false);
    expect((await counts(taking))[0]?.batches).toBe(3);
  });

  it("is refused with a message when its mapping is wrong, and nothing is lost", async () => {
    const taking = await start();
    await taking.take("people.csv", people);
    const before = await counts(taking);
    const path = join(taking.mappingDir, readdirSync(taking.mappingDir)[0] ?? "");
    writeFileSync(path, readFileSync(path, "utf8").replace("schema: Person", "schema: Purson"));
    await expect(taking.take("people.csv", people)).rejects.toThrow(/h1__people\.csv\.yaml.*Purson/su);
    expect(await counts(taking)).toEqual(before);
  });

  it("of a sealed source shows no name of an archive's members, and keeps each aside", async () => {
    const taking = await start();
    const inner = makeZip([["letters/mbrown-inner.tsv", people.replaceAll(",", "\t")]]);
    const zip = makeZip([
      ["mbrown-name.csv", people],
      ["../mbrown-way.csv", `${people}\n`],
      ["MBROWN-name.csv", `${people}\n\n`],
      ["mbrown.zip", inner],
      ["letters\\.mbrown", "x"],
    ]);
    await taking.take("f1.zip", zip, { isSealed: true });
    const files = await taking.testCase.rows(
      `select f.name, parent_no as parent, f.rows_present = f.rows_read + f.rows_lost as whole, p.name as part
       from held.file f left join held.part p using (file_no) order by file_no`,
      { name: text, parent: nullable(integer), whole: boolean, part: nullable(text) },
    );
    expect(files).toEqual([
      { name: "f1.zip", parent: null, whole: true, part: null },
      { name: "f1.zip/m1", parent: 1, whole: true, part: "m1" },
      { name: "f1.zip/m2", parent: 1, whole: true, part: "m2" },
      { name: "f1.zip/m3", parent: 1, whole: true, part: "m3" },
      { name: "f1.zip/m4", parent: 1, whole: true, part: null },
      { name: "f1.zip/m5", parent: 5, whole: true, part: "m5" },
      { name: "f1.zip/m6", parent: 1, whole: true, part: "" },
    ]);
    expect((await taking.said("s.prop = 'name'")).length).toBe(48);
    expect(await taking.faults()).toEqual([
      "duplicate: The archive holds no. 1 and no. 3, which many computers take for one name; both are read.",
      "name: The member no. 2 is named so as to be written outside the archive's folder; only its content is read.",
    ]);
    expect(Object.fromEntries(taking.kept)).toMatchObject({
      m1: "mbrown-name.csv",
      m2: "../mbrown-way.csv",
      m4: "mbrown.zip",
      m5: "letters/mbrown-inner.tsv",
      "m0-no3": "MBROWN-name.csv",
    });
    const written = [taking.mappingDir, taking.cacheDir, taking.testCase.dir].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    );
    const holding = written.filter((entry) =>
      /mbrown/iu.test(readFileSync(join(entry.parentPath, entry.name), "latin1")),
    );
    expect([written.length > 8, holding.map(({ name }) => name)]).toEqual([true, []]);
  });

  it("of archives in an archive shows each member under its whole path, and none under another's", async () => {
    const taking = await start();
    const inner = (content: string): Buffer => makeZip([["x.csv", content]]);
    await taking.take(
      "two.zip",
      makeZip([
        ["a.zip", inner(people)],
        ["b.zip", inner(`${people}\n`)],
        ["a.zip/x.csv", people],
        ["x.csv", people],
        ["x.csv", people],
      ]),
    );
    const files = await taking.testCase.rows("select name from held.file order by file_no", { name: text });
    expect(files.map(({ name }) => name)).toEqual([
      "two.zip",
      "two.zip/a.zip",
      "two.zip/a.zip/x.csv",
      "two.zip/b.zip",
      "two.zip/b.zip/x.csv",
      "two.zip/a.zip/x.csv (2)",
      "two.zip/x.csv",
      "two.zip/x.csv (2)",
    ]);
  });

  it("of an archive in an archive takes the mapping of an earlier program, which names it shorter, and no other's", async () => {
    const taking = await start();
    const zip = (more: string): Buffer =>
      makeZip([
        ["a.zip", makeZip([["x.csv", people]])],
        ["b.zip", makeZip([["y.csv", `${people}\n`]])],
        ["y.csv", `${people}\n\n${more}`],
      ]);
    await taking.take("two.zip", zip(""));
    const rename = (file: string, from: string, to: string): void => {
      const path = join(taking.mappingDir, file);
      writeFileSync(path, readFileSync(path, "utf8").replace(`file: ${from}`, `file: ${to}`));
    };
    rename("h1__two.zip__m2.yaml", "two.zip/a.zip/x.csv", "two.zip/x.csv");
    await taking.take("two.zip", zip(""));
    expect((await taking.said("s.prop = 'name'")).length).toBe(36);
    rename("h1__two.zip__m4.yaml", "two.zip/b.zip/y.csv", "two.zip/y.csv");
    await expect(taking.take("two.zip", zip("\n"))).rejects.toThrow(
      'h1__two.zip__m4.yaml: file is "two.zip/y.csv"; this is the mapping of "two.zip/b.zip/y.csv": write that name',
    );
  });

  it("that cannot be read is a fault", async () => {
    const taking = await start();
    const report = await taking.take("x.pdf", "%PDF-1.7\n%nothing");
    expect(report.isNew).toBe(true);
    expect((await taking.faults()).length).toBe(1);
    expect((await taking.take("x.pdf", "%PDF-1.7\n%nothing")).isNew).toBe(false);
  });
});
