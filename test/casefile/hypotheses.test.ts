import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { runCase, withCase, type OpenCase, type WeighedQuestion } from "../../src/casefile/index.ts";
import { findingsVerb } from "../../src/cli/findings.ts";
import { hypothesisVerb } from "../../src/cli/hypothesis.ts";
import { noteVerb } from "../../src/cli/note.ts";
import { sql } from "../../src/store/index.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-hypotheses-"));
const dir = join(root, "case");
const inCase = <Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> => withCase(dir, by, work);
const on = true as unknown as string;
const hypothesis = (options: Readonly<Record<string, string>>, ...words: string[]) =>
  runVerb(dir, hypothesisVerb, options, words);
const cite = (stance: string, ...words: string[]) => hypothesis({ [stance]: on }, "cite", ...words);

beforeAll(async () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(root, name), text);
    return join(root, name);
  };
  const files = [
    file("companies.csv", "company name,registration number,country\nBlue Gate Ltd,1317180552,Russia\n"),
    file(
      "report.txt",
      "A report\nPak Jun was seen at the gate.\nNobody at the gate said why.\nA clerk defected at Narva on 3 March 2019.\n",
    ),
    file("sheet.csv", "speaker,answer,basis\nAmber,Ri signs for Blue Gate,saw it\nAmber,Pak may own it,guesses\n"),
  ];
  initCase(dir, "Harbour");
  const source = { id: "s1", label: "The Wire", kind: "outlet", grade: "B2" };
  await addMaterial(dir, { files, dataset: "h1", source, received: "2020-01-01" }, by);
  await inCase((open) => runCase(open, () => undefined));
  await runVerb(dir, noteVerb, {}, ["Ri is too young"]);
  await hypothesis({ question: "Who runs Blue Gate?" }, "add", "Ri runs it");
  await hypothesis({}, "add", "Pak runs it");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("hypotheses of a case", () => {
  it("are weighed by what is cited, in a matrix that says what counts and what would change the answer", async () => {
    await cite("for", "1", "h1/sheet.csv#B2", "h1/report.txt#paragraph 2");
    await cite("against", "H2", "h1/sheet.csv#B2");
    await cite("against", "1", "note 1", "h1/sheet.csv#B3");
    await cite("missing", "2", "the card of signatures at the bank");
    expect((await hypothesis({}, "show", "1")).lines).toEqual([
      "Who runs Blue Gate?",
      "  H1  Ri runs it  (lee, 2020-01-02)",
      "  H2  Pak runs it  (lee, 2020-01-02)",
      "",
      "           H1  H2  evidence",
      '  E1       +   -   bodyText "Ri signs for Blue Gate" (h1/sheet.csv#B2, The Wire B2)',
      '  E2       +   .   "Pak Jun was seen at the gate." (h1/report.txt#paragraph 2)',
      "  E3       -   .   note 1 by lee: Ri is too young  [set aside: an analyst's own note]",
      '  E4       -   .   bodyText "Pak may own it" (h1/sheet.csv#B3, The Wire B2)  [set aside: a guess]',
      "  against  0   1",
      "  + consistent, - inconsistent, o neither, . not judged; only what is not set aside is counted",
      "  missing for H2: the card of signatures at the bank  (lee)",
      "",
      "  least is counted against H1",
      "  what tells them apart: E1",
      "  not judged yet: 1 piece of H2",
      "  what would change the answer: any one of these would make it even: E1 read as against H1; E1 read as not against H2; E2 read as against H1",
      "",
    ]);
  });

  it("stand in the brief with their citations, and without notes", async () => {
    await inCase((open) => runCase(open, () => undefined));
    const brief = readFileSync(join(dir, "out/brief.md"), "utf8");
    expect(brief).toContain("Hypotheses");
    expect(brief).toMatch(
      /Of 2 pieces of evidence, analysts read 0 against H1 and 1 against H2; least is counted against H1/u,
    );
    expect(brief).toContain("Set aside: 2 pieces of evidence that counts for nothing");
    expect(brief).toContain("Not held, wanted for H2: the card of signatures at the bank.");
    expect(brief).not.toContain("too young");
    expect(brief).toContain(String.raw`what stands at h1/sheet.csv\#B2, The Wire B2`);
    expect(brief).not.toContain("Ri signs");
  });

  it("take findings by their ids, and a later mark in the place of an earlier one", async () => {
    const { lines } = await runVerb(dir, findingsVerb, { ids: on, prop: "registrationNumber", limit: "5", skip: "0" });
    const [id = ""] = (lines[0] ?? "").split("  ");
    expect(id).toMatch(/^[0-9a-f]{12}$/u);
    await cite("neutral", "2", id);
    await cite("clear", "1", "h1/report.txt#paragraph 2");
    const [asked] = (await hypothesis({}, "show")).data as WeighedQuestion[];
    expect(asked?.evidence.map(({ kind, cells }) => `${kind} ${cells.map(({ stance }) => stance).join(",")}`)).toEqual([
      "statement for,against",
      "note against",
      "statement against",
      "finding neutral",
    ]);
  });

  it("repeat nothing of what is told of people in flight", async () => {
    await cite("neutral", "1", "h1/report.txt#paragraph 4");
    const { lines } = await hypothesis({}, "show");
    expect(lines.filter((line) => line.includes("paragraph 4"))).toEqual([
      "  E5       o   .   words about people in flight (h1/report.txt#paragraph 4)",
    ]);
    await cite("clear", "1", "h1/report.txt#paragraph 4");
  });

  it("drop out and are written again where the database lost them", async () => {
    await hypothesis({}, "add", "Nobody runs it");
    await hypothesis({}, "drop", "3");
    await inCase(async ({ database }) => {
      await database.run(sql`delete from held.hypothesis`);
      await database.run(sql`delete from held.hypothesis_mark`);
      await database.run(sql`delete from held.batch where kind = 'hypothesis'`);
    });
    const [asked] = (await hypothesis({}, "show")).data as WeighedQuestion[];
    expect(asked?.hypotheses.map(({ text }) => text)).toEqual(["Ri runs it", "Pak runs it"]);
    expect(asked?.evidence.length).toBe(4);
  });

  it("are told in the brief without their words where these are about people in flight", async () => {
    await hypothesis({}, "add", "He fled to Narva to seek asylum");
    await inCase((open) => runCase(open, () => undefined));
    const brief = readFileSync(join(dir, "out/brief.md"), "utf8");
    expect(brief).toContain("H4: about people in flight, not told here");
    expect(brief).not.toContain("Narva");
  });

  it("are kept of no question for where somebody is", async () => {
    await expect(hypothesis({ question: "Where is the clerk now hiding?" }, "add", "He left by sea")).rejects.toThrow(
      "asks where somebody is or who could have known",
    );
  });

  it("refuse what does not exist, and name what would be right", async () => {
    const right =
      'use a place such as "h1/ledger.csv#B17", a finding by the id that "windfall findings --ids" prints, "claim" and an id of "windfall ledger --json", or "note 3"';
    for (const [ref, what] of [
      ["h1/sheet.csv#B9", "the case holds no recorded value or passage at h1/sheet.csv#B9"],
      ["h9/none.csv#A1", "the case holds no recorded value or passage at h9/none.csv#A1"],
      ["note 9", "the case holds no note 9 that stands"],
      ["0123456789ab", "there is no finding 0123456789ab"],
      ["the report", '"the report" is no evidence'],
    ] as const)
      await expect(cite("for", "1", ref)).rejects.toThrow(`${what}; ${right}`);
    await expect(cite("for", "7", "note 1")).rejects.toThrow('there is no hypothesis "7"; use one of 1 (Ri runs it)');
    await expect(hypothesis({}, "cite", "1", "note 1")).rejects.toThrow("one of --for, --against, --neutral");
    await expect(cite("for", "1")).rejects.toThrow("nothing is cited");
    await expect(hypothesis({}, "weigh")).rejects.toThrow('"weigh" is nothing that can be done');
    await expect(hypothesis({}, "add", "Ri runs it")).rejects.toThrow('"Ri runs it" is hypothesis 1 already');
  });
});
