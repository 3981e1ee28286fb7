import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { withCase } from "../../src/casefile/open-case.ts";
import { runCase } from "../../src/casefile/run-case.ts";
import { blockVerb } from "../../src/cli/block.ts";
import { runVerb } from "../../src/cli/run.ts";
import { statusVerb } from "../../src/cli/status.ts";
import type { Verb, VerbResult } from "../../src/cli/verb.ts";
import { by, runVerb as runOnCase } from "../support/run-verb.ts";

let root: string;
const ledger = `date,payer,payer account,beneficiary,beneficiary account,amount,currency
2016-01-02,Blue Gate Ltd,4072000000000001,Red Sea Co,4072000000000002,10.00,USD
2016-01-03,Red Sea Co,4072000000000002,Green Hill Ltd,4072000000000003,9.00,USD
`;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "windfall-unknown-"));
  initCase(join(root, "case"), "Harbour");
  writeFileSync(join(root, "ledger.csv"), ledger);
  const source = { id: "s1", kind: "informant", grade: "B2" };
  await addMaterial(join(root, "case"), { files: [join(root, "ledger.csv")], dataset: "h1", source }, by);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const setSettings = (text: string): void => {
  const path = join(root, "case/case.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace(/^title: .*$/mu, `title: Harbour\nsettings: ${text}`));
};

/** What a verb says of the case. */
const say = (verb: Verb, options: Readonly<Record<string, string>> = {}): Promise<VerbResult> =>
  runOnCase(join(root, "case"), verb, options);

it("says which names of the settings no entity bears: run, status and brief", async () => {
  setSettings('{protect: [Nobody Known Ltd, red sea co], from: {entities: [Blue Gate Ltd]}, to: {countries: ["KP"]}}');
  const unknown = [
    'case.yaml: settings.to.countries names "kp", and no entity of the case has that country, so no money is taken to end there; use one that the case holds',
    'case.yaml: settings.protect names "Nobody Known Ltd", and no entity of the case has that id or name, so nobody is kept out of the advice by it; use an id or a whole name as "windfall who" shows them',
  ];
  const ran = await say(runVerb);
  expect([ran.exit, ran.lines.filter((line) => line.includes("settings"))]).toEqual([
    1,
    unknown.map((text) => `  settings     ${text}`),
  ]);
  const status = await say(statusVerb);
  expect([status.exit, status.lines.slice(-2)]).toEqual([1, unknown]);
  expect((await say(blockVerb)).lines.slice(-2)).toEqual(unknown);
  expect((await say(blockVerb, { protect: "Red Sea Co" })).lines.at(-1)).toBe(unknown[0]);
  const brief = readFileSync(join(root, "case/out/brief.md"), "utf8");
  for (const name of ["Nobody Known Ltd", "has that country"]) expect(brief).toContain(name);
  expect(brief).not.toContain('names "red sea co"');
});

it("says nothing where every name is borne", async () => {
  setSettings("{protect: [Red Sea Co]}");
  const report = await withCase(join(root, "case"), by, (open) => runCase(open, () => undefined));
  expect(report.unknownNames).toEqual([]);
});
