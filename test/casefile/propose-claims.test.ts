import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { runCase, views, withCase, type OpenCase } from "../../src/casefile/index.ts";
import { ledgerVerb } from "../../src/cli/ledger.ts";
import { reviewVerb } from "../../src/cli/review.ts";
import type { VerbResult } from "../../src/cli/verb.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-propose-"));
const dir = join(root, "case");
const inCase = <Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> => withCase(dir, by, work);
const run = () => inCase((open) => runCase(open, () => undefined));
const propose = (file: string, sendTo?: string): Promise<VerbResult> =>
  runVerb(dir, ledgerVerb, sendTo === undefined ? {} : { sendTo }, ["propose", file]);

const seizure = "Customs officers in Rotterdam seized 14 crates of pumps on 3 March 2016, a spokesman said.";
const report = `<!doctype html><title>Crates at the harbour</title><h1>Crates at the harbour</h1>
<p>${seizure}</p>
<p>The crates of the pump maker wait in shed nine.</p>
<p>Ann Leewarden signed for them.</p>
<p>LEEWARDEN is not on the payroll.</p>
<p>Call 020 123-4567 12 times a day.</p>
<p>The consul Orlo Vintar defected in Lisbon on 12 May 2016, a diplomat told the Strait Post.</p>`;
const card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Leewarden\r\nTEL:+31201234567\r\nEND:VCARD\r\n";

/** What the service was sent, and the service: it stops after its last answer. */
const bodies: string[] = [];
let service: Server;
let url = "";
// The rules read the whole sentence: these words of it are a claim of the model's alone.
const wait = "wait in shed nine";

const claimsFor = (passage: string): readonly object[] =>
  passage.includes(wait)
    ? [
        { quote: wait, speaker: null, kind: "event", polarity: "positive", modality: "asserted" },
        { quote: "The crates were stolen", speaker: null, kind: "event", polarity: "positive", modality: "asserted" },
      ]
    : [];

