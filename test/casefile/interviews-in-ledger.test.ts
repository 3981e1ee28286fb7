import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { openPlace, runCase, views, withCase, writeJudgement, type OpenCase } from "../../src/casefile/index.ts";
import { ledgerVerb } from "../../src/cli/ledger.ts";
import { hypothesisVerb } from "../../src/cli/hypothesis.ts";
import { noteVerb } from "../../src/cli/note.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-interview-ledger-"));
const dir = join(root, "case");
const inCase = <Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> => withCase(dir, by, work);

const seized = "Customs officers seized six crates of engine parts at Rotterdam on 3 March 2019.";
const burnt = "The warehouse of Blue Gate burned down at Antwerp on 9 April 2019.";
const paid = "Coral Sun paid nine thousand dollars to Red Sea on 12 May 2019.";
const head = "session,date,speaker,answer,basis";

beforeAll(async () => {
  initCase(dir, "Harbour");
  const add = async (name: string, rows: readonly string[], isSealed: boolean): Promise<void> => {
    const path = join(root, `${name}.csv`);
    writeFileSync(path, [head, ...rows, ""].join("\n"));
    const source = { id: `s-${name}`, label: `Source of ${name}`, kind: "informant", grade: "B2", sealed: isSealed };
    await addMaterial(dir, { files: [path], dataset: name, source, received: "2020-01-01" }, by);
  };
  await add(
    "h1",
    [
      `S-1,2019-06-01,Amber,${seized},told by Pak Yong`,
      `S-1,2019-06-01,Amber,${burnt},saw it`,
      `S-1,2019-06-01,Amber,${paid},told`,
    ],
    false,
  );
  await add(
    "h2",
    [
      `S-2,2019-06-02,Basalt,${seized},told by Pak Yong`,
      `S-2,2019-06-02,Basalt,${burnt},saw it`,
      `S-2,2019-06-02,Basalt,${paid},guesses`,
    ],
    false,
  );
  await add("h3", [`S-3,2019-06-03,speaker 1,${burnt},saw it`, `S-4,2019-06-04,speaker 1,${burnt},saw it`], true);
  await inCase((open) => runCase(open, () => undefined));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const roots = (): Promise<Record<string, string>> =>
  inCase(async (open) => {
    const events = await views.ledgerEvents(open, { isConfirmed: false, offset: 0, limit: 20 });
    return Object.fromEntries(events.map(({ title, rootsLeast, rootsMost }) => [title, `${rootsLeast}-${rootsMost}`]));
  });

describe("interviews in the ledger", () => {
  it("are counted by who is known to have it first: hearsay from one man is one root, guesses and unknown roots none", async () =>
    expect(await roots()).toEqual({ [seized]: "1-1", [burnt]: "3-3", [paid]: "0-0" }));

  it("are proposals whose places open at the cell of the answer", async () => {
    const claims = await inCase((open) => views.claimsOfFile(open, "h1/h1.csv"));
    expect(
      claims.map(({ place, status, chain }) => `${place} ${status} ${chain.map(({ name }) => name).join(" < ")}`),
    ).toEqual([
      "h1/h1.csv#D2 proposed Pak Yong < Amber < h1/h1.csv",
      "h1/h1.csv#D3 proposed Amber < h1/h1.csv",
      "h1/h1.csv#D4 proposed not known < Amber < h1/h1.csv",
    ]);
    expect(claims.map(({ quote, before, after }) => [quote, before, after])[1]).toEqual([burnt, "", ""]);
    const { lines, focus } = await inCase((open) => openPlace(open, "h1/h1.csv#D3"));
    expect(lines[focus]).toContain(`[${burnt}]`);
    expect((await runVerb(dir, ledgerVerb, {}, ["claims", "h1/h1.csv"])).lines.at(-1)).toBe(
      "3 claims read in h1/h1.csv",
    );
  });

  it("carry notes about their events, which stay with a claim and add no root", async () => {
    const before = await roots();
    const [event] = await inCase((open) => views.ledgerEvents(open, { isConfirmed: false, offset: 0, limit: 1 }));
    const eventId = event?.eventId ?? "";
    await runVerb(dir, noteVerb, { event: eventId }, ["the fire brigade would know"]);
    const line = /note 1 by lee, 2020-01-02, about the event of claim [0-9a-f]{8}: the fire brigade would know$/u;
    expect((await runVerb(dir, ledgerVerb, {}, [eventId])).lines.at(-1)).toMatch(line);
    expect(
      (await runVerb(dir, ledgerVerb, { limit: "20", skip: "0" })).lines.filter((each) => line.test(each)),
    ).toHaveLength(1);
    expect(await roots()).toEqual(before);
    await expect(runVerb(dir, noteVerb, { event: "e999" }, ["x"])).rejects.toThrow('there is no event "e999"');
  });

  it("are cited for a hypothesis, and count once a person has confirmed them", async () => {
    const [claim] = await inCase((open) => views.claimsOfFile(open, "h1/h1.csv"));
    const ref = `claim ${claim?.claimId.slice(0, 12)}`;
    const hypothesis = (options: Readonly<Record<string, string>>, ...words: string[]) =>
      runVerb(dir, hypothesisVerb, options, words);
    await hypothesis({}, "add", "The parts were for the yard");
    await hypothesis({ for: true as unknown as string }, "cite", "1", ref);
    const shown = async (): Promise<string> =>
      (await hypothesis({}, "show")).lines.find((line) => line.startsWith("  E1")) ?? "";
    expect(await shown()).toMatch(
      /Pak Yong: ".*" \(claim \w{8}, h1\/h1\.csv#D2\) {2}\[set aside: nobody has confirmed the claim\]$/u,
    );
    await inCase(async (open) => {
      const id = claim?.claimId ?? "";
      const judgement = {
        subject: "claim",
        leftId: id,
        rightId: id,
        decision: "accept",
        reasons: ["read"],
        actor: "lee",
      } as const;
      await writeJudgement(open, judgement);
      await runCase(open, () => undefined);
    });
    expect(await shown()).toMatch(/h1\/h1\.csv#D2\)$/u);
    await expect(hypothesis({ for: true as unknown as string }, "cite", "1", "claim 000000")).rejects.toThrow(
      "there is no claim 000000",
    );
  });
});
