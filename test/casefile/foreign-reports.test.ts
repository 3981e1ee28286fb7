import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { exportCase } from "../../src/casefile/export-case.ts";
import { runCase, withCase, type views } from "../../src/casefile/index.ts";
import { findVerb } from "../../src/cli/find.ts";
import { ledgerVerb } from "../../src/cli/ledger.ts";
import { reviewVerb } from "../../src/cli/review.ts";
import { showVerb } from "../../src/cli/show-document.ts";
import { undoVerb } from "../../src/cli/undo.ts";
import type { Verb, VerbResult } from "../../src/cli/verb.ts";
import { whoVerb } from "../../src/cli/who.ts";
import { flightAbroad, seizureAbroad } from "../ledger/support/foreign-reports.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-foreign-"));
const dir = join(root, "case");

const page = (title: string, outlet: string, day: string, paragraphs: readonly unknown[]): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${day}"><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${String(text)}</p>`).join("")}</article>`;

const run = async (): Promise<unknown> => withCase(dir, by, async (open) => runCase(open, () => undefined));

beforeAll(async () => {
  initCase(dir, "Reports");
  const put = (name: string, text: string): string => {
    writeFileSync(join(root, name), text);
    return join(root, name);
  };
  const reports = [...seizureAbroad, ...flightAbroad].map(({ id, title, outlet, day, paragraphs }) =>
    put(`${id}.html`, page(title ?? "", outlet ?? "", day ?? "", paragraphs)),
  );
  const list = put(
    "people.csv",
    "Name,Date of birth,Passport number\nKim Yong Ho,1961-04-02,PN4410223\nRi Chol Min,1965-07-08,PN5531907\n",
  );
  const source = { id: "s1", kind: "outlet", grade: "C3" };
  await addMaterial(
    dir,
    { files: [list], dataset: "list", source: { id: "s0", kind: "informant", grade: "B2" }, received: "2026-05-01" },
    by,
  );
  await addMaterial(dir, { files: reports, dataset: "h1", source, received: "2026-05-07" }, by);
  await run();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const told = async (verb: Verb, ...words: string[]): Promise<string> => text(await runVerb(dir, verb, {}, words));
const text = ({ lines }: VerbResult): string => lines.join("\n");
/** What nobody may be told of those in flight. */
const closer = /2016-05-1[02]|리스본|파루|알팜마|Лиссабон|Алфам|里斯本|阿尔法玛/u;

describe("reports in Korean, Chinese and Russian", () => {
  it("are in the ledger with their own words", async () => {
    expect(await told(ledgerVerb)).toMatch(/independent sources: 1, at most 5; 6 claims in 6 documents/u);
    const event = await told(ledgerVerb, "e001");
    for (const words of ["구리 90상자를 압수하였다", "查获了90箱铜", "изъяла 3 мая 2026 года"])
      expect(event).toContain(words);
    expect(await told(ledgerVerb, "claims", "h1/traditional.html")).toContain("海關發言人");
  });

  it("are asked in their own language", async () => {
    expect(await told(ledgerVerb, "ask", "number", "구리", "몇", "상자를", "압수했나?")).toMatch(/^90/u);
    expect(await told(ledgerVerb, "ask", "date", "Когда", "таможня", "изъяла", "медь?")).toMatch(/^2026-05-03/u);
  });

  it("tell no word of people in flight in the ledger, the export and the brief", async () => {
    const { data } = await runVerb(dir, ledgerVerb, { limit: "100" }, []);
    const { events } = data as { events: readonly views.EventLine[] };
    for (const words of [[], ["claims", "h1/flight-ko.html"], ...events.map(({ eventId }) => [eventId])])
      expect(await told(ledgerVerb, ...words)).not.toMatch(closer);
    const out = join(dir, "out");
    await withCase(dir, by, async (open) => exportCase(open, join(out, "export")));
    for (const file of ["brief.html", "brief.md", "export/statements.csv", "export/entities.ftm.json"])
      expect(readFileSync(join(out, file), "utf8")).not.toMatch(closer);
    await expect(told(ledgerVerb, "ask", "place", "리철민은 어디에 있나?")).rejects.toThrow(
      "the ledger answers neither",
    );
  });
});

describe("names of the case in them", () => {
  it("stand under the passage, beside the claim, and with the entity, as proposals", async () => {
    expect(await told(showVerb, "h1/south.html")).toMatch(
      /"김영호" may be Kim Yong Ho \[[^\]]+\], another writing, proposed {2}[0-9a-f]{8}/u,
    );
    expect(await told(ledgerVerb, "claims", "h1/simplified.html")).toMatch(/"金永浩" may be Kim Yong Ho/u);
    expect(await told(whoVerb, "Kim", "Yong", "Ho")).toMatch(
      /named in 6 passages of 6 documents, proposed: h1\/english\.html#paragraph \d+ "Kim Yong-ho"; .*; and 3 more/u,
    );
  });

  it("are found by the spelling that the case holds", async () => {
    const lines = await told(findVerb, "Kim Yong Ho");
    for (const written of ["김영호", "金永浩", "Ким Ён Хо", "Kim Yong-ho"])
      expect(lines).toContain(`"${written}" may be Kim Yong Ho`);
  });

  it("are not shown for who is named beside somebody in flight", async () => {
    expect(await told(whoVerb, "Ri", "Chol", "Min")).not.toContain("named in");
    expect(await told(showVerb, "h1/flight-ko.html")).not.toContain("may be");
    const list = await runVerb(dir, reviewVerb, { list: true, mentions: true, limit: "100" });
    expect(text(list)).not.toContain("Ri Chol Min");
    expect(text(list)).toMatch(/\d places? not proposed: in passages that tell of somebody in flight/u);
  });

  it("are accepted, rejected and taken back by a person; the brief rests on none", async () => {
    const waiting = async () =>
      (await runVerb(dir, reviewVerb, { list: true, mentions: true, limit: "100" })).data as views.MentionLine[];
    const [first, second, ...others] = await waiting();
    const decide = (decision: string, id: string | undefined) =>
      runVerb(dir, reviewVerb, { mentions: true, decide: decision }, [id ?? ""]);
    const brief = readFileSync(join(dir, "out/brief.md"), "utf8");
    await decide("a", first?.mentionId.slice(0, 8));
    await decide("r", second?.mentionId);
    expect((await waiting()).length).toBe(others.length);
    await run();
    expect(await told(whoVerb, "Kim", "Yong", "Ho")).toMatch(
      /named in 5 passages of 5 documents, 1 accepted, the others proposed/u,
    );
    expect(readFileSync(join(dir, "out/brief.md"), "utf8")).toBe(brief);
    await runVerb(dir, undoVerb, {});
    await run();
    expect(await told(whoVerb, "Kim", "Yong", "Ho")).toMatch(/named in 6 passages of 6 documents/u);
    await expect(decide("y", first?.mentionId)).rejects.toThrow('--decide is "y"; use a (accept: it names the entity)');
    await expect(decide("a", "ffffffff")).rejects.toThrow('there is no mention "ffffffff"');
  });
});
