import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { exportCase } from "../../src/casefile/export-case.ts";
import { runCase, views, withCase } from "../../src/casefile/index.ts";
import { ledgerVerb } from "../../src/cli/ledger.ts";
import { reviewVerb } from "../../src/cli/review.ts";
import { statusVerb } from "../../src/cli/status.ts";
import { undoVerb } from "../../src/cli/undo.ts";
import type { VerbResult } from "../../src/cli/verb.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-ledger-"));
const dir = join(root, "case");

const reports: Readonly<Record<string, string>> = {
  "wire.html": `<!doctype html><title>Customs stop a lorry | Harbour Wire</title>
<meta property="article:published_time" content="2016-03-10"><h1>Customs stop a lorry</h1>
<p>Customs officers in Rotterdam seized 14 crates of pumps on Tuesday, a spokesman for the customs office said.</p>
<p>“The papers were forged,” the spokesman said. The owner of the lorry, Dex Haulage, denied that the papers were forged.</p>
<p>The port authority could not confirm that the crates held pumps.</p>`,
  "flight.html": `<!doctype html><title>Attache is gone from Lisbon | Strait Post</title>
<meta property="article:published_time" content="2016-05-20"><h1>Attache is gone from Lisbon</h1>
<p>Colonel Orlo Vintar, 51, defected in Lisbon on 12 May 2016, a diplomat told the Strait Post.</p>
<p>Vintar took a train from Porto at 6 a.m. on 11 May 2016, the diplomat said.</p>`,
  "german.html": `<!doctype html><title>Pumpen</title><h1>Pumpen</h1><p>Der Zoll hat am Dienstag nach eigenen Angaben 14 Kisten mit Pumpen beschlagnahmt, und die Polizei ist nicht beteiligt.</p>`,
};

const run = async (): Promise<unknown> => withCase(dir, by, async (open) => runCase(open, () => undefined));

