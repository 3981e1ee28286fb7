import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { runCase, views, withCase, type OpenCase } from "../../src/casefile/index.ts";
import { stages } from "../../src/casefile/stages.ts";
import { hypothesisVerb } from "../../src/cli/hypothesis.ts";
import { noteVerb } from "../../src/cli/note.ts";
import { showVerb } from "../../src/cli/show-document.ts";
import { undoVerb } from "../../src/cli/undo.ts";
import { whoVerb } from "../../src/cli/who.ts";
import { sql } from "../../src/store/index.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-notes-"));
const dir = join(root, "case");
const inCase = <Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> => withCase(dir, by, work);
const note = (options: Readonly<Record<string, string>>, ...words: string[]) => runVerb(dir, noteVerb, options, words);

beforeAll(async () => {
  const table = join(root, "companies.csv");
  writeFileSync(table, "company name,registration number,country\nBlue Gate Ltd,1317180552,Russia\n");
  const report = join(root, "report.txt");
  writeFileSync(report, "A report\nBlue Gate paid.\n");
  initCase(dir, "Harbour");
  const source = { id: "s1", label: "Sergei Dolmat", kind: "informant", grade: "B2", sealed: true };
  await addMaterial(dir, { files: [table], dataset: "h1", source, received: "2020-01-01" }, by);
  const outlet = { id: "s2", label: "The Wire", kind: "outlet", grade: "B2" };
  await addMaterial(dir, { files: [report], dataset: "h2", source: outlet, received: "2020-01-02" }, by);
  await inCase((open) => runCase(open, () => undefined));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const findings = (): Promise<string> =>
  inCase(async (open) => JSON.stringify(await views.findingLines(open, { offset: 0, limit: 100 })));

describe("a note", () => {
  it("is kept with who and when, and stands as a note where its thing is shown", async () => {
    expect((await note({ about: "Blue Gate Ltd" }, "shares a back yard with Red Sea Co")).data).toEqual({ noteNo: 1 });
    await note({ about: "h2/report.txt" }, "the paper is new");
    await note({ about: "h2/report.txt#paragraph 2" }, "paid what?");
    await note({}, "ask for the March statement");
    const [, ...rest] = (await note({})).lines;
    expect(rest).toEqual([
      "note 2 by lee, 2020-01-02, about h2/report.txt: the paper is new",
      "note 3 by lee, 2020-01-02, about h2/report.txt#paragraph 2: paid what?",
      "note 4 by lee, 2020-01-02: ask for the March statement",
    ]);
    expect((await runVerb(dir, whoVerb, {}, ["Blue Gate Ltd"])).lines.at(-2)).toMatch(
      /^ {2}note 1 by lee, 2020-01-02, about \w+: shares a back yard with Red Sea Co$/u,
    );
    expect((await runVerb(dir, showVerb, {}, ["h2/report.txt"])).lines.slice(-2)).toEqual([
      "note 2 by lee, 2020-01-02, about h2/report.txt: the paper is new",
      "note 3 by lee, 2020-01-02, about h2/report.txt#paragraph 2: paid what?",
    ]);
  });

  it("corroborates nothing: no stage reads it, and every finding stays as it is", async () => {
    const before = await findings();
    await note({ about: "Blue Gate Ltd" }, "Blue Gate Ltd has the registration number 1317180552");
    const { stages: ran } = await inCase((open) => runCase(open, () => undefined));
    expect(ran.filter((stage) => stage.isNew)).toEqual([]);
    expect(await findings()).toBe(before);
    expect(stages.filter((stage) => stage.reads.includes("note")).map((stage) => stage.name)).toEqual([]);
    const brief = readFileSync(join(dir, "out/brief.html"), "utf8");
    expect(brief).not.toContain("back yard");
  });

  it("is taken back by a decision, and stands again when that is undone", async () => {
    const { data } = await note({ withdraw: "3", reason: "answered" });
    expect((await note({})).lines.filter((line) => line.startsWith("note 3"))).toEqual([]);
    await expect(note({ withdraw: "3" })).rejects.toThrow("note 3 was taken back by lee");
    await runVerb(dir, undoVerb, {}, [String((data as { judgementNo: number }).judgementNo)]);
    expect((await note({})).lines.filter((line) => line.startsWith("note 3"))).toHaveLength(1);
    const kept = await inCase((open) => views.noteLines(open));
    expect(kept.map(({ noteNo }) => noteNo)).toEqual([1, 2, 3, 4, 5]);
  });

  it("is written again from the ledger where the database lost it", async () => {
    await inCase(async ({ database }) => {
      await database.run(sql`delete from held.note where note_no = 4`);
      await database.run(sql`delete from held.batch where kind = 'note' and replay like '%March statement%'`);
    });
    expect((await inCase((open) => views.noteLines(open))).map(({ noteNo, text }) => `${noteNo} ${text}`)).toContain(
      "4 ask for the March statement",
    );
  });

  it("refuses what it must not keep or cannot find", async () => {
    await expect(note({}, "Dolmat? no: Sergei Dolmat told us")).rejects.toThrow("the name of a protected source");
    for (const words of ["ask Dolmat again", "DOLMAT's card", "the man dolmat"])
      await expect(note({}, words)).rejects.toThrow("or a part of it, stands in these words");
    await expect(runVerb(dir, hypothesisVerb, { question: "Did dolmat know?" }, ["add", "no"])).rejects.toThrow(
      "or a part of it, stands in these words",
    );
    await expect(note({ about: "Nobody" }, "x")).rejects.toThrow('nobody answers to "Nobody"');
    await expect(note({ about: "h2/report.txt#paragraph 9" }, "x")).rejects.toThrow("there is no row 9");
    await expect(note({ withdraw: "77" })).rejects.toThrow('there is no note 77; "windfall note" lists them');
    await expect(note({}, " ")).rejects.toThrow("write what you note");
  });
});
