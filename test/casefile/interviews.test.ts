import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { openPlace, takeInAll, views, withCase } from "../../src/casefile/index.ts";
import { findVerb } from "../../src/cli/find.ts";
import { showVerb } from "../../src/cli/show-document.ts";
import { interviewClaims } from "../../src/ledger/index.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-interviews-"));
const dir = join(root, "case");

const sheet = (speaker: string): string =>
  `session,date,speaker,interpreter,question,answer,basis
S-1,2019-03-04,${speaker},Interp A,Who paid?,Blue Gate paid in cash,"told by Pak Yong, who heard it from the driver"
S-1,2019-03-04,${speaker},,Why?,For the ministry,guesses
`;

beforeAll(async () => {
  initCase(dir, "Harbour");
  const add = async (name: string, of: { text: string; source: string; isSealed: boolean }): Promise<void> => {
    const path = join(root, `${name}.csv`);
    writeFileSync(path, of.text);
    const source = { id: of.source, label: "Sergei Dolmat", kind: "informant", grade: "B2", sealed: of.isSealed };
    await addMaterial(dir, { files: [path], dataset: name, source, received: "2020-01-01" }, by);
  };
  await add("h1", { text: sheet("Amber"), source: "s1", isSealed: false });
  await add("h2", { text: sheet("Sergei Dolmat"), source: "s2", isSealed: true });
  await withCase(dir, by, (open) => takeInAll(open, () => undefined));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("an interview of a case", () => {
  it("opens at the cell of an answer and is found by its words", async () => {
    const { lines, focus } = await withCase(dir, by, (open) => openPlace(open, "h1/h1.csv#F2"));
    expect(lines[focus]).toMatch(/\[Blue Gate paid in cash\]/u);
    expect((await runVerb(dir, findVerb, {}, ["for the ministry"])).lines[0]).toBe(
      "h1/h1.csv#F3  bodyText: For the ministry",
    );
  });

  it("is shown session by session, with how the speaker knows", async () => {
    expect((await runVerb(dir, showVerb, {}, ["h1/h1.csv"])).lines).toEqual([
      "session S-1, 2019-03-04: Amber, through the interpreter Interp A",
      "       Who paid?",
      "    2  Blue Gate paid in cash",
      "       (told by Pak Yong, who had it from the driver)",
      "session S-1, 2019-03-04: Amber",
      "       Why?",
      "    3  For the ministry",
      "       (a guess: it corroborates nothing)",
    ]);
  });

  it("of a protected source keeps its name out, and its pseudonyms apart", async () => {
    const lines = await withCase(dir, by, (open) => views.interviewLines(open));
    expect(lines.map(({ speaker, sealedSource }) => [speaker, sealedSource])).toEqual([
      ["Amber", null],
      ["Amber", null],
      ["a protected source", "s2"],
      ["a protected source", "s2"],
    ]);
    expect(JSON.stringify(lines)).not.toContain("Dolmat");
    expect(lines.map(({ place }) => place.replace(/^.*#/u, ""))).toEqual(["F2", "F3", "F2", "F3"]);
  });

  it("is read by the ledger as claims with their chains", async () => {
    const { claims, sources } = interviewClaims(await withCase(dir, by, (open) => views.interviewLines(open)));
    expect(claims.map(({ modality, kind }) => `${modality} ${kind}`)).toEqual([
      "reported event",
      "hedged assessment",
      "reported event",
      "hedged assessment",
    ]);
    expect(sources.filter(({ isUnnamed }) => isUnnamed).map(({ name }) => name)).toEqual(["the driver", "the driver"]);
  });
});