beforeAll(async () => {
  initCase(dir, "Reports");
  const files = Object.entries(reports).map(([name, text]) => {
    writeFileSync(join(root, name), text);
    return join(root, name);
  });
  const source = { id: "s1", kind: "outlet", grade: "C3" };
  await addMaterial(dir, { files, dataset: "h1", source, received: "2020-01-01" }, by);
  await run();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ledger = async (...words: string[]): Promise<VerbResult> => runVerb(dir, ledgerVerb, {}, words);
const told = ({ lines, data }: VerbResult): string => `${lines.join("\n")}\n${JSON.stringify(data)}`;
const claimOf = async (words: string): Promise<views.ClaimLine> => {
  const { data } = await ledger("claims", "h1/wire.html");
  const found = (data as views.ClaimLine[]).find(({ quote }) => quote.includes(words));
  if (!found) throw new Error(`no claim holds "${words}"`);
  return found;
};
/** What nobody may be told of the man in flight. */
const closer = /Lisbon|Porto|2016-05-1[0-9]|1[12] May|6 a\.m/u;

describe("the ledger", () => {
  it("lists events with independent sources, denials and refusals", async () => {
    const { lines } = await ledger();
    const text = lines.join("\n");
    expect(text).toMatch(/seized 14 crates of pumps/u);
    expect(text).toMatch(/independent sources: 1;/u);
    expect(text).toMatch(/denied by .*Dex Haulage/u);
    expect(text).toMatch(/could not be confirmed by .*port authority/iu);
    expect(text).toContain("the brief counts confirmed claims alone");
  });

  it("shows the claims of an event as a tree of tellers, each with its place", async () => {
    const { data } = await ledger();
    const { events } = data as { events: readonly views.EventLine[] };
    const seized = events.find(({ title }) => title.includes("seized"));
    const { lines } = await ledger(seized?.eventId ?? "");
    expect(lines.some((line) => /^[├└] .*spokesman for the customs office/u.test(line))).toBe(true);
    expect(lines.some((line) => /^[│ ] [├└] Harbour Wire/u.test(line))).toBe(true);
    expect(lines.join("\n")).toMatch(/h1\/wire\.html#paragraph \d+/u);
  });

  it("lists the claims of a document with their spans and reasons", async () => {
    const { lines } = await ledger("claims", "h1/wire.html");
    expect(lines.join("\n")).toMatch(/h1\/wire\.html#paragraph \d+ \d+-\d+ {2}a spokesman for the customs office/u);
    expect(lines.at(-1)).toMatch(/^\d+ claims read in h1\/wire\.html$/u);
  });

  it("answers a question with the claims that it rests on", async () => {
    const { lines } = await ledger("ask", "number", "How", "many", "crates", "of", "pumps", "were", "seized?");
    expect(lines[0]).toMatch(/^14/u);
    expect(lines.join("\n")).toContain("the answer rests on proposals that nobody confirmed");
  });

  it("says how much it did not read", async () => {
    const text = (await runVerb(dir, statusVerb, {})).lines.join("\n");
    expect(text).toMatch(
      /\d+ passages? in German not read for claims: only English, Korean, Chinese and Russian are read/u,
    );
  });

  it("refuses what it does not know, and says what would be right", async () => {
    await expect(ledger("e999")).rejects.toThrow('there is no event "e999"; "windfall ledger" lists them');
    await expect(ledger("claims", "h1/none.txt")).rejects.toThrow("h1/none.txt: the case has no such document");
    await expect(ledger("ask", "gossip", "who")).rejects.toThrow('"gossip" is no kind of question; use');
  });
});

describe("a person in flight", () => {
  it("has a country and a month in every view of the ledger", async () => {
    const { data } = await ledger();
    const { events } = data as { events: readonly views.EventLine[] };
    for (const words of [[], ["claims", "h1/flight.html"], ...events.map(({ eventId }) => [eventId])])
      expect(told(await ledger(...words))).not.toMatch(closer);
    expect(told(await ledger("claims", "h1/flight.html"))).toContain("defected in [Portugal] [May 2016]");
    const list = await runVerb(dir, reviewVerb, { list: true, claims: true, limit: "100" });
    expect(told(list)).not.toMatch(closer);
  });

  it("has a country and a month in answers", async () => {
    const place = await ledger("ask", "place", "In which country did Vintar defect?");
    expect(told(place)).not.toMatch(closer);
    const date = await ledger("ask", "date", "When did Colonel Vintar defect?");
    expect(date.lines[0]).toBe("2016-05");
    expect(told(date)).not.toMatch(closer);
    for (const kind of ["claims", "sources", "chain", "number", "order", "root-count", "yes-no", "precedent"])
      expect(told(await ledger("ask", kind, "Colonel Vintar defected took a train"))).not.toMatch(closer);
  });

  it("is not looked for, and nobody is told who could have known", async () => {
    for (const words of [
      "Where is Vintar now?",
      "Which hotel is Vintar hiding in?",
      "Vintar's whereabouts",
      "Who could have known of it?",
      "who knew",
    ])
      await expect(ledger("ask", "place", words)).rejects.toThrow("the ledger answers neither");
  });

  it("is in the brief and the export no closer", async () => {
    const out = join(dir, "out");
    const { guardedTold } = await withCase(dir, by, async (open) => exportCase(open, join(out, "export")));
    expect(guardedTold).toBeGreaterThan(0);
    for (const file of ["brief.html", "brief.md", "export/statements.csv", "export/entities.ftm.json"])
      expect(readFileSync(join(out, file), "utf8")).not.toMatch(closer);
  });

  it("is put right with a country and a month alone", async () => {
    const { data } = await ledger("claims", "h1/flight.html");
    const claim = (data as views.ClaimLine[]).find(({ quote }) => quote.includes("defected"));
    const edit = (set: string) => runVerb(dir, reviewVerb, { claims: true, decide: "e", set }, [claim?.claimId ?? ""]);
    await expect(edit("date=2016-05-12")).rejects.toThrow("use a month such as 2016-05");
    await expect(edit("places=Lisbon")).rejects.toThrow('places is "Lisbon"; the claim is about somebody in flight');
  });
});

describe("review of claims", () => {
  const review = (options: Readonly<Record<string, string | boolean>>, ...words: string[]) =>
    runVerb(dir, reviewVerb, { claims: true, ...options }, words);

  it("marks the claim in its paragraph", async () => {
    const { lines } = await review({ list: true, limit: "100" });
    expect(lines.join("\n")).toMatch(
      /\[\[Customs officers in Rotterdam seized 14 crates of pumps on Tuesday\]\], a spokesman/u,
    );
  });

  it("accepts, puts right and rejects; the brief then tells it, and undo takes it back", async () => {
    const seized = await claimOf("seized 14 crates");
    await review({ decide: "e", set: "speaker=Ann Lee; counts=12-14 crates" }, seized.claimId.slice(0, 8));
    const denied = await claimOf("papers were forged");
    await review({ decide: "r", reason: "said of another lorry" }, denied.claimId);
    await run();
    const [after, rejected] = [await claimOf("seized 14 crates"), await claimOf("papers were forged")];
    expect([after.status, after.speaker, after.edited]).toEqual(["confirmed", "Ann Lee", ["speaker", "counts"]]);
    expect(after.counts).toMatchObject([{ low: 12, high: 14, noun: "crates" }]);
    expect(rejected.status).toBe("rejected");
    const brief = readFileSync(join(dir, "out/brief.md"), "utf8");
    expect(brief).toContain("one source says so, and no other (Ann Lee)");
    expect(brief).toContain("Number of crates: between 12 and 14.");
    expect(brief).not.toContain("Dex Haulage");
    expect((await runVerb(dir, reviewVerb, { decided: true })).lines.join("\n")).toContain(
      "accept with speaker, counts put right",
    );
    await runVerb(dir, undoVerb, {});
    await runVerb(dir, undoVerb, {});
    await run();
    expect((await claimOf("seized 14 crates")).status).toBe("proposed");
    expect(readFileSync(join(dir, "out/brief.md"), "utf8")).toContain("No claim of a report was confirmed by a person");
  });

  it("refuses a field and a value that there are not", async () => {
    const { claimId } = await claimOf("seized 14 crates");
    const edit = (set: string) => review({ decide: "e", set }, claimId);
    await expect(edit("colour=red")).rejects.toThrow('"colour" is no field of a claim; use one of speaker, outlet');
    await expect(edit("modality=sure")).rejects.toThrow('modality is "sure"; use one of asserted, reported');
    await expect(edit("date=2016-02-30")).rejects.toThrow('date is "2016-02-30"; use a day');
    await expect(review({ decide: "y" }, claimId)).rejects.toThrow('--decide is "y"; use a (accept)');
    await expect(review({ decide: "a" }, "ffffffff")).rejects.toThrow('there is no claim "ffffffff"');
  });
});
