import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { exportCase, materialWindow, runCase, views, withCase, type OpenCase } from "../../src/casefile/index.ts";
import { exportVerb } from "../../src/cli/export.ts";
import { findVerb } from "../../src/cli/find.ts";
import { hypothesisVerb } from "../../src/cli/hypothesis.ts";
import { ledgerVerb } from "../../src/cli/ledger.ts";
import { noteVerb } from "../../src/cli/note.ts";
import { openVerb } from "../../src/cli/open.ts";
import { showVerb } from "../../src/cli/show-document.ts";
import { statusVerb } from "../../src/cli/status.ts";
import type { VerbResult } from "../../src/cli/verb.ts";
import { integer, sql } from "../../src/store/index.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-in-flight-"));
const dir = join(root, "case");
const inCase = <Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> => withCase(dir, by, work);
const told = ({ lines, data }: VerbResult): string => `${lines.join("\n")}\n${JSON.stringify(data)}`;

/** What nobody may be told of the man in flight. */
const closer = /Sol\b|Verde|Faro|Lisbon|room 12|Morning Star|2016-05-1|1[0-9] May|harbour/u;

const html = `<!doctype html><title>Consul hides in Faro hotel</title>
<meta name="description" content="He is at Hotel Sol."><meta property="og:url" content="https://post.example/consul-hides-in-faro">
<meta property="article:published_time" content="2016-05-20"><h1>Consul hides in Faro hotel</h1>
<p>The consul Orlo Vintar, 51, defected in Lisbon on 12 May 2016, a diplomat told the Strait Post.</p>
<p>He is staying at Hotel Sol near the harbour, room 12.</p>`;
const sheet = `session,date,speaker,question,answer,basis
S-1,2016-06-01,Amber,Where did he hide?,At Hotel Sol in Faro.,saw it
S-1,2016-06-01,Amber,What came in?,Customs officers in Rotterdam seized 14 crates of pumps on 3 March 2016.,saw it
`;
const people = `name,notes
Orlo Vintar,fled aboard the Morning Star to Lisbon
Ann Lee,signs for Blue Gate
`;