beforeAll(async () => {
  service = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const body = Buffer.concat(pieces).toString("utf8");
      bodies.push(body);
      const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly content: string }[] };
      const content = JSON.stringify({ claims: claimsFor(messages[1]?.content ?? "") });
      response
        .setHeader("content-type", "application/json")
        .end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1/chat/completions`;
  const files = Object.entries({ "report.html": report, "card.vcf": card, "told.txt": "A report\nBlue Gate paid.\n" });
  for (const [name, words] of files) writeFileSync(join(root, name), words);
  initCase(dir, "Harbour");
  const add = (name: string, dataset: string, source: Parameters<typeof addMaterial>[1]["source"]) =>
    addMaterial(dir, { files: [join(root, name)], dataset, source, received: "2020-01-01" }, by);
  await add("report.html", "h1", { id: "s1", label: "The Wire", kind: "outlet", grade: "B2" });
  await add("card.vcf", "h2", { id: "s2", label: "A telephone", kind: "device", grade: "B2" });
  await add("told.txt", "h3", { id: "s3", label: "Sergei Dolmat", kind: "informant", grade: "B2", sealed: true });
  await run();
});
afterAll(() => {
  service.close();
  rmSync(root, { recursive: true, force: true });
});

const configure = (address: string): void => {
  const path = join(dir, "case.yaml");
  const yaml = readFileSync(path, "utf8").replace(/^ {2}endpoint:.*\n/mu, "");
  const entry = `  endpoint: {url: "${address}", model: local-1}\n`;
  writeFileSync(
    path,
    /^settings:$/mu.test(yaml) ? yaml.replace(/^settings:\n/mu, `settings:\n${entry}`) : `${yaml}settings:\n${entry}`,
  );
};
const claims = () => inCase((open) => views.claimsOfFile(open, "h1/report.html"));
const events = (isConfirmed: boolean) =>
  inCase((open) => views.ledgerEvents(open, { isConfirmed, offset: 0, limit: 100 }));

describe("a model asked for claims", () => {
  it("is off where case.yaml names none, and has an address of http or https without a key", async () => {
    await expect(propose("h1/report.html")).rejects.toThrow("case.yaml: settings.endpoint is missing");
    for (const address of ["ftp://127.0.0.1/x", "http://lee:secret@127.0.0.1/x", "https://127.0.0.1/x?key=1"]) {
      configure(address);
      await expect(propose("h1/report.html")).rejects.toThrow("use an address of http or https");
    }
    configure(url);
  });

  it("is sent nothing before the address is given: the passages are shown, and what stays is counted", async () => {
    const { exit, lines } = await propose("h1/report.html");
    expect(exit).toBe(1);
    expect(lines[0]).toContain(url);
    const told = lines.join("\n");
    expect(told).toContain(`${seizure.length} characters: ${seizure}`);
    expect(told).not.toMatch(/Vintar|Lisbon|Leewarden|4567/iu);
    expect(told).toContain("3 passages not sent: people in flight");
    expect(told).toContain("3 passages not sent: closed contact");
    expect(bodies).toEqual([]);
  });

  it("is refused another address, and material of a protected source", async () => {
    await expect(propose("h1/report.html", "http://127.0.0.1:9/v1")).rejects.toThrow(
      `--send-to is "http://127.0.0.1:9/v1"; use the address under settings.endpoint.url in case.yaml, --send-to ${url}`,
    );
    const sealed = await inCase((open) => views.fileLines(open));
    const name = sealed.find(({ dataset }) => dataset === "h3")?.file ?? "";
    await expect(propose(`h3/${name}`, url)).rejects.toThrow("the hand-over h3 is of a protected source");
    expect(bodies).toEqual([]);
  });

  it("proposes claims in the passage's own words, which no event holds before a person accepts them", async () => {
    const before = await events(false);
    const { exit, data } = await propose("h1/report.html", url);
    expect(exit).toBe(0);
    expect(data).toMatchObject({ proposed: 1, dropped: 1, notUnderstood: 0 });
    expect(bodies.length).toBeGreaterThan(1);
    expect(bodies.join("\n")).not.toMatch(/Vintar|Lisbon|Leewarden|4567|h1|report\.html/iu);
    const audit = readFileSync(join(dir, "audit.jsonl"), "utf8").trim().split("\n");
    expect(audit.filter((line) => line.includes('"send to endpoint"') && line.includes(url)).length).toBe(1);
    await expect(propose("h1/report.html", url)).rejects.toThrow('use "windfall run" first');
    await run();
    const made = (await claims()).filter(({ reasons }) => reasons.some(({ field }) => field === "proposal"));
    expect(made.map(({ quote, status }) => [quote, status])).toEqual([[wait, "proposed"]]);
    const waiting = (made?: "rules" | "model") =>
      inCase(async (open) => [
        await views.countClaimsToReview(open, made),
        (await views.claimsToReview(open, { made, offset: 0, limit: 100 })).filter(({ quote }) => quote === wait)
          .length,
      ]);
    const [all = 0] = await waiting();
    expect([await waiting("model"), await waiting("rules")]).toEqual([
      [1, 1],
      [all - 1, 0],
    ]);
    const shown = (await runVerb(dir, ledgerVerb, {}, ["claims", "h1/report.html"])).lines.join("\n");
    expect(shown).toContain(`proposal: made by the model local-1 at ${url}, asked on 2020-01-02 by lee`);
    expect(await events(false)).toEqual(before);
    expect(await events(true)).toEqual([]);
  });

  it("counts once a person accepts it, like any other claim", async () => {
    const made = (await claims()).find(({ quote }) => quote === wait);
    const list = await runVerb(dir, reviewVerb, { claims: true, list: true, limit: "100" });
    expect(list.lines.join("\n")).toContain("proposal  made by the model local-1");
    await runVerb(dir, reviewVerb, { claims: true, decide: "a" }, [made?.claimId ?? ""]);
    await run();
    expect((await claims()).find(({ quote }) => quote === wait)?.status).toBe("confirmed");
    expect(await inCase(views.ledgerReach)).toMatchObject({ byModels: 0, confirmedByModels: 1, rejectedByModels: 0 });
    expect((await events(true)).map(({ claims: own }) => own)).toEqual([1]);
  });

  it("says how far it came where the service does not answer", async () => {
    await new Promise((resolve) => service.close(resolve));
    await expect(propose("h1/report.html", url)).rejects.toThrow(
      /^passage 1 of \d+: http.* was not reached; the sending stopped there/u,
    );
  });
});