beforeAll(async () => {
  const files = Object.entries({ "flight.html": html, "sheet.csv": sheet, "people.csv": people }).map(
    ([name, words]) => {
      writeFileSync(join(root, name), words);
      return join(root, name);
    },
  );
  initCase(dir, "Harbour");
  const source = { id: "s1", label: "The Wire", kind: "outlet", grade: "B2" };
  await addMaterial(dir, { files, dataset: "h1", source, received: "2020-01-01" }, by);
  await inCase((open) => runCase(open, () => undefined));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("what is told of people in flight", () => {
  it("is found by the words alone that may be told", async () => {
    for (const term of ["Hotel Sol", "Faro", "Morning Star", "51"])
      expect((await runVerb(dir, findVerb, { limit: "20" }, [term])).lines[0]).toBe(`nothing found for "${term}"`);
    const found = await runVerb(dir, findVerb, { limit: "20" }, ["Vintar"]);
    expect(told(found)).not.toMatch(closer);
    expect(found.lines.join("\n")).toContain(
      "[guarded]  paragraph: The consul Orlo Vintar, […] defected in [Portugal] [May 2016]",
    );
    expect(found.lines.at(-1)).toMatch(
      /; of \d+ texts about people in flight what may be told of them alone; not searched/u,
    );
  });

  it("is shown in a document, a sheet and a table as countries and months, and counted", async () => {
    for (const file of ["flight.html", "sheet.csv"]) {
      const shown = await runVerb(dir, showVerb, {}, [`h1/${file}`]);
      expect(told(shown)).not.toMatch(closer);
      expect(shown.lines.join("\n")).toMatch(
        /about people in flight told in countries and months; "windfall open PLACE --reason WORDS"/u,
      );
    }
    expect(told(await runVerb(dir, showVerb, {}, ["h1/sheet.csv"]))).toContain("14 crates of pumps");
    const { fileNo } = await inCase(({ database, table }) =>
      database.row(sql`select file_no as "fileNo" from ${table("file")} where name = 'people.csv'`, {
        fileNo: integer,
      }),
    );
    const window = await inCase((open) => materialWindow(open, { fileNo, part: 0, from: 1, to: 3 }));
    expect(JSON.stringify(window)).not.toMatch(closer);
    expect((await runVerb(dir, statusVerb, {})).lines.join("\n")).toMatch(
      /\d+ passages about people in flight told in countries and months/u,
    );
  });

  it("opens as it stands to somebody who says why, once, and the audit log keeps who and why", async () => {
    const place = "h1/flight.html#paragraph 7";
    const paragraph = (await inCase((open) => views.passagesOf(open, "h1/flight.html", undefined))).find(({ text }) =>
      text?.startsWith("He is staying"),
    );
    const at = paragraph?.place ?? place;
    const shut = await runVerb(dir, openVerb, {}, [at]);
    expect(told(shut)).not.toMatch(closer);
    expect(shut.lines.at(-1)).toContain("--reason WORDS shows it as it stands");
    const opened = await runVerb(dir, openVerb, { reason: "asked by his lawyer" }, [at]);
    expect(opened.lines.join("\n")).toContain("He is staying at Hotel Sol near the harbour, room 12.");
    expect(opened.lines.join("\n")).not.toContain("Lisbon");
    expect(
      readFileSync(join(dir, "audit.jsonl"), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ action: "open people in flight", actor: "lee", reason: "asked by his lawyer" }]);
    expect(told(await runVerb(dir, openVerb, {}, [at]))).not.toMatch(closer);
    await expect(runVerb(dir, openVerb, { reason: "why" }, ["h1/people.csv#A3"])).rejects.toThrow(
      "nothing about people in flight; leave out --reason",
    );
  });

  it("is exported so, titles and original values too, whether claims were read or not", async () => {
    const out = join(root, "export");
    const { guardedTold, guardedLeftOut } = await inCase((open) => exportCase(open, out));
    expect([guardedTold > 3, guardedLeftOut]).toEqual([true, 1]);
    for (const file of ["statements.csv", "entities.ftm.json"]) {
      const text = readFileSync(join(out, file), "utf8");
      expect(text).not.toMatch(closer);
      expect(text).toContain("Orlo Vintar");
      expect(text).toContain("fled […]");
    }
    expect((await runVerb(dir, exportVerb, { to: out })).lines.join("\n")).toMatch(
      /values about people in flight written in countries and months\n1 address of pages/u,
    );
    for (const file of ["brief.html", "brief.md"])
      expect(readFileSync(join(dir, "out", file), "utf8")).not.toMatch(closer);
  });

  it("is told so in what analysts write, and in answers", async () => {
    await runVerb(dir, noteVerb, { about: "h1/flight.html" }, ["Vintar is at Hotel Sol since 12 May 2016"]);
    await runVerb(dir, noteVerb, {}, ["Blue Gate Ltd has a hotel in Faro"]);
    const notes = await runVerb(dir, noteVerb, {});
    expect(notes.lines).toEqual([
      "note 1 by lee, 2020-01-02, about h1/flight.html: Vintar is at [a place] [since May 2016]",
      "note 2 by lee, 2020-01-02: Blue Gate Ltd has a hotel in Faro",
    ]);
    expect(told(await runVerb(dir, showVerb, {}, ["h1/flight.html"]))).not.toMatch(closer);
    await runVerb(dir, hypothesisVerb, { question: "Who paid for Vintar’s room 12?" }, [
      "add",
      "Hotel Sol sheltered him",
    ]);
    await runVerb(dir, hypothesisVerb, { missing: true }, ["cite", "1", "the bill of Vintar, Hotel Sol"]);
    expect(told(await runVerb(dir, hypothesisVerb, {}, ["show"]))).not.toMatch(closer);
    for (const kind of ["claims", "sources", "number", "place", "date", "chain"])
      expect(
        told(await runVerb(dir, ledgerVerb, {}, ["ask", kind, "consul Vintar defected staying hide paid"])),
      ).not.toMatch(closer);
  });

  it("is no answer to a question that names a town, a house or a day", async () => {
    const ask = async (kind: string, words: string): Promise<string> =>
      (await runVerb(dir, ledgerVerb, {}, ["ask", kind, words])).lines.join("\n");
    for (const words of ["Did the consul Vintar defect in Lisbon?", "Did the consul Vintar defect in Paris?"])
      expect(await ask("yes-no", words)).toBe("unresolved");
    expect(await ask("claims", "Who defected on 12 May?")).toBe("the ledger holds no answer");
    expect(await ask("claims", "Did the consul Vintar defect?")).toContain("defected in [Portugal] [May 2016]");
    expect(await ask("place", "In which country did the consul Vintar defect?")).toMatch(/^Portugal/u);
  });

  it("leaves what the same interview tells of others to be asked", async () => {
    const answer = await runVerb(dir, ledgerVerb, {}, ["ask", "number", "How many crates of pumps were seized?"]);
    expect(answer.lines[0]).toMatch(/^14/u);
    expect(told(answer)).toContain("Amber");
  });
});
